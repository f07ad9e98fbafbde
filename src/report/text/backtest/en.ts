/** What is said of plans held against what came in English. */
export const backtestEn = {
  title: 'Plans held against what came',
  trusted: 'Can the bands be trusted?',
  scores: 'Scores',
  all: 'In all',
  outcomes: { impressions: 'impressions', clicks: 'clicks', conversions: 'conversions' },
  baselines: {
    'naive rate': 'naive rate',
    'seasonal-naive rate': 'seasonal-naive rate',
    'smoothed rate': 'smoothed rate',
    'naive volume': 'naive volume',
    'seasonal-naive volume': 'seasonal-naive volume',
    'smoothed volume': 'smoothed volume',
  },
  days: (days: string) => `days, ${days} ahead`,
  total: (days: string) => `${days} days`,
  holds: 'holds so far',
  misses: { coverage: 'misses (coverage)', bias: 'misses (bias)' },
  open: (weeks: string, one: boolean) => `can't tell yet: about ${weeks} more ${one ? 'week' : 'weeks'} would`,
  kinds: { 'holds so far': 'holds so far', misses: 'misses', "can't tell yet": "can't tell yet" },
  verdict: (group: string, outcome: string, verdict: string, proof: string) =>
    `${group}, ${outcome}: ${verdict}. ${proof}.`,
  proof: (
    span: string,
    inside: string,
    band: string,
    low: string,
    high: string,
    bias: string,
    least: string,
    most: string,
  ) => `${span}: ${inside} within the ${band} band (90%: ${low} to ${high}), mean ${bias} (${least} to ${most})`,
  columns: {
    group: 'what',
    outcome: 'outcome',
    span: 'span',
    origins: 'origins',
    inside: (band: string) => `in ${band}`,
    bias: 'bias',
    crps: 'CRPS',
    ratio: 'of best’s',
    baseline: 'best baseline',
    verdict: 'verdict',
  },
  done: (plans: string, one: boolean, first: string, last: string, horizon: string) =>
    `${one ? 'One plan' : `Plans from ${plans} days`}, ${first} to ${last}: calibrated from the rows up to then and priced with the spend that was made after, as calibrate and run do; days up to ${horizon} ahead, and totals.`,
  baselinesNote:
    'The “rate” baselines are given that spend too (their rate times it); the “volume” ones are not. Each baseline’s band is drawn from its own past errors over as long a time.',
  charts: {
    days: (group: string, outcome: string) => `${group}: ${outcome} a day, forecast and what came`,
    daysNote: 'Band: 80% of each plan, made on the day it begins from what was known then. Points: what came.',
    total: (group: string, outcome: string, days: string) =>
      `${group}: ${outcome} in ${days} days, forecast and what came`,
    totalNote: 'Band: 80% of each plan, where its last day is. Points: what came in those days.',
    transforms: (group: string, what: string) => `${group}: where ${what} fell in their forecast`,
    ofDays: (outcome: string) => `${outcome} of days`,
    ofTotal: (outcome: string, days: string) => `${outcome} of ${days} days`,
    transformsNote:
      'A tenth in each tenth of the forecast where bands are right; high ends: too narrow; high middle: too wide.',
    below: 'probability forecast to be below what came',
    share: 'share',
  },
};
