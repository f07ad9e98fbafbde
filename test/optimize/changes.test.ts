import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openEngine } from '../../src/engine/open.js';
import { openSession } from '../../src/engine/session.js';
import type { Engine } from '../../src/engine/types.js';
import { type OptimizeResult, optimizePlan } from '../../src/optimize/index.js';
import { scenarioOf } from '../forecast/support.js';
import { SLOW } from '../slow.js';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine(0);
});
afterAll(() => engine.close());

async function optimized(plan: Record<string, unknown>): Promise<Extract<OptimizeResult, { ok: true }>> {
  const scenario = await scenarioOf(
    JSON.stringify({
      currency: 'USD',
      horizon: '4 weeks',
      draws: 256,
      creative: 'off',
      noise: 'off',
      economics: { order_value: 10, margin: 1 },
      goal: { maximize: 'revenue', risk_aversion: 0 },
      ...plan,
    }),
  );
  const session = await openSession(scenario, { engine });
  const outcome = await optimizePlan({ scenario, evaluator: session, prices: false });
  await session.close();
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.conflict));
  return outcome;
}

/** `M x / (h + x)` a week, over even weeks. */
const line = (platform: string, maximum: number, half: number, budget?: number): Record<string, unknown> => ({
  platform,
  stage: 'conversion',
  response: { curve: 'michaelis', of: 'revenue', maximum, half_saturation: half },
  ...(budget === undefined ? {} : { budget }),
});
const revenue = (maximum: number, half: number, x: number): number => (4 * maximum * (x / 4)) / (half + x / 4);
const ruleOf = (
  outcome: { readonly rules: readonly { readonly rule: string; readonly value: number | null }[] },
  rule: string,
) => outcome.rules.find((one) => one.rule === rule);

describe('changes from the plan given', () => {
  const lines = [line('c0', 1000, 200, 1000), line('c1', 4000, 500, 1000)];

  test('± 20 %: the better line gets a fifth more, the other a fifth less', async () => {
    const outcome = await optimized({ budget: 2000, lines, rules: { change: '±20%' } });
    expect([...outcome.decision.budgets]).toEqual([800, 1200]);
    expect(ruleOf(outcome, 'lines.c1/conversion.change')).toEqual({
      rule: 'lines.c1/conversion.change',
      value: 1200,
      min: 800,
      max: 1200,
      holds: true,
    });
  });

  test("a line's own bound comes before the plan's", async () => {
    const outcome = await optimized({
      budget: 2000,
      lines,
      rules: { change: '±20%', lines: { 'c1/conversion': { change: '±10%' } } },
    });
    expect([...outcome.decision.budgets]).toEqual([900, 1100]);
  });

  test('locked: nothing moves', async () => {
    const outcome = await optimized({ budget: 2000, lines, rules: { lock: '2 weeks' } });
    expect([...outcome.decision.budgets]).toEqual([1000, 1000]);
    expect(ruleOf(outcome, 'lines.c0/conversion.lock')).toMatchObject({
      value: 1000,
      min: 1000,
      max: 1000,
      holds: true,
    });
  });

  test('moves below the least are not made, the others are at their best for it', async () => {
    const three = [line('c0', 1000, 200, 500), line('c1', 4000, 500, 1000), line('c2', 1600, 300, 500)];
    const free = await optimized({ budget: 2000, lines: three });
    const moves = free.decision.budgets.map((x, l) => Math.abs(x - [500, 1000, 500][l]!));
    const least = Math.min(...moves) + 1;
    const outcome = await optimized({ budget: 2000, lines: three, rules: { min_move: Math.ceil(least) } });
    const made = outcome.decision.budgets.map((x, l) => Math.abs(x - [500, 1000, 500][l]!));
    expect(made.filter((move) => move > 0.005 && move < Math.ceil(least))).toEqual(new Float64Array(0));
    expect(outcome.report.objective).toBeLessThanOrEqual(free.report.objective + 1e-6);
    expect(outcome.rules.every(({ holds }) => holds)).toBe(true);
  });

  test('from week to week, with free flighting: no step larger than a tenth', async () => {
    const seasonal = { ...line('c0', 1000, 400), flighting: 'free' };
    const outcome = await optimized({
      budget: 2000,
      season: { cvr: [1, 1, 1, 1] },
      lines: [seasonal, { ...line('c1', 3000, 300), flighting: 'free' }],
      rules: { week_change: '10%' },
    });
    const { byPeriod } = outcome.decision;
    for (let l = 0; l < 2; l++) {
      for (let t = 1; t < 4; t++) {
        const [before, after] = [byPeriod![4 * l + t - 1]!, byPeriod![4 * l + t]!];
        expect(Math.abs(after - before)).toBeLessThanOrEqual(0.1 * before + 0.011);
      }
    }
    expect(outcome.rules.every(({ holds }) => holds)).toBe(true);
    expect(ruleOf(outcome, 'lines.c0/conversion.week_change')).toMatchObject({ max: 0.1, holds: true });
  });

  // S-shaped: all of it in a few weeks is worth more than the same in each.
  const pulsed = (platform: string, budget: number): Record<string, unknown> => ({
    ...line(platform, 1000, 400, budget),
    response: { curve: 'hill', of: 'revenue', maximum: 1000, half_saturation: 700, shape: 3 },
    flighting: 'free',
  });

  test('of lines whose weeks are free: from week to week, from the plan given, and while locked', SLOW, async () => {
    const lines = [pulsed('c0', 1000), pulsed('c1', 1000)];
    const free = await optimized({ budget: 2000, lines });
    expect(Math.min(...free.decision.byPeriod!)).toBe(0);
    const even = await optimized({ budget: 2000, lines, rules: { week_change: '10%' } });
    const weeks = [...even.decision.byPeriod!];
    for (const [t, spend] of weeks.entries()) {
      if (t % 4 > 0) expect(Math.abs(spend - weeks[t - 1]!)).toBeLessThanOrEqual(0.1 * weeks[t - 1]! + 0.011);
    }
    expect(ruleOf(even, 'lines.c0/conversion.week_change')).toMatchObject({ max: 0.1, holds: true });
    const near = await optimized({ budget: 2000, lines, rules: { change: '±20%' } });
    for (const budget of near.decision.budgets) expect(Math.abs(budget - 1000)).toBeLessThanOrEqual(200 + 0.011);
    expect(ruleOf(near, 'lines.c1/conversion.change')).toMatchObject({ min: 800, max: 1200, holds: true });
    const locked = await optimized({ budget: 2000, lines, rules: { lock: '2 weeks' } });
    for (const at of [0, 1, 4, 5]) expect(locked.decision.byPeriod![at]).toBe(250);
    expect(locked.report.objective).toBeLessThanOrEqual(free.report.objective);
  });
});

