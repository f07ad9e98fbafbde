import type { GroupFit } from './group.js';

/** By how much price changed with each doubling of spend, as a share: median and 90 % interval. */
interface SpendAnswer {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** Posterior of a group's answer of price to scale, `2^effect − 1`. */
export function spendAnswer({ price }: GroupFit): SpendAnswer {
  const sorted = Float64Array.from(price.draws, ({ effects }) => 2 ** effects[2] - 1).sort();
  const at = (p: number) => sorted[Math.round((sorted.length - 1) * p)] ?? 0;
  return { median: at(0.5), low: at(0.05), high: at(0.95) };
}

/** A spend answer in whole percent, to be written. */
export function inPercent({ median, low, high }: SpendAnswer): SpendAnswer {
  const percent = (share: number) => Math.round(100 * share);
  return { median: percent(median), low: percent(low), high: percent(high) };
}
