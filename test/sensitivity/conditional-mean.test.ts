import { describe, expect, it } from 'vitest';
import { conditionalMeans, conditionalMeansByChange, linearSlopes } from '../../src/sensitivity/conditional-mean.js';
import { normalSample, pseudoRandom } from './samples.js';

const P10 = -1.2815515655446004;
const DRAWS = 16_384;

describe.each(['1', 'spring', '2027', 'şəkər'])('conditional means, seed %s', (seed) => {
  const [z, other] = normalSample(2, pseudoRandom(seed, DRAWS)) as [Float64Array, Float64Array];

  it('of a lognormal product are its closed form', () => {
    // E[exp(0.3 z + 0.4 z') | z] = exp(0.3 z + 0.08).
    const values = z.map((value, d) => Math.exp(0.3 * value + 0.4 * other[d]!));
    const ends = [P10, -P10];
    const found = conditionalMeans(z, values, ends);
    ends.forEach((at, k) => {
      const { mean, se } = found[k]!;
      const truth = Math.exp(0.3 * at + 0.08);
      expect(Math.abs(mean - truth)).toBeLessThan(4.5 * se);
      // The spread left at that score; a mean over the tenth of the draws nearest by would have √10 the error of all.
      const spread = truth * Math.sqrt(Math.expm1(0.16));
      expect(se).toBeLessThan(spread * Math.sqrt(10 / DRAWS));
    });
  });

  it('are less noisy, and the same, with the other sources taken out', () => {
    const values = z.map((value, d) => 5 * Math.exp(0.3 * value) + 40 * other[d]!);
    const slopes = linearSlopes([z, other], values);
    const rest = values.map((value, d) => value - slopes[0]! * z[d]! - slopes[1]! * other[d]!);
    const [{ mean, se }] = conditionalMeans(z, rest, [P10]) as [{ mean: number; se: number }];
    const [plain] = conditionalMeans(z, values, [P10]) as [{ mean: number; se: number }];
    expect(se).toBeLessThan(plain.se / 5);
    expect(Math.abs(mean + slopes[0]! * P10 - 5 * Math.exp(0.3 * P10))).toBeLessThan(4.5 * (se + 40 / DRAWS));
    // Covariances with the sources: the slope of exp(0.3 z) is 0.3 exp(0.045); their errors are those of a mean of products.
    expect(Math.abs(slopes[1]! - 40)).toBeLessThan(4.5 * Math.sqrt((2 * 1600 + 30) / DRAWS));
  });

  it('by change are the closed form, too, and exact where the score does nothing together with others', () => {
    const [again] = normalSample(1, pseudoRandom(`${seed}/again`, DRAWS)) as [Float64Array];
    const ends = [P10, -P10];
    const together = (a: number, b: number): number => Math.exp(0.3 * a + 0.4 * b);
    const mean = Math.exp(0.045 + 0.08);
    const changes = z.map((value, d) => together(again[d]!, other[d]!) - together(value, other[d]!));
    const found = conditionalMeansByChange(z, again, changes, mean, ends);
    ends.forEach((at, k) => {
      // The centre of the curve is that of the draws, whose own error is the standard deviation of exp(0.3 z + 0.08) over √2n.
      const centre = (Math.exp(0.08) * 0.32) / Math.sqrt(2 * DRAWS);
      expect(Math.abs(found[k]!.mean - Math.exp(0.3 * at + 0.08))).toBeLessThan(4.5 * Math.hypot(found[k]!.se, centre));
    });

    const none = conditionalMeansByChange(z, again, new Float64Array(DRAWS), 7, ends);
    expect(none).toEqual([
      { mean: 7, se: 0 },
      { mean: 7, se: 0 },
    ]);
    const alone = z.map((value, d) => 3 * again[d]! - 3 * value);
    // A straight line is in the span of the columns; the ridge of 1e-9 bends it by no more than its size allows.
    const line = conditionalMeansByChange(z, again, alone, 0, ends);
    expect(line[1]!.mean - line[0]!.mean).toBeCloseTo(-6 * P10, 5);
  });
});
