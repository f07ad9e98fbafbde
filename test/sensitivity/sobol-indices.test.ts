import { describe, expect, it } from 'vitest';
import { normalCdf } from '../../src/distributions/normal.js';
import { sobolIndices } from '../../src/sensitivity/sobol-indices.js';
import { sampled } from '../sample.js';
import { SLOW, slowUnless } from '../slow.js';
import { bits, pickFreeze } from './samples.js';

const SEEDS = sampled(['1', 'spring', '2027', 'şəkər'], 2);

/** T. Ishigami, T. Homma (1990) with a = 7, b = 0.1, on uniforms over [−π, π]. */
const ishigami = (z: readonly number[]): number => {
  const [x1, x2, x3] = z.map((value) => Math.PI * (2 * normalCdf(value) - 1));
  return Math.sin(x1!) + 7 * Math.sin(x2!) ** 2 + 0.1 * x3! ** 4 * Math.sin(x1!);
};
// Variance parts in closed form: A. Saltelli, K. Chan, E. Scott, "Sensitivity Analysis" (2000), section 2.9.3.
const V1 = 0.5 * (1 + (0.1 * Math.PI ** 4) / 5) ** 2;
const V2 = 7 ** 2 / 8;
const V13 = 0.1 ** 2 * Math.PI ** 8 * (1 / 18 - 1 / 50);
const V = V1 + V2 + V13;

/** I. Sobol' (1993): g-function, a = 0, 1, 4.5, 9, 99, 99, 99, 99, as in Saltelli et al. (2010). */
const A = [0, 1, 4.5, 9, 99, 99, 99, 99];
const sobolG = (z: readonly number[]): number =>
  z.reduce((product, value, k) => (product * (Math.abs(4 * normalCdf(value) - 2) + A[k]!)) / (1 + A[k]!), 1);
const G_PARTS = A.map((a) => 1 / (3 * (1 + a) ** 2));
const G_VARIANCE = G_PARTS.reduce((product, part) => product * (1 + part), 1) - 1;

describe.each(SEEDS)('Sobol indices, seed %s', (seed) => {
  it(
    "of Ishigami's function, its inputs apart and in groups, are the analytic ones",
    slowUnless(seed === SEEDS[0]),
    () => {
      const groups = [[0], [1], [2], [0, 2], [0, 1]];
      const { groups: indices, variance } = sobolIndices(pickFreeze(ishigami, 3, groups, seed, 8192), bits(seed));
      const expected = [
        { first: V1 / V, total: (V1 + V13) / V },
        { first: V2 / V, total: V2 / V },
        { first: 0, total: V13 / V },
        { first: (V1 + V13) / V, total: (V1 + V13) / V },
        { first: (V1 + V2) / V, total: 1 },
      ];
      // The kurtosis of Ishigami's function is below 4: the standard error of a variance of 2n values, to 4.5 times.
      expect(Math.abs(variance / V - 1)).toBeLessThan(4.5 * Math.sqrt(3 / 16_384));
      expected.forEach(({ first, total }, g) => {
        const { first: s, total: t } = indices![g]!;
        expect(Math.abs(s.value - first), `first order of ${groups[g]}`).toBeLessThan(4.5 * s.se);
        expect(Math.abs(t.value - total), `total of ${groups[g]}`).toBeLessThan(4.5 * t.se);
        expect(s.se).toBeLessThan(0.04);
      });
    },
  );

  it("of Sobol's g-function are the analytic ones", slowUnless(seed === SEEDS[0]), () => {
    const { groups } = sobolIndices(
      pickFreeze(
        sobolG,
        8,
        A.map((_, k) => [k]),
        seed,
        8192,
      ),
      bits(seed),
    );
    G_PARTS.forEach((part, k) => {
      const { first, total } = groups![k]!;
      const others = G_PARTS.reduce((product, other, j) => (j === k ? product : product * (1 + other)), 1);
      expect(Math.abs(first.value - part / G_VARIANCE)).toBeLessThan(4.5 * first.se);
      expect(Math.abs(total.value - (part * others) / G_VARIANCE)).toBeLessThan(4.5 * total.se);
    });
  });
});

describe('intervals of Sobol indices', () => {
  it('cover the truth about nine times in ten', SLOW, () => {
    const runs = 40;
    let covered = 0;
    for (let run = 0; run < runs; run++) {
      const { groups } = sobolIndices(pickFreeze(ishigami, 3, [[0], [1]], `run ${run}`, 1024), bits(`run ${run}`));
      for (const [g, truth] of [V1 / V, V2 / V].entries()) {
        const { low, high } = groups![g]!.first;
        if (low <= truth && truth <= high) covered += 1;
      }
    }
    // Binomial: 80 trials of 0.9 have mean 72 and standard deviation 2.7; both indices of one run hang together, so √2 more.
    expect(Math.abs(covered - 72)).toBeLessThan(4 * 2.7 * Math.SQRT2);
  });

  it('do not mind a mean far from zero', () => {
    const near = pickFreeze(ishigami, 3, [[0]], 'mean', 4096);
    const lift = (values: Float64Array): Float64Array => values.map((value) => value + 1e6);
    const far = { first: lift(near.first), second: lift(near.second), mixed: near.mixed.map(lift) };
    const [left, right] = [near, far].map((sample) => sobolIndices(sample, bits('mean')).groups![0]!);
    // 1e6 leaves ten digits of the values.
    expect(right!.first.value).toBeCloseTo(left!.first.value, 8);
    expect(right!.total.value).toBeCloseTo(left!.total.value, 8);
  });
});

describe('samples with nothing to share out', () => {
  const constant = new Float64Array(100).fill(3);

  it('have no indices', () => {
    const { groups, variance, mean } = sobolIndices(
      { first: constant, second: constant, mixed: [constant] },
      bits('c'),
    );
    expect({ groups, variance, mean }).toEqual({ groups: null, variance: 0, mean: 3 });
  });

  it('leave out draws without a value', () => {
    const sample = pickFreeze(ishigami, 3, [[0], [1]], 'gaps', 2048);
    const holes = sample.mixed.map((values, g) => values.map((value, d) => (d % 7 === g ? Number.NaN : value)));
    const { draws, groups } = sobolIndices({ ...sample, mixed: holes }, bits('gaps'));
    expect(draws).toBe(2048 - 293 - 293);
    expect(Math.abs(groups![1]!.first.value - V2 / V)).toBeLessThan(4.5 * groups![1]!.first.se);
    const none = constant.map(() => Number.NaN);
    expect(sobolIndices({ first: none, second: none, mixed: [none] }, bits('none'))).toMatchObject({
      groups: null,
      draws: 0,
    });
  });

  it('must be equally long', () => {
    expect(() => sobolIndices({ first: constant, second: constant, mixed: [new Float64Array(3)] }, bits('l'))).toThrow(
      RangeError,
    );
  });
});
