import type { DecidedOptimum } from './discrete.js';

/** Excess of a sampled rule, in shares of the budget, that counts as one that can't be satisfied. */
export const BROKEN = 1e-6;

/** Whether a plan breaks a sampled rule on the draws that it was fitted to. */
export function breaksRule({ optimum }: DecidedOptimum): boolean {
  return optimum.point.rules.some((rule) => rule.value > BROKEN);
}
