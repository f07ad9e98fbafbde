import { describe, expect, it } from 'vitest';
import { openSession } from '../../src/engine/session.js';
import { decisionGiven } from '../../src/forecast/plan-result.js';
import { reportSelection } from '../../src/model/figures.js';
import { quickFirst, SLOW } from '../slow.js';
import { EVERYTHING } from './everything.js';
import { scenarioOf } from './support.js';

const DRAWS = 4096;

/** Without a delay: a period's counts are about what is recorded in it, its conversions without counts about what was done in it. */
const textWith = (counts: 'on' | 'off', economics = ''): string =>
  `${EVERYTHING.replace('noise: { cpm: { sd: 0 }, counts: off }', `noise: { cpm: { sd: 0 }, counts: ${counts} }`)
    .replace('referral_rate: 0.05, ', economics)
    .replace('delay_days: 6, ', '')}draws: ${DRAWS}\n`;

/** Every series of a plan's report by its name, expectations apart. */
async function seriesOf(text: string): Promise<ReadonlyMap<string, Float64Array>> {
  const scenario = await scenarioOf(text);
  const session = await openSession(scenario, { workers: 0 });
  try {
    const priced = await session.price(decisionGiven(scenario), reportSelection([], session.program));
    return new Map(
      priced.keys.map(({ group, index, kpi, expected }, k) => [
        `${group} ${index} ${kpi}${expected === true ? ' expected' : ''}`,
        priced.series(k).slice(),
      ]),
    );
  } finally {
    await session.close();
  }
}

const meanOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('counts of every group', () => {
  // Nothing else is uncertain: each count is a Poisson number, a sum of several one of the sum of their means.
  for (const [cases, options] of quickFirst(['referral_rate: 0.05, ', ''], 0))
    it.each(cases)('have the mean and variance of Poisson numbers (%s)', options, async (economics) => {
      const counted = await seriesOf(textWith('on', economics));
      const plain = await seriesOf(textWith('off', economics));
      const kpis = ['conversions', 'new', 'repeat', 'referred', 'orders', 'brand_orders'];
      let seen = 0;
      for (const [name, values] of counted) {
        if (!kpis.some((kpi) => name.endsWith(` ${kpi}`)) || /^(attribution|cumulative|stopless)/.test(name)) continue;
        const mean = plain.get(name)![0]!;
        const found = meanOf(values);
        // Five standard errors: of a mean √(λ/n), of a variance √((λ + 2λ²)/n).
        expect(Math.abs(found - mean), name).toBeLessThanOrEqual(5 * Math.sqrt(mean / DRAWS));
        const variance = meanOf(values.map((value) => (value - found) ** 2));
        const error = Math.sqrt((mean + 2 * mean ** 2) / DRAWS);
        expect(Math.abs(variance - mean), name).toBeLessThanOrEqual(5 * error + 1e-9);
        seen++;
      }
      expect(seen).toBeGreaterThan(60);
    });

  it('leave what is expected as it is without them', SLOW, async () => {
    const counted = await seriesOf(textWith('on', ''));
    const plain = await seriesOf(textWith('off', ''));
    let seen = 0;
    for (const [name, values] of counted) {
      if (!name.endsWith(' expected')) continue;
      const without = plain.get(name.replace(/ expected$/, ''))!;
      expect(meanOf(values) / (meanOf(without) || 1), name).toBeCloseTo(meanOf(without) === 0 ? 0 : 1, 11);
      seen++;
    }
    expect(seen).toBeGreaterThan(60);
  });
});
