/** Creators, shocks, gates and dashboards' claims: charts and lines of the terminal. */
export const eventsEn = {
  creators: {
    pays: (name: string, cost: string, margin: string, chosen: string) =>
      `A post of ${name} costs ${cost} and brings ${margin} of gross margin: ${chosen}`,
    none: (name: string, cost: string, margin: string) =>
      `No creator's post pays: the best, of ${name}, costs ${cost} and brings ${margin} of gross margin`,
    note: "Upper bars: what a post costs, rights among it; lower bars: the gross margin that it adds. Means over the plan's posts, or of a first one where the plan has none.",
    chosen: (posts: number, most: number) => `${posts} of up to ${most} ${most === 1 ? 'post' : 'posts'}`,
    fixed: (posts: number) => `${posts} ${posts === 1 ? 'post' : 'posts'}`,
    columns: {
      creator: 'Creator',
      cost: 'Cost of a post',
      margin: 'Gross margin of a post',
      next: 'One post more adds to profit',
      posts: 'Posts',
    },
  },
  shocks: {
    worst: (name: string, loss: string, chance: string) =>
      `${name} would cost ${loss} of profit, and comes in ${chance} of futures`,
    robust: (name: string, given: string, robust: string) =>
      `The worst shock, ${name}, costs ${given} as given; the robust plan loses ${robust} at worst`,
    none: 'No shock lowers the expected profit',
    note: 'Mean profit of the futures in which the shock comes: the same futures without it, less with it.',
    noteGiven:
      'Mean profit without any shock less that with this one for certain. No other plan was found that keeps the rules.',
    noteRobust: (difference: string) =>
      `Mean profit without any shock less that with this one for certain. Grey: the plan given; blue: the plan whose worst loss is least, whose expected profit differs from the plan given by ${difference}.`,
    comes: (chance: string) => `comes in ${chance}`,
    robustLine: (robust: string, given: string, difference: string) =>
      `loses ${robust} to the worst shock at most (the plan given ${given}); expected profit ${difference} against it`,
    noRobust: 'no plan was found that keeps the rules',
    label: 'Robust',
    columns: {
      shock: 'Shock',
      chance: 'Comes in',
      loss: 'Loss',
      given: 'Loss as given',
      optimized: 'Loss optimised',
      robust: 'Loss robust',
    },
  },
  gates: {
    label: 'Gate',
    worth: (phase: string, chance: string, value: string) =>
      `The gate after ${phase} is passed in ${chance} of futures; the right to stop there is worth ${value}`,
    costs: (phase: string, chance: string, value: string) =>
      `The gate after ${phase} is passed in ${chance} of futures; stopping there costs ${value} on average`,
    passed: (phase: string, chance: string) => `The gate after ${phase} is passed in ${chance} of futures`,
    note: 'Share of all futures that pass each gate and were not stopped before. Value: mean profit with stopping less without, on the same futures.',
    value: (value: string) => `worth ${value}`,
    columns: { phase: 'Gate after', chance: 'Passed in', value: 'Value of stopping' },
  },
  claims: {
    more: (claimed: string, incremental: string, share: string) =>
      `Dashboards would claim ${claimed} conversions where the model sees ${incremental}: ${share} too many`,
    fewer: (claimed: string, incremental: string) =>
      `Dashboards would claim ${claimed} conversions; the model sees ${incremental}`,
    note: "From top to bottom: what the platform's dashboard claims, its last clicks, and what would be lost without its lines. Means.",
    columns: {
      platform: 'Platform',
      claimed: 'Dashboard claims',
      lastClick: 'Last click',
      incremental: 'Lost without it',
    },
  },
};
