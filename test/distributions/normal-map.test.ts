import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitInterval } from '../../src/distributions/fit.js';
import { quantile, standardDeviation } from '../../src/distributions/index.js';
import { normalCdf } from '../../src/distributions/normal.js';
import { applyNormalMap, compileNormalMap, type NormalMap } from '../../src/distributions/normal-map.js';
import type { Distribution } from '../../src/distributions/types.js';
import { FULL } from '../sample.js';
import { SLOW } from '../slow.js';
import {
  empiricalDistribution,
  mixtureDistribution,
  quantilesDistribution,
  smoothDistribution,
} from './arbitraries.js';

const SCORES = Float64Array.from([-8, -5, -4, -3.1, -2, -1.37, -0.5, -0.01, 0, 0.3, 1, 1.9, 2.72, 3.5, 5, 6.7, 8]);

function mapped(map: NormalMap, scores: Float64Array): Float64Array {
  const out = new Float64Array(scores.length);
  applyNormalMap(map, scores, 0, out, 0, scores.length);
  return out;
}

/** Largest distance of the map from the exact quantiles, in standard deviations. */
function largestError(d: Distribution, map: NormalMap): number {
  const values = mapped(map, SCORES);
  const errors = [...SCORES].map((z, i) => Math.abs(values[i]! - quantile(d, normalCdf(z), normalCdf(-z))));
  return Math.max(...errors) / standardDeviation(d);
}

function statedError(map: NormalMap): number {
  if (map.kind !== 'table') throw new Error(`${map.kind} is no table`);
  return map.maxError;
}

function largestRise(map: NormalMap): number {
  if (map.kind !== 'table') throw new Error(`${map.kind} is no table`);
  return Math.max(...map.knots.slice(1).map((knot, i) => knot - map.knots[i]!));
}

