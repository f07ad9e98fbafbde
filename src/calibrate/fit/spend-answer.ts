import type { GroupFit } from './group.js';

/** By how much price changed with each doubling of spend, as a share: median and 90 % interval. */
export interface SpendAnswer {
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

/** Whether the rows tell that price answers to spend at all: the 90 % interval leaves out 0. */
export function isPlain({ low, high }: SpendAnswer): boolean {
  return low > 0 || high < 0;
}

/** A spend answer as words: `price changed by 8 % (90 %: 3 % to 14 %) with each doubling of spend`. */
export function spendAnswerText({ median, low, high }: SpendAnswer): string {
  const percent = (share: number) => `${Math.round(100 * share)} %`;
  return `price changed by ${percent(median)} (90 %: ${percent(low)} to ${percent(high)}) with each doubling of spend`;
}
