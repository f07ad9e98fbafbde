import { randomStream } from '../src/calibrate/fit/random.js';

/** Whether every case is to be tried, not a sample of them: `npm run test:full`. */
export const FULL = process.env.HUNI_FULL === '1';

/**
 * Cases of a slow test: all of them in a full run, else `count` drawn by a seed, the same ones in every run. Others are drawn
 * with HUNI_TEST_SEED set to another number.
 */
export function sampled<T>(cases: readonly T[], count: number): readonly T[] {
  if (FULL || cases.length <= count) return cases;
  const random = randomStream(`sample ${process.env.HUNI_TEST_SEED ?? 2026}`, 'cases');
  const order = cases.map((_, k) => ({ k, at: random.uniform() })).sort((a, b) => a.at - b.at);
  const chosen = new Set(order.slice(0, count).map(({ k }) => k));
  return cases.filter((_, k) => chosen.has(k));
}
