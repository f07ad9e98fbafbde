import type { ScenarioWords } from './types.js';

/** What stands in scenarios made from files, in English. */
export const scenarioEn: ScenarioWords = {
  sentences: {
    calibratedFrom: (sources) => `Calibrated from ${sources}.`,
    budgetGiven: () => 'The budget is as told, split as the last four weeks were.',
    budgetAtPace: () => 'Budgets go on at the pace of the last four weeks: they are where a plan starts, not advice.',
    budgetOfUnknownTime: () =>
      'Budgets are what the rows spent, over how long is not known: they are where a plan starts, not advice.',
    creativeOff: () => 'What the account shows is in its rates already, so no creative wears out beside them.',
    change: () =>
      'What the account has shown is of about this spend a line: further off it is a guess. Yours to change or take out.',
    priceNoise: (unit) => `Day-to-day noise of price, averaged over a ${unit} and the campaigns side by side.`,
    noiseUnseen: (unit) =>
      `noise: a row covers more than a ${unit}, so what moves within it isn't seen, and the default stays.`,
    noiseOfOneDay: () => 'noise: the rows are of one day only, so the default stays.',
    nothingShared: () => 'correlation: one campaign tells nothing of what lines have in common, so the defaults stay.',
    shared: () =>
      "Shares of variance in common, from campaigns' surprises in the same period, weighed against the defaults.",
    pairs: () => 'What a click or an order costs moved less, or more, than its price and rates apart.',
    noDates: () => 'season: the rows have no dates.',
    noSeason: () => 'season: less than two years of rows, and no weekday that differs, so none.',
    months: (years, say) => `Months against their year, from ${say.count(years)} campaign-years.`,
    weekdays: () => 'Monday first, against the week around them; only plans by day have weekdays.',
    stages: () => 'Which stage of the funnel each campaign is for. Correct what is wrong and hand the file in again:',
    skip: () => 'left out',
    mediaPlan: (source) =>
      `From the media plan ${source}. Budgets and days are its own; prices and rates are the built-in benchmarks:`,
    mediaPlanPrices: () => 'huni calibrate on exports of the account says them better.',
  },
  notes: {
    orderValue: (orders, say) =>
      `revenue over ${say.count(orders)} ${orders === 1 ? 'order' : 'orders'} of the exports`,
    delay: (restated, say) =>
      restated === null
        ? 'as given'
        : `half of the conversions are recorded by then: ${say.count(restated)} that two reports have`,
    leads: () => 'conversions of the exports are leads',
    rows: (count, say) => (count === 1 ? '1 row' : `${say.count(count)} rows`),
    pairsOfFigures: (count, say) => (count === 1 ? '1 pair' : `${say.count(count)} pairs`),
    withoutFatigue: (percent) => `without the fatigue of ${percent} % that the model adds`,
    ofBenchmarks: () => 'not in the exports, so from the built-in benchmarks',
    ofOtherPlatforms: () => "not in the exports, and nothing is published: the other platforms' level",
    noExchangeRate: (currency) =>
      `not in the exports, and no exchange rate is built in for ${currency}: give the cpm, for instance 2.1 to 4.9`,
    audienceOfReach: (rows, say) =>
      `people within reach of a row, from reach and impressions of ${say.count(rows)} ${rows === 1 ? 'row' : 'rows'}`,
    audienceAssumed: (seen) =>
      `no reach in the exports: ${seen} impressions a person in four weeks at the recent pace are assumed`,
    audienceDefault: () => 'no reach above one view a person in the exports, so from the built-in default',
    fatigue: (rows, say) =>
      `click rate against frequency, ${say.count(rows)} ${rows === 1 ? 'row' : 'rows'}, weighed against the default`,
    fatigueDefault: () => "click rates beside reach and frequency are too few to tell, so the model's default",
    claimed: () => "the platform's own claims, taken whole: some would have come anyway; a holdout test says how many",
    noPressure: ({ median, low, high }) =>
      `price changed by ${median} % (90 %: ${low} % to ${high} %) with each doubling of spend: none is told from the line's own`,
    pressure: (percent, changes, say) =>
      `price changed by ${percent} % with each doubling of spend, over ${say.count(changes)} changes`,
    pressureAt: () => 'a day, as of late',
    drift: () => 'what they walk by in a week, part of what is said above of the horizon; `track` begins with it',
    alone: () => 'what lines vary by beside their platform; `track` begins with it',
    carriedIn: () => 'spend of the periods before, oldest first',
    ofRows: (rows) => `row${rows.length === 1 ? '' : 's'} ${rows.join(', ')}`,
  },
  stageEvidence: {
    objective: ({ word }) => `objective: "${word}"`,
    name: ({ word }) => `name: "${word}"`,
    channel: ({ word }) => `channel: "${word}"`,
    nothing: () => 'nothing tells: taken as prospecting',
    given: () => 'as given',
  },
};
