import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { openSession } from '../../src/engine/session.js';
import { decisionGiven } from '../../src/forecast/plan-result.js';
import { priceForReport } from '../../src/forecast/price-plan.js';
import { sampled } from '../sample.js';
import { quickFirst } from '../slow.js';
import { scenarioOf } from './support.js';

/**
 * Plans priced by a program that isn't ours (NumPy, plain Monte Carlo, 400,000 draws, written from docs/model.md alone), where
 * the shared fixtures are there.
 */
const folder = new URL('../../../shared/fixtures/plans/', import.meta.url);
const isThere = existsSync(folder);
if (!isThere) console.log('No ../shared/fixtures/plans here: plans are not compared with those of the other program.');

type Figures = Readonly<Record<string, Readonly<Record<string, number>>>>;
interface Expected {
  readonly total: Figures;
  readonly lines: Readonly<Record<string, Figures>>;
  readonly gates: readonly number[];
  readonly claims: Readonly<Record<string, Readonly<Record<'claimed' | 'last_click', number>>>> | null;
}

const DRAWS = 16_384;
/** Standard errors of quantiles, in those of the mean. */
const WIDTHS: Readonly<Record<string, number>> = { mean: 1, p5: 1.6, p25: 1.3, p50: 1.3, p75: 1.6, p95: 2.6 };
/** Whole orders. */
const COUNTS = ['conversions', 'new', 'repeat', 'referred', 'orders', 'brand_orders'];
/** Figures of which an order more is a step of this many of their own units: by the plan with counts, `brand`. */
const STEPPED = ['revenue', 'gross_margin', 'profit', 'roas', 'roi', 'cpa', 'cac', 'ltv_cac'];

/** Bounds as the fixtures' page has them: five standard errors of both sides, quantiles 0.002 deviations more, counts one order. */
function bound(name: string, statistic: string, expected: Readonly<Record<string, number>>, counts: boolean): number {
  const { mean, sd } = expected as { mean: number; sd: number };
  const value = expected[statistic]!;
  const errors = 5 * sd * WIDTHS[statistic]! * Math.sqrt(1 / 400_000 + 1 / DRAWS) + 1e-9 * Math.abs(value);
  if (statistic === 'mean') return errors;
  const order = !counts ? 0 : COUNTS.includes(name) ? 1 : STEPPED.includes(name) ? 0.1 * sd : 0;
  return errors + 0.002 * sd + order + 1e-12 * Math.abs(mean);
}

describe.skipIf(!isThere)('plans of another program', () => {
  const CASES = ['posts', 'brand', 'phases'].flatMap((name) =>
    ['sobol', 'mc'].map((sampler) => [name, sampler] as const),
  );
  for (const [cases, options] of quickFirst(sampled(CASES, 3), 1))
    it.each(cases)('%s has the same figures on %s', options, async (name, sampler) => {
      const expected = JSON.parse(await readFile(new URL(`${name}.expected.json`, folder), 'utf8')) as Expected;
      const text = await readFile(new URL(`${name}.yaml`, folder), 'utf8');
      const scenario = await scenarioOf(`${text}\nsampler: ${sampler}\ndraws: ${DRAWS}\n`);
      const session = await openSession(scenario, { workers: 0 });
      const figures = await priceForReport(session, scenario, decisionGiven(scenario));
      await session.close();
      const compare = (where: string, theirs: Figures, ours: Readonly<Record<string, unknown>>): void => {
        for (const [kpi, statistics] of Object.entries(theirs)) {
          const found = ours[kpi] as Readonly<Record<string, number>>;
          expect(found, `${where} ${kpi}`).toBeDefined();
          for (const statistic of Object.keys(WIDTHS)) {
            const off = Math.abs(found[statistic]! - statistics[statistic]!);
            expect(
              off,
              `${where} ${kpi} ${statistic}: ${found[statistic]} and ${statistics[statistic]}`,
            ).toBeLessThanOrEqual(bound(kpi, statistic, statistics, scenario.counts));
          }
        }
      };
      compare('total', expected.total, figures.kpis.total);
      for (const [id, kpis] of Object.entries(expected.lines)) compare(id, kpis, figures.kpis.lines[id]!);
      expected.gates.forEach((share, gate) => {
        const passed = figures.gates[gate]!;
        expect(Math.abs(passed.reduce((sum, one) => sum + one, 0) / DRAWS - share)).toBeLessThan(0.012);
      });
      Object.entries(expected.claims ?? {}).forEach(([platform, { claimed, last_click }]) => {
        const ours = figures.claims[session.program.platforms.indexOf(platform)]!;
        expect(Math.abs(ours.claimed / claimed - 1)).toBeLessThan(0.012);
        expect(Math.abs(ours.last_click / last_click - 1)).toBeLessThan(0.012);
      });
    });
});