describe('the map from normal score to value', () => {
  it('is exact where it has a formula', () => {
    expect(compileNormalMap({ family: 'fixed', value: 3 }, 'any')).toEqual({ kind: 'constant', value: 3 });
    const normal = mapped(compileNormalMap({ family: 'normal', mean: 2, sd: 3 }, 'any'), SCORES);
    const lognormal = mapped(compileNormalMap({ family: 'lognormal', mu: 2, sigma: 0.3 }, 'amount'), SCORES);
    SCORES.forEach((z, i) => {
      expect(normal[i]).toBe(2 + 3 * z);
      expect(lognormal[i]).toBe(Math.exp(2 + 0.3 * z));
    });
  });

  it('is within 1e-7 standard deviations, and within what it states, for every smooth family', () => {
    fc.assert(
      fc.property(
        smoothDistribution.filter((d) => d.family !== 'normal' && d.family !== 'lognormal'),
        (d) => {
          const map = compileNormalMap(d, 'any');
          const stated = statedError(map);
          expect(stated).toBeLessThanOrEqual(1e-7);
          // Between two midpoints the error can be a little above both; roots and marching add up to 1e-10.
          expect(largestError(d, map)).toBeLessThanOrEqual(1.25 * stated + 1e-10);
        },
      ),
      { numRuns: FULL ? 200 : 60 },
    );
  });

  it('is within what it states where there are corners', SLOW, () => {
    fc.assert(
      fc.property(fc.oneof(quantilesDistribution, mixtureDistribution), (d) => {
        const map = compileNormalMap(d, 'any');
        // Both the map and the cubic stay between a cell's ends: no error is above the largest rise of a cell.
        expect(statedError(map)).toBeLessThan(largestRise(map) / standardDeviation(d));
        // A corner may lie off a midpoint, where the error can be half as much again.
        expect(largestError(d, map)).toBeLessThanOrEqual(2 * statedError(map) + 1e-9);
      }),
      { numRuns: 25 },
    );
  });

  it('draws data by their R-7 quantiles', () => {
    fc.assert(
      fc.property(empiricalDistribution, (d) => {
        expect(largestError(d, compileNormalMap(d, 'any'))).toBeLessThan(1e-12);
      }),
    );
  });

  it('never falls', SLOW, () => {
    const scores = Float64Array.from({ length: 5000 }, (_, i) => -8.4 + (16.8 * i) / 4999);
    const gap: Distribution = {
      family: 'mixture',
      of: [
        { family: 'fixed', value: 0 },
        { family: 'normal', mean: 5, sd: 0.1 },
        { family: 'normal', mean: 50, sd: 2 },
      ],
      weights: [1, 2, 1],
    };
    const any = fc.oneof(smoothDistribution, quantilesDistribution, empiricalDistribution, fc.constant(gap));
    fc.assert(
      fc.property(any, (d) => {
        const values = mapped(compileNormalMap(d, 'any'), scores);
        const slack = 1e-12 * standardDeviation(d) + 4 * Number.EPSILON * Math.abs(values[2500]!);
        for (let i = 1; i < values.length; i++) {
          if (!(values[i]! >= values[i - 1]! - slack))
            expect.fail(`falls at ${scores[i]}: ${values[i - 1]}, ${values[i]}`);
        }
      }),
      { numRuns: FULL ? 60 : 30 },
    );
  });

  it('moves values into the bounds of the quantity', () => {
    const rate = mapped(compileNormalMap({ family: 'normal', mean: 0.5, sd: 0.3 }, 'rate'), SCORES);
    expect([Math.min(...rate), Math.max(...rate)]).toEqual([0, 1]);
    const lognormal = mapped(compileNormalMap({ family: 'lognormal', mu: -1, sigma: 1 }, 'rate'), SCORES);
    expect(Math.max(...lognormal)).toBe(1);
    const amount: Distribution = { family: 'quantiles', p: [0.1, 0.9], x: [1, 4] };
    expect(mapped(compileNormalMap(amount, 'amount'), SCORES)[0]).toBeGreaterThan(0);
    const reachesBelow: Distribution = { family: 'normal', mean: 1, sd: 2 };
    expect(mapped(compileNormalMap(reachesBelow, 'amount'), SCORES)[0]).toBe(0);
    expect(compileNormalMap({ family: 'fixed', value: 2 }, 'rate')).toEqual({ kind: 'constant', value: 1 });
  });

  it('goes on with its last value beyond the table', () => {
    const map = compileNormalMap({ family: 'beta', alpha: 2, beta: 5 }, 'rate');
    const [below, low, high, above] = mapped(map, Float64Array.from([-40, -8.3, 8.3, 40]));
    expect(below).toBe(low);
    expect(above).toBe(high);
  });

  it('writes only the lanes asked for, in place too', () => {
    const map = compileNormalMap({ family: 'uniform', min: 0, max: 1 }, 'any');
    const data = Float64Array.from([9, 0, 0, 9]);
    applyNormalMap(map, data, 1, data, 1, 2);
    expect([...data]).toEqual([9, expect.closeTo(0.5, 8), expect.closeTo(0.5, 8), 9]);
  });

  it('survives the way to a worker', () => {
    const map = compileNormalMap({ family: 'pert', min: 1, mode: 2, max: 5 }, 'amount');
    expect(mapped(structuredClone(map), SCORES)).toEqual(mapped(map, SCORES));
  });

  it('holds from shapes far below one to very narrow intervals', () => {
    for (const [alpha, beta] of [
      [0.01, 0.01],
      [0.04, 3],
      [0.2, 1e5],
      [1e6, 2e6],
      [1e10, 1e10],
    ] as const) {
      const d: Distribution = { family: 'beta', alpha, beta };
      const map = compileNormalMap(d, 'rate');
      expect(largestError(d, map)).toBeLessThan(1.25 * statedError(map) + 1e-9);
    }
    const narrow = fitInterval('rate', 0.05, 0.62, 0.62001);
    if (!narrow.ok) throw new Error(narrow.reason);
    expect(mapped(compileNormalMap(narrow.value, 'rate'), SCORES)[8]).toBeCloseTo(0.620005, 8);
  });
});

describe('a mixture with atoms', () => {
  // 30 % nothing, 70 % from 20,000 up: no draw lies between.
  const d: Distribution = {
    family: 'mixture',
    of: [
      { family: 'fixed', value: 0 },
      { family: 'uniform', min: 20_000, max: 60_000 },
    ],
    weights: [0.3, 0.7],
  };

  it('draws no value that can not occur, at any score', () => {
    const map = compileNormalMap(d, 'amount');
    expect(map.kind).toBe('broken');
    const scores = Float64Array.from({ length: 20_001 }, (_, k) => -5 + k / 2000);
    const values = mapped(map, scores);
    values.forEach((value, k) => {
      const p = normalCdf(scores[k]!);
      if (p < 0.3 - 1e-9) expect(value).toBe(0);
      if (p > 0.3 + 1e-9) expect(Math.abs(value - (20_000 + (40_000 * (p - 0.3)) / 0.7))).toBeLessThan(40);
    });
  });

  it('keeps to a table where there is no jump', () => {
    const smooth: Distribution = {
      family: 'mixture',
      of: [
        { family: 'normal', mean: 0, sd: 1 },
        { family: 'normal', mean: 2, sd: 1 },
      ],
      weights: [0.5, 0.5],
    };
    expect(compileNormalMap(smooth, 'any').kind).toBe('table');
  });
});
