/** Sentences of `huni frontier`. Figures come in written already. */
export const frontierEn = {
  risk: {
    heading: (name: string, goal: string, share: string, count: string) =>
      `${name}: expected ${goal} against the worst ${share} of futures, ${count === '1' ? 'one plan' : `${count} plans`}, every rule kept`,
    title: (mean: string, goal: string, tail: string, share: string) =>
      `Giving up ${mean} of expected ${goal} lifts the worst ${share} of futures by ${tail}`,
    single: (goal: string) =>
      `One plan is best whatever the risk aversion: for expected ${goal} and for the worst futures`,
    note: (share: string) =>
      `Each diamond is the best plan for one weight on the worst ${share} of futures, from none (top left) to all of it (bottom right). Every plan keeps every rule.`,
    x: (goal: string, share: string) => `Mean ${goal} in the worst ${share} of futures`,
    y: (goal: string) => `Expected ${goal}`,
    given: 'As given',
    weight: (weight: string) => `weight ${weight}`,
    neutral: 'expected value only',
    averse: 'worst futures only',
    row: (mean: string, tail: string, lines: string) =>
      `${mean} expected, ${tail} in the worst${lines === '' ? '' : `; ${lines}`}`,
    columns: {
      weight: 'Weight on the worst',
      mean: 'Expected',
      cvar: 'Worst futures',
      p10: 'P10',
      p90: 'P90',
      largest: 'Largest lines',
    },
  },
  budget: {
    heading: (name: string, from: string, to: string) =>
      `${name}: the best plan for each budget from ${from} to ${to}, every rule kept`,
    stops: (budget: string) => `Beyond ${budget} the next unit of currency is expected to bring less than it costs`,
    never: 'Every unit of currency, from the first, is expected to bring less than it costs',
    pays: (budget: string) => `Up to ${budget}, each further unit of currency earns more than it costs, on average`,
    goalStops: (budget: string, weight: string, share: string) =>
      `; with a weight of ${weight} on the worst ${share} of futures, beyond ${budget}`,
    luckyStops: (budget: string) => `; without the luckiest tenth of futures, beyond ${budget}`,
    titles: {
      profit: (budget: string) => `Profit against the budget: money stops paying at ${budget}`,
      profitNever: 'Profit against the budget: money does not pay from the first unit on',
      profitPays: (budget: string) => `Profit against the budget: it still pays at ${budget}`,
      orders: (low: string, high: string, from: string, to: string, what: string) =>
        `${low} ${what} for ${from}, ${high} for ${to}`,
      marginal: 'What the next unit of currency earns, after it is paid for',
    },
    note: 'Line: the mean. Band: 8 of 10 futures, P10 to P90. Each budget is split anew, as is best under the rules.',
    axes: { budget: 'Budget', profit: 'Profit', orders: 'Orders', marginal: 'Profit of the next unit' },
    today: (budget: string) => `today ${budget}`,
    stop: (budget: string) => `stops paying ${budget}`,
    goalStop: (budget: string) => `stops, weighing the worst futures ${budget}`,
    luckyStop: (budget: string) => `stops, without the luckiest tenth ${budget}`,
    columns: {
      budget: 'Budget',
      profit: 'Profit',
      orders: 'Orders',
      marginal: 'Next unit earns',
      p10: 'P10',
      mean: 'Mean',
      p90: 'P90',
    },
    band: (mean: string, low: string, high: string) => `${mean} (${low} to ${high})`,
    infeasible: (rules: string) => `no plan keeps ${rules}`,
    none: 'No budget looked at has a plan that keeps every rule.',
  },
  target: {
    largest: (target: string, budget: string) => `${target}: met up to a budget of ${budget}`,
    smallest: (target: string, budget: string) => `${target}: met from a budget of ${budget}`,
    all: (target: string, from: string, to: string) =>
      `${target}: met at every budget looked at, from ${from} to ${to}`,
    none: (target: string, from: string, to: string) => `${target}: met at no budget looked at, from ${from} to ${to}`,
    error: (error: string) => ` (± ${error}: Monte Carlo error, and the step between the budgets tried)`,
  },
};