describe('rules on figures', () => {
  const lines = [line('c0', 1000, 200), line('c1', 4000, 500)];

  test('the cheapest plan that brings so much', SLOW, async () => {
    const outcome = await optimized({
      budget: { max: 4000 },
      goal: { minimize: 'spend' },
      lines,
      rules: { hold: ['revenue >= 5000'] },
    });
    const [a, b] = outcome.decision.budgets as unknown as [number, number];
    const reached = revenue(1000, 200, a) + revenue(4000, 500, b);
    expect(reached).toBeGreaterThanOrEqual(5000 * (1 - 1e-6));
    expect(reached).toBeLessThan(5000.1);
    // Equal slopes, where both spend; else the cheaper line alone: by bisection on the other.
    const spendFor = (x: number): number => {
      let [low, high] = [0, 4000];
      for (let k = 0; k < 60; k++) {
        const middle = (low + high) / 2;
        if (revenue(1000, 200, x) + revenue(4000, 500, middle) >= 5000) high = middle;
        else low = middle;
      }
      return x + high;
    };
    let cheapest = Number.POSITIVE_INFINITY;
    for (let x = 0; x <= 1000; x += 0.5) cheapest = Math.min(cheapest, spendFor(x));
    expect(a + b).toBeLessThan(cheapest + 0.05);
  });

  test('conversions a week of a line while it is on: a line too weak for it is off', SLOW, async () => {
    const outcome = await optimized({
      budget: 2000,
      lines,
      rules: { lines: { 'c0/conversion': { hold: ['conversions >= 120 a week while on'] } } },
    });
    // 1,000 a week at most is 100 orders.
    expect([...outcome.decision.budgets]).toEqual([0, 2000]);
    expect(ruleOf(outcome, 'lines.c0/conversion.hold.conversions >= 120 a week while on')).toMatchObject({
      holds: true,
    });
  });

  test('the same where the line can: as much as it takes, if that pays, else off', async () => {
    const outcome = await optimized({
      budget: 2000,
      lines,
      rules: { lines: { 'c0/conversion': { hold: ['conversions >= 60 a week while on'] } } },
    });
    // M x / (h + x) = 600 a week at x = 300: 1,200 over the horizon.
    const on = revenue(1000, 200, 1200) + revenue(4000, 500, 800);
    const off = revenue(4000, 500, 2000);
    expect(outcome.report.objective).toBeCloseTo(Math.max(on, off), 0);
  });

  test('with a probability: the share of draws that keep it is the one asked for', async () => {
    const uncertain = {
      ...line('c0', 1000, 200),
      response: { curve: 'michaelis', of: 'revenue', maximum: '2000 to 4000', half_saturation: 400 },
    };
    const outcome = await optimized({
      budget: { max: 4000 },
      draws: 2048,
      goal: { minimize: 'spend' },
      lines: [uncertain],
      rules: { hold: ['revenue >= 3000 with 80%'] },
    });
    const rule = outcome.rules.find(({ rule: name }) => name.startsWith('hold.'))!;
    expect(rule.holds).toBe(true);
    expect(rule.value).toBeGreaterThanOrEqual(0.8);
    expect(rule.value).toBeLessThan(0.81);
  });

  test('revenue of a line a week: bought from it, whatever the others pay', async () => {
    const outcome = await optimized({
      budget: 2000,
      lines,
      rules: { lines: { 'c0/conversion': { hold: ['revenue >= 700 a week'] } } },
    });
    // M x / (h + x) = 700 a week at x = 200 · 700 / 300.
    expect(outcome.decision.budgets[0]).toBeCloseTo((4 * 200 * 700) / 300, 1);
    expect(outcome.rules.every(({ holds }) => holds)).toBe(true);
  });

  test(
    'revenue over spend of a line: down to where it returns as much, and off where it never does',
    SLOW,
    async () => {
      const ratio = (least: number) =>
        optimized({ budget: 2000, lines, rules: { lines: { 'c0/conversion': { hold: [`roas >= ${least}`] } } } });
      // M / (h + x) = 4 a week at x = M / 4 − h.
      const held = await ratio(4);
      expect(held.decision.budgets[0]).toBeCloseTo(4 * (1000 / 4 - 200), 1);
      expect(held.rules.every(({ holds }) => holds)).toBe(true);
      const never = await ratio(6);
      expect(never.decision.budgets[0]).toBe(0);
      expect(ruleOf(never, 'lines.c0/conversion.hold.roas >= 6')).toMatchObject({ holds: true });
    },
  );

  test('an expression of a line, with a probability', SLOW, async () => {
    const uncertain = {
      ...line('c0', 1000, 200),
      response: { curve: 'michaelis', of: 'revenue', maximum: '2000 to 4000', half_saturation: 400 },
    };
    const name = 'revenue - spend >= 500 with 90%';
    const outcome = await optimized({
      budget: { max: 4000 },
      draws: 2048,
      goal: { minimize: 'spend' },
      lines: [uncertain, line('c1', 4000, 500)],
      rules: { lines: { 'c0/conversion': { hold: [name] } } },
    });
    const rule = ruleOf(outcome, `lines.c0/conversion.hold.${name}`);
    expect(rule).toMatchObject({ holds: true });
    expect(rule!.value).toBeGreaterThanOrEqual(0.9);
    expect(rule!.value).toBeLessThan(0.91);
    expect(outcome.decision.budgets[1]).toBe(0);
  });

  test('frequency of a line: as much as shows it to everybody so often', async () => {
    const shown = { stage: 'awareness', audience: 10_000, cpm: 5, ctr: '1%', view_rate: '20%', cvr: '2%', fatigue: 0 };
    const outcome = await optimized({
      budget: { max: 4000 },
      horizon: '1 week',
      goal: { maximize: 'impressions' },
      lines: [{ platform: 'c0', ...shown }],
      rules: { lines: { 'c0/awareness': { hold: ['frequency <= 3'] } } },
    });
    // Section 3: reach = A (1 − e^(−i / A)), so frequency is z / (1 − e^(−z)) of z = i / A impressions a head.
    let [low, high] = [0, 10];
    for (let k = 0; k < 60; k++) {
      const middle = (low + high) / 2;
      if (middle / -Math.expm1(-middle) <= 3) low = middle;
      else high = middle;
    }
    expect(outcome.decision.budgets[0]! / ((low * 10_000 * 5) / 1000)).toBeCloseTo(1, 4);
    expect(outcome.rules.every(({ holds }) => holds)).toBe(true);
  });
});
