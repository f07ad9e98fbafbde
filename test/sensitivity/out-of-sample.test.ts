import { expect, it } from 'vitest';
import { informationValue } from '../../src/sensitivity/information-value.js';
import { bits, normalSample, pseudoRandom } from './samples.js';

it('values noise at nothing: a rule is tried on draws that it was not learnt on', () => {
  const [runs, draws, scores, decisions] = [60, 400, 6, 4];
  const values: number[] = [];
  const plugIns: number[] = [];
  for (let run = 0; run < runs; run++) {
    const z = normalSample(scores + decisions, pseudoRandom(`noise ${run}`, draws));
    const payoffs = z.slice(scores).map((noise) => noise.map((value) => 100 * value));
    const { value, plugIn } = informationValue(payoffs, z.slice(0, scores), bits(`noise ${run}`));
    values.push(value);
    plugIns.push(plugIn);
  }
  const mean = (list: readonly number[]): number => list.reduce((sum, value) => sum + value, 0) / list.length;
  const sd = Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)));
  // The scores tell nothing of the payoffs: on average nothing is won, whatever the fit to its own draws shows.
  expect(mean(values)).toBeLessThan((4 * sd) / Math.sqrt(runs));
  expect(mean(plugIns)).toBeGreaterThan((10 * sd) / Math.sqrt(runs));
});
