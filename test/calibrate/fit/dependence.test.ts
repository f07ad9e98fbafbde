import { expect, it } from 'vitest';
import { type Dependence, surprises } from '../../../src/calibrate/fit/dependence.js';

it.each([
  [0.3, 0.2, 0.1],
  [-0.5, 0.4, 0.2],
  [0.6, -0.3, -0.7],
  [0, 0, 0],
])('surprises have the correlations asked for, and are standard: %f, %f, %f', (pc, pv, cv) => {
  const of = surprises({ priceWithClicks: pc, priceWithConversions: pv, clicksWithConversions: cv } as Dependence);
  // A linear map of independent standard normals, by what it makes of each alone.
  const alone = [of(1, 0, 0), of(0, 1, 0), of(0, 0, 1)];
  const dot = (one: readonly number[], other: readonly number[]) => one.reduce((sum, x, k) => sum + x * other[k]!, 0);
  const [price, click, conversion] = [
    [1, 0, 0],
    alone.map((one) => one.click),
    alone.map((one) => one.conversion),
  ] as const;
  expect(dot(click, click)).toBeCloseTo(1, 12);
  expect(dot(conversion, conversion)).toBeCloseTo(1, 12);
  expect(dot(price, click)).toBeCloseTo(pc, 12);
  expect(dot(price, conversion)).toBeCloseTo(pv, 12);
  expect(dot(click, conversion)).toBeCloseTo(cv, 12);
});

it('surprises of correlations that no three can have keep those with price', () => {
  const of = surprises({ priceWithClicks: 0.9, priceWithConversions: 0.9, clicksWithConversions: -0.9 } as Dependence);
  const alone = [of(1, 0, 0), of(0, 1, 0), of(0, 0, 1)];
  expect(alone[0]).toEqual({ click: 0.9, conversion: 0.9 });
  expect(alone.reduce((sum, { conversion }) => sum + conversion ** 2, 0)).toBeCloseTo(1, 12);
  expect(alone[1]!.conversion).toBeCloseTo(-0.999 * Math.sqrt(0.19), 12);
});
