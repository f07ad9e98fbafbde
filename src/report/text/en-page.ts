/** The page's, the Markdown summary's and the terminal's words. */
export const pageText = {
  /** A budget that needn't be spent. */
  upTo: (amount: string) => `up to ${amount}`,
  subtitle: (budget: string, horizon: string, from: string) =>
    `Budget ${budget} over ${horizon}${from === '' ? '' : `, from ${from}`}`,
  sections: {
    decision: 'The decision',
    figures: 'Key figures',
    bridge: 'How the mean profit adds up',
    moves: 'What to move',
    plan: 'The plan, line by line',
    rules: 'Rules',
    targets: 'Targets',
    charts: 'Charts',
    assumptions: 'Assumptions',
    warnings: 'Warnings',
    reading: 'How to read this',
    reproduce: 'To reproduce it',
  },
  decision: {
    kept: 'Keep the plan as it is: under its rules, no better split was found in fresh futures.',
    infeasible: 'No split of this budget keeps all the rules at once, so the plan is shown as given.',
    local:
      "A better plan may exist: that can't be ruled out here, and the plan shown is the best that several searches found.",
    stalled: 'The search ended before it was certain that nothing is better; the plan shown is the best found.',
    given: 'This prices the plan as given; nothing was optimised.',
    move: (move: string, gain: string) => `${move}: ${gain}.`,
    band: (name: string, low: string, high: string) =>
      `8 in 10 futures put the change in ${name} between ${low} and ${high}.`,
    earns: (plan: string, middle: string, range: string, loss: string) =>
      `${plan} earns ${middle} in the middle outcome (P10 to P90: ${range}); the chance of a loss is ${loss}.`,
    loses: (plan: string, middle: string, range: string, loss: string) =>
      `${plan} loses money: the middle outcome is ${middle} (P10 to P90: ${range}) and the chance of a loss is ${loss}.`,
    range: (plan: string, name: string, range: string) => `${plan}: ${name} of ${range} in 8 of 10 futures.`,
    plans: { given: 'The plan as given', optimized: 'The optimised plan' },
    targetsMet: (count: string) =>
      count === '1' ? 'The target is met.' : count === '2' ? 'Both targets are met.' : `All ${count} targets are met.`,
    rulesBroken: (rules: string) => `These rules are broken by the plan: ${rules}.`,
    rulesBrokenGiven: (rules: string) => `The plan as given breaks these rules: ${rules}.`,
    noTargets: 'The scenario sets no targets.',
  },
  figures: {
    columns: { figure: 'Figure', given: 'As given, P50', p10: 'P10', p50: 'P50', p90: 'P90', mean: 'Mean' },
    loss: 'Chance of a loss',
    middleProfit: 'Profit, middle outcome',
    middle: (name: string) => `${name}, middle outcome`,
    instead: (before: string) => `${before} as given`,
    undefined: (kpis: string) =>
      `Without a value in some futures (nothing to divide by), figures over the rest: ${kpis}.`,
    note: 'P10: one future in ten is lower. P50: the middle. P90: one in ten is higher. The P10, P50 and P90 of parts do not add up to those of the whole; means do.',
  },
  bridge: { item: 'Mean over all futures' },
  moves: {
    columns: {
      line: 'Line',
      given: 'As given',
      planned: 'Optimised',
      change: 'Change',
      daily: 'A day',
      share: 'Share',
    },
    columnsGiven: { budget: 'Budget' },
    total: 'Total',
    list: (amount: string, from: string, to: string) => `${amount} from ${from} to ${to}`,
    posts: (name: string, before: number, after: number) =>
      `${name}: ${before} to ${after} ${after === 1 ? 'post' : 'posts'}`,
    withPosts: (name: string, posts: number) => `${name} · ${posts} ${posts === 1 ? 'post' : 'posts'}`,
    creative: (split: string) => `Creative money: ${split}.`,
    creativeChange: (before: string, after: string) => `Creative money: ${after} instead of ${before}.`,
  },
  rules: {
    columns: { rule: 'Rule', value: 'Value', allowed: 'Allowed', holds: 'Holds', price: 'Its price' },
    yes: 'yes',
    no: 'no',
    atLeast: (value: string) => `at least ${value}`,
    atMost: (value: string) => `at most ${value}`,
    exactly: (value: string) => `exactly ${value}`,
    between: (low: string, high: string) => `${low} to ${high}`,
    asked: 'as asked',
    off: (value: string) => `${value} off`,
    free: 'costs nothing',
    without: (gain: string, goal: string) => `${gain} ${goal} without it`,
    slack: {
      money: 'for each unit of slack',
      share: 'for each point of slack',
      ratio: 'for each point of the budget off the ratio',
      creative: 'for each point of tolerance',
    },
    multiplier: (gain: string, per: string) => `${gain} ${per}`,
    budgetPrice: (gain: string) => `${gain} for the next unit of budget`,
    platform: (name: string) => `${name}'s budget`,
    line: (name: string) => `${name}: budget`,
    lineDaily: (name: string) => `${name}: daily minimum while on`,
    stage: (name: string) => `${name}'s share of the budget`,
    none: 'The scenario sets no rules but the budget.',
    budgetMaximum: 'Spend, at most the budget',
    costs: {
      costs: (rule: string, allowed: string, cost: string, goal: string, band: string) =>
        `${rule} (${allowed}): keeping it costs ${cost} of expected ${goal} (${band})`,
      gains: (rule: string, allowed: string, gain: string, goal: string, band: string) =>
        `${rule} (${allowed}): keeping it brings ${gain} of expected ${goal} (${band})`,
      band: (share: string, low: string, high: string) => `${share} of futures: ${low} to ${high}`,
      always: 'in every future',
      better: (share: string, amount: string) => `, and leaves the worst ${share} of futures ${amount} better off.`,
      worse: (share: string, amount: string) => `, and leaves the worst ${share} of futures ${amount} worse off.`,
    },
  },
  unspent: {
    left: (amount: string, budget: string) =>
      `${amount} of the ${budget} stays unspent: under these rules it would earn less than it costs.`,
    given: (amount: string, budget: string) => `${amount} of the ${budget} stays unspent.`,
    none: (budget: string) => `All of the ${budget} is spent, though less would be allowed: it still pays.`,
    audience: (amount: string, budget: string, line: string) =>
      `${amount} of the ${budget} finds no audience on average, most of it on ${line}.`,
    audienceByRule: (amount: string, budget: string, line: string) =>
      `${amount} of the ${budget} finds no audience on average, most of it on ${line}: a rule keeps money there.`,
  },
  assumptions: {
    columns: { quantity: 'Quantity', value: 'Value', origin: 'Where from' },
    interval: (low: string, high: string) => `${low} to ${high}`,
    intervalNote: 'Ranges hold 9 in 10 futures (P5 to P95).',
    origins: {
      given: 'the scenario',
      default: 'default',
      benchmark: (source: string) => `benchmark: ${source}`,
      assumed: (reason: string) => `assumed: ${reason}`,
    },
    fixedCost: (name: string) => `Fixed cost: ${name}`,
    summary: (given: string, defaults: string, benchmarks: string, assumed: string) =>
      `${given} quantities come from the scenario, ${defaults} are defaults, ${benchmarks} come from benchmarks, ${assumed} are assumed.`,
    show: 'All quantities',
  },
  reading: [
    'Every figure comes from many simulated futures: in each, all uncertain inputs take one of their possible values, together.',
    'A band from P10 to P90 holds 8 of 10 futures. It says how uncertain the inputs make the outcome, not how precise the simulation is: that is the Monte Carlo error below.',
    '"Better in 98% of futures" means: in 98% of them the optimised plan does better than the plan as given, on the same draws.',
    'Orders are those the plan adds; what would have been sold without it is not in them.',
    'Budgets are exact. Forecasts are rounded to what they can carry.',
  ],
  reproduce: {
    columns: { what: 'What', value: 'Value' },
    scenario: 'Scenario',
    sha256: 'SHA-256 of the scenario',
    seed: 'Seed',
    draws: 'Draws',
    sampler: 'Sampler',
    version: 'huni',
    accuracy: 'Accuracy',
    accuracyLine: (kpi: string, figure: string, reached: string, asked: string) =>
      `Least exact figure: ${kpi}, ${figure}. Its standard error is ${reached} of its standard deviation (asked: ${asked})`,
    mostDraws: 'No more futures than these are drawn.',
    error: 'Monte Carlo error of the mean profit',
    pseudo: 'Inputs sampled pseudo-randomly, beyond the Sobol table',
    kernel: 'Arithmetic',
    kernels: { reference: 'plain, as this machine has no WebAssembly SIMD: slower' },
    status: 'Optimiser',
    kkt: 'KKT residual',
    optimism: 'Optimism of the fit (objective on its own draws less on fresh ones)',
    statuses: {
      optimal: 'optimal, certified',
      local: 'the best of several optima',
      stalled: 'stalled',
      kept: 'the plan given was kept',
      infeasible: 'no plan keeps all rules',
    },
    note: 'The same file, seed and number of draws give the same figures to the last bit, on any number of cores.',
  },
  table: 'The figures as a table',
  theme: { button: 'Light or dark' },
  pointing: 'Arrow keys step through the figures',
  menu: 'Contents',
  scroll: (title: string) => `${title}, table`,
  check: {
    holds: 'holds ',
    fails: 'fails ',
    rule: (verdict: string, rule: string, value: string, allowed: string) =>
      `${verdict} ${rule}: ${value}, allowed ${allowed}`,
    chance: (verdict: string, target: string, chance: string, required: string) =>
      `${verdict} ${target}: in ${chance} of futures, ${required} required`,
    mean: (verdict: string, target: string, value: string) => `${verdict} ${target}: the mean is ${value}`,
    nothing: 'The scenario has no rules and no targets to check.',
  },
  /** What later orders add to a plan that counts customers on. */
  later: (amount: string) => `with the orders that come after the plan it earns ${amount} in the middle outcome`,
  terminal: {
    report: (path: string) => `Report: ${path}`,
    more: (count: string, amount: string) => `and ${count} smaller moves, ${amount} in all`,
    /** Figures of the plan as given, where the first sentence is on another. */
    ofGiven: (outcome: string) => `(the plan as given) ${outcome}`,
    priced: (budget: string, horizon: string, draws: string) => `${budget} over ${horizon}, ${draws} futures`,
    gain: 'Gain',
    outcome: 'Outcome',
    orders: 'Orders',
    moves: 'Move',
    plan: 'Plan',
    targets: 'Targets',
    rules: 'Rules',
    note: 'Note',
    price: 'Price',
    keep: 'keep every line as it is',
    gainLine: (change: string, name: string, low: string, high: string) =>
      `${change} ${name} in the middle outcome (${low} to ${high})`,
    sureLine: (share: string) => `better in ${share} of futures`,
    profitLine: (verdict: string, middle: string, low: string, high: string, loss: string) =>
      `${verdict} ${middle} in the middle outcome (${low} to ${high}); chance of a loss ${loss}`,
    verdicts: { earns: 'earns', loses: 'a loss:' },
    ordersLine: (middle: string, low: string, high: string, roas: string) =>
      `${middle} (${low} to ${high})${roas === '' ? '' : `; revenue ${roas} times spend`}`,
    targetFails: (target: string, chance: string, required: string) =>
      `missed: ${target} in ${chance} of futures, ${required} required`,
    targetFailsMean: (target: string, value: string) => `missed: ${target}, the mean is ${value}`,
    targetsMet: (count: string) => (count === '1' ? 'met' : count === '2' ? 'both met' : `all ${count} met`),
    targetsMoreMissed: (count: string) => `${count} more missed`,
    targetsAlsoMet: (count: string) => `met: ${count}`,
    warnings: (count: string) => `${count} ${count === '1' ? 'warning' : 'warnings'} in the report`,
    rulesHold: (count: string) =>
      count === '1' ? 'the only one holds' : count === '2' ? 'both hold' : `all ${count} hold`,
    ruleBroken: (rule: string, value: string, allowed: string) => `broken: ${rule}: ${value}, allowed ${allowed}`,
  },
};
