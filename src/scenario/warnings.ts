/** Sentences a planner should read: what was assumed, what can't be judged. */

export const noOrderValue = (): string =>
  'No order_value is given: revenue and profit count as 0, and the plan is optimised for orders.';
export const noMargin = (): string => 'No margin is given: all revenue counts as gross margin.';
export const assumedAudience = (line: string, reason: string): string =>
  `The audience of ${line} is assumed (${reason}): give audience: LO to HI.`;
export const nothingAbove = (line: string): string =>
  `${line} has nobody to reach: no line above it fills its pool, and it has no audience of its own.`;
export const idleRule = (rule: string, of: string): string => `${rule} changes nothing: no line is of ${of}.`;
export const idleShock = (shock: string, platform: string): string =>
  `The shock ${shock} changes nothing on ${platform}: the plan has nothing there.`;
export const assumedReachRate = (name: string): string =>
  `No reach_rate is given for ${name}: what is published for accounts of that size stands in.`;
export const perhapsOneAudience = (lines: readonly string[], name: string): string =>
  `${lines.join(' and ')} have the same audience: if these are the same people, name them once, audiences: { ${name}: … }, and give these lines audience: "@${name}".`;
export const presetWithoutCeiling = (preset: string, reason: string): string =>
  `The preset ${preset} sets no ceiling here: ${reason}.`;
export const presetWithoutDaily = (preset: string, currency: string): string =>
  `What is usual a day for ${preset} can't be said in ${currency}: no exchange rate is built in for it.`;
export const beyondTable = (line: string): string =>
  `${line} spends more a period than its response's table goes to: beyond the last point it counts as bringing no more.`;
