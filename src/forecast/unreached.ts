import type { KpiSummaries } from './result.js';

/**
 * Money that is expected to find nobody, in currency, of a plan or one of its lines: not what an outage or a stopped phase left
 * unspent. Only plans with one of these have a figure of its own for it; elsewhere it is what is unspent.
 */
export function unreachedOf(figures: KpiSummaries | undefined): number {
  return (figures?.unreached ?? figures?.unspent)?.mean ?? 0;
}
