import { describe, expect, it } from 'vitest';
import { calibrate } from '../../../src/calibrate/fit/calibrate.js';
import { randomStream } from '../../../src/calibrate/fit/random.js';
import { estimateDelay, type Restated, recordedShare } from '../../../src/calibrate/fit/recording.js';
import { combineReadings } from '../../../src/calibrate/read/combine.js';
import { mean } from '../../../src/distributions/index.js';
import { SLOW } from '../../slow.js';
import { lines, readText } from '../read/support.js';
import { dailyRows, successes } from '../support.js';

const share = (age: number, halfLife: number) => 1 - 2 ** (-(age + 1) / halfLife);

/** Two reports a week apart of days with so many conversions, each recorded with its delay. */
function reports(halfLife: number, conversions: number, seed: string): Restated[] {
  const random = randomStream(seed, 'reports');
  return Array.from({ length: 30 }, (_, age): Restated => {
    const later = successes(conversions, share(age + 7, halfLife), random);
    const ratio = share(age, halfLife) / share(age + 7, halfLife);
    return { ages: [age, age + 7], conversions: [successes(later, ratio, random), later] };
  });
}

describe('late conversions', () => {
  it.each([1, 3, 8])('half of them within %d days: found from two reports', (halfLife) => {
    const found = Array.from({ length: 20 }, (_, k) => estimateDelay(reports(halfLife, 200, `${k}`))!.halfLife);
    const logs = found.map((one) => Math.log(one / halfLife));
    const bias = logs.reduce((sum, one) => sum + one, 0) / logs.length;
    const sd = Math.sqrt(logs.reduce((sum, one) => sum + (one - bias) ** 2, 0) / (logs.length - 1));
    // Four standard errors of the mean of 20.
    expect(Math.abs(bias)).toBeLessThan((4 * sd) / Math.sqrt(20) + 0.01);
    expect(sd).toBeLessThan(0.12);
  });

  it('are none where reports agree, and nothing is said of few', () => {
    const same = reports(1, 200, 'same').map(
      (one): Restated => ({ ...one, conversions: [one.conversions[1], one.conversions[1]] }),
    );
    expect(estimateDelay(same)).toBeNull();
    expect(estimateDelay(reports(3, 1, 'few').slice(0, 10))).toBeNull();
    expect(estimateDelay([])).toBeNull();
  });

  it('have the share of the model: 1 − 2^(−(age + 1) / half-life)', () => {
    const recording = { halfLife: 2, pulled: 100, restated: null };
    expect(recordedShare(recording, 100)).toBeCloseTo(1 - 2 ** -0.5, 12);
    expect(recordedShare(recording, 97)).toBeCloseTo(0.75, 12);
    expect(recordedShare(null, 100)).toBe(1);
  });

  it('are taken from files that share days, by the days and names that both have', async () => {
    const header = 'Day,Campaign name,Amount spent (USD),Impressions,Link clicks,Purchases';
    const row = (day: number, orders: number) => `2026-03-0${day},A,10.00,1000,100,${orders}`;
    const earlier = await readText(lines(header, row(1, 9), row(2, 8), row(3, 2)));
    const later = await readText(lines(header, row(2, 9), row(3, 7), row(4, 6), row(5, 1)));
    expect(combineReadings([earlier, later]).restated).toEqual([
      { ages: [1, 3], conversions: [8, 9] },
      { ages: [0, 2], conversions: [2, 7] },
    ]);
    expect(combineReadings([earlier, earlier]).restated).toEqual([]);
  });

  it('of the last days are a part: the rate is that of all that will come', SLOW, () => {
    const halfLife = 7;
    const last = 19_000 + 69;
    const world = Array.from({ length: 10 }, (_, seed) => {
      const random = randomStream(`${seed}`, 'late');
      const rows = Array.from({ length: 70 }, (_, t) => ({
        day: 19_000 + t,
        spend: 100,
        impressions: 20_000,
        clicks: 400,
        conversions: successes(successes(400, 0.1, random), share(69 - t, halfLife), random),
      }));
      const options = { seed: 'late', currency: 'USD', periodDays: 7, horizonDays: 28 };
      const rate = (
        recording: { readonly halfLife: number; readonly pulled: number; readonly restated: null } | null,
      ) => mean(calibrate(dailyRows(rows), { ...options, recording }).lines[0]!.line.rates.cvr!.distribution);
      return [rate({ halfLife, pulled: last, restated: null }), rate(null)] as const;
    });
    const average = (at: 0 | 1) => world.reduce((sum, one) => sum + one[at], 0) / world.length;
    // 28 days' orders of 400 clicks a day are known to 3 %, ten of them to 1 %; taken as they stand they are short by a fifth or more.
    expect(Math.abs(average(0) / 0.1 - 1)).toBeLessThan(0.04);
    expect(average(1)).toBeLessThan(0.088);
  });
});
