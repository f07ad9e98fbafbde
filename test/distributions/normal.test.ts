import { describe, expect, it } from 'vitest';
import { normalCdf, normalQuantile, normalScore } from '../../src/distributions/normal.js';

// Φ(z) by mpmath at 40 digits: erfc(-z / sqrt 2) / 2.
const CDF: readonly (readonly [number, number])[] = [
  [-37, 5.725571222524577e-300],
  [-20, 2.7536241186062337e-89],
  [-8.3, 5.205569744890254e-17],
  [-6, 9.86587645037698e-10],
  [-3, 0.0013498980316300946],
  [-1, 0.15865525393145705],
  [-0.5, 0.3085375387259869],
  [0, 0.5],
  [0.5, 0.6914624612740131],
  [3, 0.9986501019683699],
];

describe('the standard normal', () => {
  it.each(CDF)('has Φ(%d) to 2e-15 of itself', (z, expected) => {
    expect(Math.abs(normalCdf(z) / expected - 1)).toBeLessThan(2e-15);
  });

  it('inverts Φ in the lower tail down to 1e-300', () => {
    for (let exponent = -300; exponent < 0; exponent += 0.7) {
      const p = 10 ** exponent;
      // An error ε in z is |z| φ(z) ε or about z² ε of p.
      const z = normalQuantile(p);
      expect(Math.abs(normalCdf(z) / p - 1)).toBeLessThan(4e-15 * (1 + z * z));
    }
  });

  it('is odd, and infinite at 0 and 1', () => {
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(0.25)).toBe(-normalQuantile(0.75));
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1)).toBe(Infinity);
    expect(normalCdf(-Infinity)).toBe(0);
    expect(normalCdf(Infinity)).toBe(1);
  });

  it('says NaN outside of the probabilities', () => {
    expect(normalQuantile(-0.1)).toBeNaN();
    expect(normalQuantile(1.1)).toBeNaN();
    expect(normalQuantile(Number.NaN)).toBeNaN();
  });

  it('takes a score from the smaller tail', () => {
    expect(normalScore(1, 1e-30)).toBe(-normalQuantile(1e-30));
    expect(normalScore(1e-30, 1)).toBe(normalQuantile(1e-30));
  });
});
