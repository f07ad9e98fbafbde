/**
 * What a scenario says of itself: its warnings and the grounds of what it assumed. They are born in English, where the
 * file is read; other languages say the same from the parts that each sentence is made of.
 */
export const scenarioText = {
  figures: {
    cpm: 'cpm',
    ctr: 'ctr',
    view_rate: 'view_rate',
    'orders per click': 'orders per click',
    'leads per click': 'leads per click',
  },
  unchanged: 'unchanged',
  /** Grounds of a prior. */
  otherPlatforms: (what: string, platform: string) =>
    `nothing sound is published on ${what} for ${platform}: the other platforms' level`,
  byStage: (what: string, shift: string, stage: string) =>
    `nothing is published on ${what} by stage: ${shift} for ${stage}`,
  priceLevel: (currency: string, factor: string) =>
    `prices in ${currency} markets taken as ${factor} of the published ones`,
  from: (source: string) => `from ${source}`,
  converted: (rate: string, currency: string, year: string) =>
    `converted at about ${rate} ${currency} for 1 USD (${year})`,
  pegged: (year: string) => `${year}, pegged`,
  retargeting: (shift: string, source: string) => `${shift} for retargeting (${source})`,
  moreFigures: (count: string, first: string, last: string) =>
    `and ${count} more ${count === '1' ? 'figure' : 'figures'} (${first} to ${last})`,
  grade: (grade: string) => `grade ${grade}`,
  aggregator: 'aggregator',
  agency: 'agency',
  /** An audience that was not given. */
  people: '100,000 to 2,000,000 people, as no population is given',
  population: '5% to 50% of the population',
  /** Warnings. */
  noOrderValue: 'No order_value is given: revenue and profit count as 0, and the plan is optimised for orders.',
  noMargin: 'No margin is given: all revenue counts as gross margin.',
  assumedAudience: (line: string, reason: string) =>
    `The audience of ${line} is assumed (${reason}): give audience: LO to HI.`,
  nothingAbove: (line: string) =>
    `${line} has nobody to reach: no line above it fills its pool, and it has no audience of its own.`,
  idleRule: (rule: string, of: string) => `${rule} changes nothing: no line is of ${of}.`,
  noCeiling: (preset: string, reason: string) => `The preset ${preset} sets no ceiling here: ${reason}.`,
  noCpm: 'no benchmark of its CPM is built in',
  noValue: 'no order_value is given',
  noDaily: (preset: string, currency: string) =>
    `What is usual a day for ${preset} can't be said in ${currency}: no exchange rate is built in for it.`,
};
