import { describe, expect, it } from 'vitest';
import { inBand } from '../../src/units/in-band.js';

describe('a figure in a band', () => {
  it.each([
    [1_040_000, 1_040_000, 16_700_000, 1_000_000],
    [3_949_000, 1_040_000, 16_700_000, 3_900_000],
    [76.98, 76.98, 3530, 80],
    [-78_240, -78_240, 350_200, -78_000],
    [0.01234, 0.004, 0.0321, 0.0123],
    [0, 0, 0, 0],
  ])('%d of %d to %d has the digits of the larger end', (value, low, high, written) => {
    expect(inBand(value, low, high)).toBeCloseTo(written, 12);
  });
});
