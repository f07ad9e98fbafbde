import { describe, expect, it } from 'vitest';
import { ln } from '../../src/distributions/elementary.js';
import { createLogarithms } from '../../src/distributions/logarithms.js';
import { uniforms } from '../track/support.js';

describe('logarithms by table', () => {
  it('are ln to a unit in the last place of the largest term, from the least double to the largest', () => {
    const uniform = uniforms('logarithms');
    const numbers = [5e-324, 2.2e-308, 1e-12, 0.5, 1, 2, Math.E, 1.7e308];
    for (let k = 0; k < 20_000; k++) numbers.push(2 ** (2000 * (uniform() - 0.5)) * (1 + uniform()));
    // Just below and above 1, where exponent and cell cancel one another.
    for (let k = 0; k < 2_000; k++) numbers.push(1 + (uniform() - 0.5) / 64);
    const logarithms = createLogarithms(numbers.length);
    logarithms.values.set(numbers);
    logarithms.take(numbers.length);
    numbers.forEach((x, k) => {
      expect(Math.abs(logarithms.values[k]! - ln(x))).toBeLessThan(2.3e-16 * Math.max(1, Math.abs(ln(x))) * 2);
    });
  });

  it('leave what comes after the count, and what has no logarithm is what ln makes of it', () => {
    const logarithms = createLogarithms(4);
    logarithms.values.set([0, Number.POSITIVE_INFINITY, Number.NaN, 7]);
    logarithms.take(3);
    expect([...logarithms.values]).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NaN, 7]);
  });
});
