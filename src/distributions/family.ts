import type { Distribution, Family } from './types.js';

export type DistributionOf<F extends Family> = Extract<Distribution, { readonly family: F }>;

/** What every family can answer about a distribution of its own; `check` must have found nothing wrong with it. */
export interface FamilyFunctions<D> {
  /**
   * The value with probability `p` below it and `q = 1 − p` above. Both are given so that the upper tail keeps its digits:
   * where one is below ½, that one is exact.
   */
  quantile(d: D, p: number, q: number): number;
  /** P(X ≤ x). */
  cdf(d: D, x: number): number;
  /** P(X > x), to relative precision in the upper tail. */
  survival(d: D, x: number): number;
  /** Density at x; 0 outside the support and where there is none. */
  density(d: D, x: number): number;
  mean(d: D): number;
  standardDeviation(d: D): number;
  /** Smallest and largest value possible, maybe infinite. */
  support(d: D): readonly [number, number];
  /** What is wrong with the parameters, in sentences; empty where nothing is. */
  check(d: D): readonly string[];
}

/** A sentence for each of the named parameters that is not a finite number. */
export function checkFinite(parameters: Readonly<Record<string, number>>): string[] {
  return Object.entries(parameters)
    .filter(([, value]) => !Number.isFinite(value))
    .map(([name, value]) => `${name} is ${value}, not a finite number`);
}

/** A sentence for each of the named parameters that is not a finite number above 0. */
export function checkPositive(parameters: Readonly<Record<string, number>>): string[] {
  return Object.entries(parameters)
    .filter(([, value]) => !(value > 0 && Number.isFinite(value)))
    .map(([name, value]) => `${name} is ${value}, and must be above 0`);
}

/** A sentence where min < max doesn't hold, or where a mode lies outside of the two. */
export function checkRange({ min, mode = min, max }: { min: number; mode?: number; max: number }): string[] {
  const finite = checkFinite({ min, mode, max });
  if (finite.length > 0) return finite;
  if (min >= max) return [`min ${min} is not below max ${max}`];
  return mode < min || mode > max ? [`mode ${mode} is not between min ${min} and max ${max}`] : [];
}
