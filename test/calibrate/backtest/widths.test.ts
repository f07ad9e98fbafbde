import { describe, expect, it } from 'vitest';
import { pastStarts } from '../../../src/calibrate/backtest/past-forecasts.js';
import { BANDS } from '../../../src/calibrate/backtest/scores.js';
import { bandWidths, widened } from '../../../src/calibrate/backtest/widths.js';
import { randomStream } from '../../../src/calibrate/fit/random.js';
import { sortedQuantile } from '../../../src/numerics/sorted-quantile.js';

function normals(count: number, scale: number, name: string): number[] {
  const random = randomStream('widths', name);
  return Array.from({ length: count }, () => scale * random.normal());
}

describe('bandWidths', () => {
  it('leaves bands that are right, and those that nothing came to', () => {
    expect(bandWidths([])).toEqual([1, 1, 1]);
    // The median of |z| of 4,000 has a standard error of 0.5 / (√4000 · 2 φ(0.674)) ≈ 0.0125, of 0.674; the others less.
    for (const width of bandWidths(normals(4000, 1, 'right'))) expect(Math.abs(width - 1)).toBeLessThan(4 * 0.019);
  });

  it.each([0.5, 2])('finds bands that what came is %s times as far from as it should be', (scale) => {
    for (const width of bandWidths(normals(4000, scale, `${scale}`))) {
      expect(Math.abs(width / scale - 1)).toBeLessThan(4 * 0.019);
    }
  });

  it('narrows nothing on the word of less than two weeks, but widens', () => {
    expect(bandWidths(normals(13, 0.2, 'calm weeks'))).toEqual([1, 1, 1]);
    expect(bandWidths(normals(40, 0.2, 'calm weeks'))[1]).toBeLessThan(0.6);
    expect(bandWidths(normals(13, 3, 'wild weeks'))[1]).toBeGreaterThan(1.3);
  });

  it('is not moved by a few wild days', () => {
    const calm = normals(200, 1, 'calm');
    const wild = calm.map((z, i) => (i < 4 ? 6 : z));
    const [before, after] = [bandWidths(calm)[1]!, bandWidths(wild)[1]!];
    // Two in a hundred days above move the 80 % quantile to the 82 % one's place at most: Φ⁻¹(0.91) / Φ⁻¹(0.9) = 1.046, with
    // the sample's own steps about it. A root mean square would give 1.3.
    expect(after / before).toBeLessThan(1.1);
  });
});

describe('widened', () => {
  const random = randomStream('widened', 'draws');
  const draws = Float64Array.from({ length: 999 }, () => Math.exp(7 + 0.4 * random.normal()));
  const quantile = (of: Float64Array, p: number) => Math.log(sortedQuantile(of.slice().sort(), p) + 0.5);

  it('moves each band’s ends by its factor, and keeps median and order', () => {
    const widths = [1.3, 1.1, 0.9];
    const out = widened(draws, widths);
    const middle = quantile(draws, 0.5);
    expect(quantile(out, 0.5)).toBeCloseTo(middle, 9);
    BANDS.forEach((band, i) => {
      for (const p of [(1 - band) / 2, (1 + band) / 2]) {
        const ratio = (quantile(out, p) - middle) / (quantile(draws, p) - middle);
        // Between two draws a quantile of amounts isn't quite one of logs.
        expect(ratio).toBeCloseTo(widths[i]!, 2);
      }
    });
    const ranks = (of: Float64Array) => Array.from(of.keys()).sort((a, b) => of[a]! - of[b]!);
    expect(ranks(out)).toEqual(ranks(draws));
  });

  it('lets the tail go along with the last band’s end, not further', () => {
    const out = widened(draws, [2, 2, 2]);
    const middle = quantile(draws, 0.5);
    const [end, most] = [quantile(draws, 0.95), quantile(draws, 1)];
    expect(quantile(out, 1)).toBeCloseTo(most + (end - middle), 4);
  });

  it('keeps zeros, and draws that are all alike', () => {
    expect(Array.from(widened(new Float64Array(5), [2, 2, 2]))).toEqual([0, 0, 0, 0, 0]);
    expect(Math.min(...widened(Float64Array.of(0, 0, 1, 5, 9), [3, 3, 3]))).toBeGreaterThanOrEqual(0);
  });
});

describe('pastStarts', () => {
  const days = (count: number) => new Set(Array.from({ length: count }, (_, i) => i));

  it('goes back from the origin by half horizons, and leaves a third of the days before the earliest', () => {
    expect(pastStarts(days(100), 99, 28)).toEqual([71, 57, 43]);
    expect(pastStarts(days(1000), 999, 28)).toHaveLength(8);
  });

  it('makes do with half of a short history, and with nothing where there is a week or less', () => {
    expect(pastStarts(days(20), 19, 28)).toEqual([9]);
    expect(pastStarts(days(7), 6, 28)).toEqual([]);
    expect(pastStarts(new Set(), 6, 28)).toEqual([]);
  });
});
