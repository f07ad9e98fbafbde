import { describe, expect, it } from 'vitest';
import { sharedNoise, type WeeklyLogs, weeklyLogs } from '../../../src/calibrate/fit/line-noise.js';
import { randomStream } from '../../../src/calibrate/fit/random.js';

const lineOf = (cpm: WeeklyLogs) => ({ weekly: { cpm, ctr: null, cvr: null } });

/** Two lines that vary from week to week by a part in common and a part of their own. */
function pair(shared: number, weeks: number) {
  const random = randomStream(`lines ${shared}`, 'noise');
  const [one, other] = [new Map<number, number>(), new Map<number, number>()];
  for (let week = 0; week < weeks; week++) {
    const both = Math.sqrt(shared) * random.normal();
    one.set(week, both + Math.sqrt(1 - shared) * random.normal());
    other.set(week, both + Math.sqrt(1 - shared) * random.normal());
  }
  return [lineOf(one), lineOf(other)];
}

describe('what lines of a platform have in common', () => {
  it.each([0, 0.5, 1])('is found where it is %d of what they vary by', (shared) => {
    const found = sharedNoise(pair(shared, 300), 'cpm');
    // A correlation of 300 changes has a standard error of 0.07 at most; the belief of a half pulls by 8 of 308.
    expect(Math.abs(found - shared)).toBeLessThan(0.2);
  });

  it('is believed to be a half before weeks say otherwise, and all there is of a line by itself', () => {
    expect(sharedNoise([lineOf(new Map()), lineOf(new Map())], 'cpm')).toBe(0.5);
    expect(sharedNoise([lineOf(new Map())], 'cpm')).toBe(1);
  });
});

describe('weeks of a line', () => {
  it('are what came over what was expected, of a rate over what came before it, but for weeks of next to nothing', () => {
    const days = 28;
    const hits = new Float64Array(days).fill(20);
    const spent = new Float64Array(days).fill(10);
    spent.fill(0.1, 7, 14);
    const price = weeklyLogs({ hits, spent }, null, 70);
    expect([...price.keys()]).toEqual([10, 12, 13]);
    expect(price.get(10)).toBeCloseTo(Math.LN2, 12);
    const clicks = { hits: hits.map((x) => x / 4), spent: spent.map((x) => x * 2) };
    // Expected: 20 · 2 a day; came 5.
    expect(weeklyLogs(clicks, { hits, spent }, 70).get(12)).toBeCloseTo(Math.log(5 / 40), 12);
  });
});
