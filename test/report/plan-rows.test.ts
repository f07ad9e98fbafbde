import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { type EXPORT_TARGETS, hasPlanRows, planRows } from '../../src/report/plan-rows.js';
import { toMinorUnits } from '../../src/units/money.js';
import { syntheticForecast } from './synthetic.js';

const forecast = syntheticForecast({ draws: 64 });
const { currency, horizon } = forecast.scenario;
const read = (target: (typeof EXPORT_TARGETS)[number]): Record<string, string>[] =>
  parse(planRows(forecast, target), { columns: true });

describe('budgets as rows', () => {
  it('make every line to the smallest unit', () => {
    const rows = read('generic');
    for (const { id, budget } of forecast.result.plans.optimized!.lines) {
      const own = rows.filter(({ line }) => line === id);
      expect(own.length).toBeLessThanOrEqual(horizon.periods);
      expect(own.reduce((sum, row) => sum + toMinorUnits(Number(row.budget), currency), 0)).toBe(
        toMinorUnits(budget, currency),
      );
    }
  });

  it('go day by day without a gap or an overlap', () => {
    const rows = read('generic');
    const own = rows.filter(({ line }) => line === rows[0]!.line);
    own.slice(1).forEach((row, k) => {
      expect(Date.parse(row.start!) - Date.parse(own[k]!.end!)).toBe(86_400_000);
    });
  });

  it('are of the own platforms alone, and a daily budget never spends more than the period has', () => {
    expect(read('meta').every((row) => ['facebook', 'instagram', 'meta'].includes(row['Publisher Platforms']!))).toBe(
      true,
    );
    for (const row of read('google')) {
      expect(row['Budget type']).toBe('Daily');
      expect(Number(row.Budget)).toBeGreaterThanOrEqual(0);
    }
    const lifetime = read('meta').reduce(
      (sum, row) => sum + toMinorUnits(Number(row['Ad Set Lifetime Budget']), currency),
      0,
    );
    const planned = forecast.result.plans
      .optimized!.lines.filter(({ id }) => /^(facebook|instagram|meta)\//.test(id))
      .reduce((sum, { budget }) => sum + toMinorUnits(budget, currency), 0);
    expect(lifetime).toBe(planned);
  });

  it('are a heading alone for a platform that the plan has nothing on, which can be told', () => {
    const { scenario } = forecast;
    const lines = scenario.lines.map((line) => ({ ...line, platform: 'tiktok' }));
    const elsewhere = { ...forecast, scenario: { ...scenario, lines } };
    for (const target of ['meta', 'google', 'generic'] as const) {
      const rows = planRows(elsewhere, target).trimEnd().split('\n');
      expect([target, rows.length > 1]).toEqual([target, target === 'generic']);
      expect(hasPlanRows(elsewhere, target)).toBe(target === 'generic');
    }
  });
});
