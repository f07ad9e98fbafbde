import { beforeAll, describe, expect, it } from 'vitest';
import { openSession } from '../../src/engine/session.js';
import { decisionGiven } from '../../src/forecast/plan-result.js';
import { type PlanFigures, priceForReport } from '../../src/forecast/price-plan.js';
import { EVERYTHING, EXPECTED_CLAIMS, EXPECTED_LINES, EXPECTED_TOTAL } from './everything.js';
import { scenarioOf } from './support.js';

describe('a plan that has everything', () => {
  let figures: PlanFigures;
  beforeAll(async () => {
    const scenario = await scenarioOf(`${EVERYTHING}draws: 16\n`);
    const session = await openSession(scenario, { workers: 0 });
    figures = await priceForReport(session, scenario, decisionGiven(scenario));
    await session.close();
  });

  it('has the totals of an independent program', () => {
    for (const [name, expected] of Object.entries(EXPECTED_TOTAL)) {
      expect(figures.kpis.total[name]!.mean! / expected, name).toBeCloseTo(1, 9);
    }
  });

  it('has the lines and sources of an independent program', () => {
    for (const [id, kpis] of Object.entries(EXPECTED_LINES)) {
      for (const [name, expected] of Object.entries(kpis)) {
        const { mean } = figures.kpis.lines[id]![name]!;
        if (expected === 0) expect(mean, `${id} ${name}`).toBe(0);
        else expect(mean! / expected, `${id} ${name}`).toBeCloseTo(1, 9);
      }
    }
  });

  it('has the claims of an independent program, and the gates as they fall', () => {
    Object.values(EXPECTED_CLAIMS).forEach((expected, platform) => {
      expect(figures.claims[platform]!.claimed / expected.claimed).toBeCloseTo(1, 9);
      expect(figures.claims[platform]!.last_click / expected.last_click).toBeCloseTo(1, 9);
    });
    expect(figures.gates.map(([first]) => first)).toEqual([1, 0]);
    expect(figures.shocks.map(([first]) => first)).toEqual([1, 1]);
  });

  it('adds up over groups', () => {
    const { total, lines, platforms, stages, periods } = figures.kpis;
    for (const name of ['spend', 'impressions', 'views', 'clicks', 'conversions', 'pay'] as const) {
      const sum = (groups: readonly (object | undefined)[]): number =>
        groups.reduce<number>((all, group) => all + ((group as Record<string, { mean: number }>)[name]?.mean ?? 0), 0);
      for (const groups of [Object.values(lines), Object.values(platforms), Object.values(stages), periods]) {
        expect(sum(groups) / total[name]!.mean!, name).toBeCloseTo(1, 9);
      }
    }
    const ofPeriods = periods.reduce(
      (all, period) => all + (period as never as Record<string, { mean: number }>).profit!.mean,
      0,
    );
    const later = total.tail!.mean! * 80 * 0.55;
    expect((ofPeriods + later) / total.profit!.mean!).toBeCloseTo(1, 9);
  });
});
