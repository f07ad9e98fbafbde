import type { VerdictKind } from './advice.js';

/** Verdicts by which the plan given stands, or is tested on. */
const STANDS: readonly (VerdictKind | undefined)[] = ['keep', 'test', 'less'];

/** The plan to follow: the optimised one where there is one, unless the verdict leaves the one given standing. */
export function followedKind(verdict: VerdictKind | undefined, optimized: boolean): 'given' | 'optimized' {
  return optimized && !STANDS.includes(verdict) ? 'optimized' : 'given';
}
