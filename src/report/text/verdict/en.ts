/** What a verdict says in English. Figures and names come in written; a catalogue of another language has this type. */
export const verdictEn = {
  /** The first sentence of every report, by the verdict's kind. */
  move: (moves: string, better: string, gain: string) =>
    `Move ${moves}: better in ${better} of futures, ${gain} in the middle outcome.`,
  moves: (amount: string, from: string, to: string) => `${amount} from ${from} to ${to}`,
  movesInAll: (amount: string, count: string, largest: string) => `${amount} in ${count} steps, the largest ${largest}`,
  test: (amount: string, line: string, days: string) =>
    `Test before you move: ${amount} on ${line} over ${days}, since what speaks for a move is mostly guessed.`,
  keep: 'Keep the plan: no other one is better by the tests below.',
  less: (amount: string) => `Spend less, or don't: even the best plan found loses ${amount} in the middle outcome.`,
  nothing: (amount: string) =>
    `Don't spend it: no plan found earns its money back, and the plan given loses ${amount} in the middle outcome.`,
  nobody: (share: string) => `Don't spend it like this: ${share} of the budget finds nobody to show ads to.`,
  startEarns: (amount: string) =>
    `Start with this split: no budgets were given, so there is nothing to compare it with; it earns ${amount} in the middle outcome.`,
  startFor: (figure: string, name: string) =>
    `Start with this split: no budgets were given, so there is nothing to compare it with; ${name} in the middle outcome: ${figure}.`,
  /** An amount that counts customers on after the plan, beside figures that don't. */
  withLater: (amount: string) => `${amount} (with the orders that come after it)`,
  /** Of a plan that was priced only: no other one was looked for. */
  pricedLoses: (amount: string) =>
    `The plan as given loses ${amount} in the middle outcome; nothing was optimised, so a better one may exist.`,
  pricedEarns: (amount: string) =>
    `No budgets were given, so huni's own split was priced, and nothing was optimised; it earns ${amount} in the middle outcome.`,
  pricedFor: (figure: string, name: string) =>
    `No budgets were given, so huni's own split was priced, and nothing was optimised; ${name} in the middle outcome: ${figure}.`,
  /** A gain of a goal that isn't any one figure. */
  moreOfGoal: (share: string) => `the goal's value up by ${share}`,
  /** Why, a clause for each test. */
  because: {
    probability_better: (value: string, needed: string) => `better in ${value} of futures (${needed} asked)`,
    one_more: (value: string, name: string) => `the middle gain comes to ${value} ${name} (at least one asked)`,
    gain: (value: string, needed: string) => `the middle gain is ${value} of cost (more than ${needed} asked)`,
    gainOfGoal: (value: string, needed: string) =>
      `the middle gain is ${value} of what the plan brings (more than ${needed} asked)`,
    loss: (value: string, needed: string) =>
      `the chance of a loss changes by ${value} points (at most ${needed} more allowed)`,
    loss_with_later: (value: string, needed: string) =>
      `the chance of a loss, with the orders that come after the plan, changes by ${value} points (at most ${needed} more allowed)`,
    targets: (value: string) =>
      value === '0' ? 'no target that was met is missed' : `targets met before and missed then: ${value}`,
    rules: (value: string) =>
      value === '0' ? 'no rule that held is broken' : `rules kept before and broken then: ${value}`,
    delivered: (value: string, needed: string) =>
      `${value} of the budget more finds nobody (at most ${needed} allowed)`,
    delivered_none: 'no more of the budget finds nobody',
    reached: (value: string, needed: string) => `${value} of the budget finds nobody (at most ${needed} allowed)`,
    given_outcome: (value: string) => `the plan given has a middle outcome of ${value} (0 asked)`,
    given_with_later: (value: string) =>
      `the plan given has a middle outcome, with the orders that come after it, of ${value} (0 asked)`,
    middle_outcome: (value: string) => `the better plan's middle outcome is ${value} (0 asked)`,
    middle_with_later: (value: string) =>
      `the better plan's middle outcome, with the orders that come after it, is ${value} (0 asked)`,
    guesses: (value: string, needed: string) =>
      `${value} of the difference's spread is guessed (a test is looked for above ${needed})`,
    test_changes_nothing: 'nothing that a test could show would change what is done',
    test_worth_nothing: 'no test would be worth what it costs',
    test_worth: 'a test would be worth more than it costs',
    test_would_decide: 'what a test could show would change what is done',
    test_value: (value: string, needed: string) => `a test would be worth ${value} of cost (more than ${needed} asked)`,
    test_value_of_goal: (value: string, needed: string) =>
      `a test would be worth ${value} of what the plan brings (more than ${needed} asked)`,
  },
  /** Of a move that hangs on guesses, with what a test would be worth. */
  guessedMove: (share: string, test: string) =>
    `${share} of this difference is guessed (benchmarks, assumptions, wide ranges), but testing first does not pay: ${test}`,
  holds: 'holds',
  fails: 'fails',
  close: 'close: another seed may say otherwise',
  missed: (target: string, before: string) => `${target} was met before (${before}) and would be missed`,
  spread: (parts: string) => `Sources of the spread of outcomes: ${parts}.`,
  sources: {
    yours: (share: string) => `${share} numbers you typed`,
    measured: (share: string) => `${share} what was measured`,
    benchmark: (share: string) => `${share} published benchmarks`,
    assumed: (share: string) => `${share} assumptions`,
  },
  /** What "best" means: the measure of the goal that the optimiser climbs. */
  aim: {
    label: 'Best by',
    short: (name: string, measure: string) => `${name}: ${measure}`,
    maximize: (name: string, measure: string) => `Best is the plan with the highest ${name} by ${measure}.`,
    minimize: (name: string, measure: string) => `Best is the plan with the lowest ${name} by ${measure}.`,
    mean: 'the mean of all futures',
    withoutTenth: 'the mean without the luckiest tenth of futures',
    without: (share: string) => `the mean without the luckiest ${share} of futures`,
    worst: (share: string) => `the mean of the worst ${share} of futures`,
    weighed: (weight: string, share: string) => `the mean, the worst ${share} of futures weighing ${weight}`,
  },
  testDetails: {
    lead: (amount: string, line: string, days: string) =>
      `Run the best plan for ${days} first and watch ${line}, which spends ${amount} in them.`,
    none: 'No test is worth making before money moves.',
    because: (clause: string) => `Here ${clause}.`,
    sizes: 'What a test is worth by its size',
    columns: { length: 'Length', amount: 'Money on the line', value: 'Worth, net of its cost' },
    expect: (outcome: string, middle: string, low: string, high: string) =>
      `Expect ${middle} ${outcome} (8 in 10: ${low} to ${high}).`,
    rule: (below: string, above: string) =>
      below === above
        ? `Move the rest if one costs under ${below}; stop above it.`
        : `Move the rest if one costs under ${below}; stop above ${above}; in between, test on.`,
    wrong: (share: string) => `Going by this rule is the wrong decision in ${share} of futures.`,
    value: (amount: string) => `The test is worth ${amount} more than it costs, on average.`,
  },
  breakEven: {
    title: 'What would have to be true',
    lead: 'Each alone, all else as it is: the value from which the middle outcome breaks even, or the first missed target is met.',
    columns: { input: 'Input', now: 'Now', needed: 'Needed', chance: 'How likely' },
    atLeast: (value: string) => `at least ${value}`,
    atMost: (value: string) => `at most ${value}`,
    typed: 'a single value, as typed',
    /** In one line, for a terminal. */
    label: 'Needs',
    toBreakEven: 'to break even in the middle',
    forTarget: (target: string) => `for ${target}`,
    short: (what: string, input: string, needed: string, now: string, chance: string) =>
      `${what}: ${input} ${needed} (now ${now}; how likely: ${chance})`,
    or: ', or ',
    none: 'no value within eight times is enough',
    /** Of all inputs, in one line. */
    noneAlone: 'no single input is enough alone, within eight times what it is now',
    rate: (name: string, line: string) => `${name} (all lines alike; shown: ${line})`,
  },
  sections: { test: 'A test worth making', why: 'Why', plausible: 'Hard to believe' },
  outcomes: { orders: 'orders', leads: 'leads', bookings: 'bookings', installs: 'installs' },
} as const;
