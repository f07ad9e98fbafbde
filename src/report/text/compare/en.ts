/** What a comparison says in English. Figures come in written already; a catalogue of another language has this type. */
export const compareEn = {
  language: 'en',
  none: '—',
  range: (low: string, high: string) => `${low} to ${high}`,
  heading: (scenarios: string, draws: string, goal: string, anew: boolean) =>
    `${scenarios} scenarios on the same ${draws} futures, ${anew ? 'best plans where rules differ or posts are to be chosen' : 'plans as given'}, ranked by mean ${goal}`,
  rank: {
    title: 'Rank',
    note: (base: string) =>
      `Best: the share of futures in which no other scenario does better. Regret: what the best scenario of each future has more, on average. Differences are against ${base}, future by future.`,
    undefined: (share: string) =>
      `In ${share} of futures a scenario has no value to compare; chances are over the rest.`,
    columns: {
      rank: '#',
      scenario: 'Scenario',
      range: 'P10 to P90',
      best: 'Best',
      regret: 'Regret',
      held: 'Rules, targets',
    },
    goal: (goal: string) => `Mean ${goal}`,
    held: (rules: string, ofRules: string, targets: string, ofTargets: string) =>
      `${rules} of ${ofRules}, ${targets} of ${ofTargets}`,
    more: (count: string) => `and ${count} more`,
  },
  difference: {
    title: (base: string) => `Against ${base}`,
    columns: { scenario: 'Scenario', kpi: 'Figure', mean: 'Difference', range: 'P10 to P90', more: 'Chance of more' },
    same: 'the same in every future',
  },
  terminal: {
    ahead: (label: string, change: string, goal: string, base: string, low: string, high: string, share: string) =>
      `${label}: ${change} ${goal} against ${base} on average (P10 ${low}, P90 ${high}), ahead in ${share} of futures`,
    changed: (label: string, change: string, rest: string) =>
      `What ${label} changes: ${change}${rest === '0' ? '' : `; and ${rest} more`}`,
  },
  charts: {
    difference: {
      most: (label: string, change: string, kpi: string, base: string, share: string) =>
        `${label} has the most ${kpi}: ${change} against ${base} on average, more in ${share} of futures`,
      nearest: (label: string, change: string, kpi: string, base: string) =>
        `None has more ${kpi} than ${base} on average; ${label} comes nearest with ${change}`,
      one: (label: string, change: string, kpi: string, base: string, share: string) =>
        `${label}: ${change} ${kpi} against ${base} on average, more in ${share} of futures`,
      widest: (label: string, change: string, kpi: string, base: string) =>
        `${label} differs most in ${kpi}: ${change} against ${base} on average`,
      note: (base: string) =>
        `Each scenario less ${base} in the same futures. Bars: P10 to P90; dots: the mean; at the right, the chance of more.`,
      same: 'same',
      none: (kpi: string) => `No scenario differs in ${kpi}.`,
      some: (shown: string, all: string) => `The ${shown} that differ most of ${all}.`,
    },
    best: {
      title: (label: string, share: string, regret: string, goal: string) =>
        `${label} is best in ${share} of futures; having chosen it costs ${regret} of ${goal} on average against knowing the future`,
      note: 'Bars: the share of futures in which a scenario is the best one. At the right, that share and the mean regret.',
      some: (shown: string, all: string) => `The first ${shown} of ${all}.`,
      none: 'In no future do all scenarios have a value to compare.',
    },
  },
  changes: {
    title: 'What changed',
    against: (label: string, base: string) => `${label}, against ${base}`,
    nothing: 'Nothing that the figures depend on.',
    changed: (name: string, before: string, after: string) => `${name}: ${after} instead of ${before}`,
    budget: 'Budget',
    horizon: 'Horizon',
    start: 'Start',
    noStart: 'no date',
    added: (line: string, budget: string) => `${line} is new, with ${budget}`,
    removed: (line: string, budget: string) => `${line} is gone, with its ${budget}`,
    response: (line: string) => `${line}: another fitted curve`,
    flighting: (line: string) => `${line}: another flighting`,
    rate: (line: string, metric: string) => `${line}, ${metric}`,
    all: (metric: string, change: string) => `${metric}, all lines: ${change}`,
    season: (metric: string, periods: string, change: string) => `${metric}, ${periods}: ${change}`,
    period: (unit: string, first: string, last: string) =>
      first === last ? `${unit} ${first}` : `${unit}s ${first} to ${last}`,
    unit: { day: 'day', week: 'week', month: 'month' },
    creativeOff: 'off',
    creativeOn: 'on',
    creative: 'Creative tiers',
    split: 'Creative split',
    noise: (platform: string) => `Price noise of ${platform}`,
    noiseValue: (sd: string, rho: string) => `sd ${sd}, from one period to the next ${rho}`,
    correlation: 'Correlations between inputs differ',
    ruleAdded: (rule: string, value: string) => `New rule, ${rule}: ${value}`,
    ruleDropped: (rule: string, value: string) => `No rule any more for ${rule} (${value})`,
    rule: (rule: string) => `Rule, ${rule}`,
    rules: {
      share: (name: string) => `${name}'s share`,
      retargeting: 'consideration to conversion',
      creative: 'split of creative money',
      bound: {
        min: (name: string) => `${name}, at least`,
        max: (name: string) => `${name}, at most`,
        fixed: (name: string) => `${name}, exactly`,
      },
      daily: (name: string) => `${name}, a day at least`,
      newChannels: 'kept for new channels',
      cpa: 'cost per conversion, at most',
      cpm: 'price of 1,000 impressions, at most',
      roas: 'revenue over spend, at least',
      cvar: 'mean profit of the worst futures, at least',
      adequacy: 'conversions a week of a live line',
      spending: 'the budget',
      exact: 'spent wholly',
      maximum: 'a maximum',
      chance: (value: string, probability: string) => `${value} with ${probability}`,
      worst: (value: string, tail: string) => `${value} in the worst ${tail}`,
      tolerance: (value: string, tolerance: string) => `${value} ± ${tolerance}`,
    },
    goal: 'Goal',
    aversion: 'Risk aversion',
    tail: 'Worst share of futures looked at',
    targetAdded: (target: string) => `New target ${target}`,
    targetDropped: (target: string) => `No target ${target} any more`,
    population: 'People in the market',
    noPopulation: 'not given',
    fixedCost: (name: string) => `Fixed cost ${name}`,
    nothingGiven: 'none',
  },
} as const;
