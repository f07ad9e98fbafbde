import type { PeriodUnit } from '../../scenario/types.js';

/** The charts' titles, notes and labels. */
export const chartsText = {
  byDate: (date: string) => `by ${date}`,
  byPeriod: (unit: PeriodUnit, number: number) => `by the end of ${unit} ${number}`,
  range: (low: string, high: string) => `${low} to ${high}`,
  allocation: {
    move: (amount: string, from: string, to: string) => `Move ${amount} from ${from} to ${to}`,
    moveMost: (amount: string, most: string, from: string, to: string) =>
      `Move ${amount}, most of it (${most}) from ${from} to ${to}`,
    moveSome: (amount: string, largest: string, from: string, to: string) =>
      `Move ${amount} between lines, the largest part (${largest}) from ${from} to ${to}`,
    sure: (change: string, kpi: string, better: string) =>
      `${change} ${kpi} in the middle outcome, better in ${better} of futures`,
    unsure: (change: string, kpi: string) => `${change} ${kpi} in the middle outcome`,
    reshaped: 'Change the budgets as shown',
    kept: 'Keep the plan as it is: no better split was found under its rules',
    infeasible: 'No split of this budget keeps all the rules; the plan is shown as given',
    single: (budget: string, line: string) => `All of ${budget} goes to ${line}`,
    spread: (share: string, budget: string, stage: string, line: string, most: string) =>
      `${share} of ${budget} goes to ${stage}; the largest line is ${line} with ${most}`,
    note: 'Budget of each line before and after; stages show their total and its share of the budget.',
    noteGiven: 'Budget of each line; stages show their total and its share of the budget.',
    columns: { line: 'Stage or line', budget: 'Budget', change: 'Change' },
  },
  fan: {
    note: 'Line: the middle outcome (P50). Band: 8 in 10 futures end inside it (P10 to P90).',
    noteBoth:
      'Line: the middle outcome (P50). Band: 8 in 10 futures end inside it (P10 to P90). Dashed: the same for the plan as given.',
    noteSingle: 'Point: the middle outcome (P50). Bar: 8 in 10 futures end inside it (P10 to P90).',
    noteSingleBoth:
      'Point: the middle outcome (P50). Bar: 8 in 10 futures end inside it (P10 to P90). Grey diamond: the plan as given.',
    tail: (orders: string) => `A further ${orders} orders are recorded after the horizon and not drawn.`,
    columns: { period: 'By the end of', p10: 'P10', p50: 'P50', p90: 'P90' },
  },
  orders: {
    likely: (middle: string, when: string, low: string, high: string) =>
      `Expect about ${middle} orders ${when} (${low} to ${high})`,
    more: (amount: string) => `${amount} more than the plan as given in the middle`,
    fewer: (amount: string) => `${amount} fewer than the plan as given in the middle`,
    none: 'No orders are expected from this plan, so there is no course of orders to draw.',
    axis: 'orders, cumulative',
  },
  profit: {
    breakEven: (when: string, middle: string, by: string, range: string) =>
      `The middle outcome breaks even ${when} and earns ${middle} ${by} (${range})`,
    earned: (middle: string, by: string, range: string) => `The middle outcome earns ${middle} ${by} (${range})`,
    never: (middle: string, by: string, range: string) =>
      `The middle outcome doesn't break even: ${middle} ${by} (${range})`,
    withTail: (total: string) => `; with orders recorded later, ${total}`,
    none: 'There is no profit to show',
    axis: 'profit, cumulative',
  },
  distribution: {
    chance: (chance: string, middle: string) => `${chance} chance of a loss; the middle outcome is ${middle}`,
    never: (draws: string, middle: string) =>
      `None of ${draws} simulated futures loses money; the middle outcome is ${middle}`,
    always: (draws: string, middle: string) =>
      `Every one of ${draws} simulated futures loses money; the middle outcome is ${middle}`,
    changed: (chance: string, before: string, middle: string) =>
      `${chance} chance of a loss, against ${before} as given; the middle outcome is ${middle}`,
    note: (draws: string) => `Profit in ${draws} simulated futures; bars left of zero lose money.`,
    noteBoth: (draws: string) =>
      `Profit in ${draws} simulated futures of the optimised plan; bars left of zero lose money. Dashed outline: the plan as given.`,
    beyond: (share: string) => `${share} of the futures lie beyond the picture.`,
    same: (value: string) =>
      `Every simulated future ends with the same profit, ${value}: there is no distribution to draw.`,
    loss: (share: string) => `${share} lose`,
    gain: (share: string) => `${share} earn`,
    axisShare: 'share of futures',
    columns: { from: 'Profit from', to: 'to' },
  },
  bridge: {
    leaves: (margin: string, media: string, other: string, profit: string) =>
      `${margin} of gross margin less ${media} of media${other === '' ? '' : ` and ${other} of other costs`} leaves ${profit} on average`,
    loses: (margin: string, media: string, other: string, loss: string) =>
      `${margin} of gross margin doesn't pay for ${media} of media${other === '' ? '' : ` and ${other} of other costs`}: ${loss} is lost on average`,
    future: (amount: string) => `customers won bring ${amount} more later`,
    note: 'Means of all futures, which add up. Filled: money in; hollow: money out; bold: what it comes to.',
    noteFuture: 'Orders that customers place after the horizon are in no other figure.',
    noteBaseline: (orders: string) =>
      `Grey: ${orders} orders that are expected without any spend; they are in no other figure either.`,
    noteBaselineAlone: (orders: string) =>
      `Grey: ${orders} orders that are expected without any spend; they are in no other figure.`,
    parts: {
      recorded: 'Gross margin recorded',
      margin: 'Gross margin',
      media: 'Media',
      fees: 'Fees',
      tax: 'Tax',
      fixed_costs: 'Fixed costs',
      posts: 'Posts',
      production: 'Content and formats',
      community: 'Answering messages',
      profit_recorded: 'Profit recorded',
      tail: 'Recorded after the horizon',
      profit: 'Profit',
      future: "Customers' later orders",
      profit_future: 'Profit and later orders',
      baseline: 'Baseline, without any spend',
      everything: 'With the baseline',
    },
    columns: {
      part: 'Mean over all futures',
      orders: 'Orders',
      revenue: 'Revenue',
      amount: 'Amount',
      sum: 'Adds up to',
    },
  },
  funnel: {
    split: (wide: string, seen: string, close: string, won: string, spent: string) =>
      `${wide} brings ${seen} of impressions; ${close} wins ${won} of conversions on ${spent} of the budget`,
    same: (stage: string, seen: string, won: string) =>
      `${stage} brings ${seen} of impressions and ${won} of conversions`,
    single: (clicks: string, conversions: string) =>
      `${clicks} of impressions are clicked and ${conversions} of clicks convert`,
    fitted: 'All that comes back is told by fitted curves: there is no funnel to show.',
    nobody: 'People see the ads, but nobody converts',
    nothing: 'The budget finds nobody to show ads to',
    note: 'Bars: the middle outcome (P50) of each stage; whiskers: P10 to P90. Each panel has a scale of its own.',
    absent: 'The result has no figures by stage, so there is no funnel to draw.',
    columns: { stage: 'Stage' },
  },
  response: {
    best: (amount: string, best: string, more: string, worst: string, fewer: string) =>
      `At today's spend the next ${amount} brings ${more} orders on ${best}, ${fewer} on ${worst}`,
    single: (amount: string, platform: string, more: string) =>
      `At today's spend the next ${amount} on ${platform} brings ${more} orders`,
    none: 'More spend brings no more orders on any platform',
    absentOrders: 'More spend brings no orders on any platform, so there are no response curves to draw.',
    note: "Extra orders against the platform's spend, all else as given. Band: P10 to P90. All panels share one scale: steeper is better.",
    absent: 'The forecast has no response curves, so there are none to draw.',
    today: 'today',
    optimized: 'optimised',
    x: 'spend',
    y: 'extra orders',
    columns: { platform: 'Platform', spend: 'Spend', p10: 'P10', p50: 'P50', p90: 'P90' },
  },
  targets: {
    all: (count: number) =>
      count === 1 ? 'The target is met' : count === 2 ? 'Both targets are met' : `All ${count} targets are met`,
    some: (failed: number, count: number) =>
      count === 1
        ? 'The target is missed'
        : failed === count
          ? count === 2
            ? 'Both targets are missed'
            : `All ${count} targets are missed`
          : `${failed} of ${count} targets ${failed === 1 ? 'is' : 'are'} missed`,
    failed: (target: string, probability: string, required: string) =>
      `${target} comes true in ${probability} of futures, ${required} required`,
    failedMean: (target: string) => `${target} doesn't hold on average`,
    note: 'Share of futures that meet each target; the bar is the share required.',
    noteBoth:
      'Share of futures that meet each target with the optimised plan (hollow: as given); the bar is the share required.',
    onMean: 'Targets on the mean have no chance to draw; they are in the table.',
    absent: 'The scenario sets no targets, so there are no chances to show.',
    absentChance:
      'The targets are on the mean, so there are no chances to draw; the table of targets says whether they hold.',
    comparisons: { '>=': 'at least', '<=': 'at most', '>': 'above', '<': 'below' },
    met: 'met',
    missed: 'missed',
    needs: (share: string) => `needs ${share}`,
    columns: {
      target: 'Target',
      plan: 'Plan',
      probability: 'Chance',
      required: 'Required',
      value: 'Mean',
      outcome: 'Outcome',
    },
  },
};
