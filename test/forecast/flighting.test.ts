import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runForecast } from '../../src/forecast/run.js';
import { stringifyResult } from '../../src/report/index.js';
import { command } from '../cli/in-process.js';
import { SLOW } from '../slow.js';
import { scenarioOf, withSession } from './support.js';

/**
 * One awareness line, no memory from week to week and no retargeting, all inputs fixed: each week is a plan of its own with
 * section 3's A (1 − exp(−κ i / A)) / κ effective impressions: at κ 0.05, A 50000 and a price of 5 a week of b earns
 * 20000 (1 − exp(−b / 5000)), and weeks don't touch.
 */
const plan = (season: string, more = '', flighting = 'free') => `
currency: USD
horizon: 3 weeks
budget: 9000
draws: 256
creative: off
noise: off
memory_days: 0.01
economics: { order_value: 20, margin: 1 }
lines:
  - { platform: tiktok, stage: awareness, budget: 9000, audience: 50000, cpm: 5, ctr: 2%, cvr: 5%, view_rate: 20%, fatigue: 0.05, flighting: ${flighting} }
season: { cpm: ${season} }
${more}
`;
const run = async (text: string) =>
  (await runForecast(await scenarioOf(text), { workers: 2, charts: false, prices: false })).result;

describe('free flighting, priced by the engine', () => {
  test('weeks that are alike get the same', async () => {
    const result = await run(plan('[]'));
    for (const amount of result.plans.optimized!.lines[0]!.periods!) expect(amount).toBeCloseTo(3000, 1);
    expect(result.plans.given.lines[0]!.periods).toEqual([3000, 3000, 3000]);
  });

  test('where prices rise the money goes to the cheap weeks: against the closed form and a grid', SLOW, async () => {
    const prices = [1, 1.2, 2];
    const result = await run(plan(`[${prices.join(', ')}]`));
    const found = result.plans.optimized!.lines[0]!.periods!;
    const earned = (amounts: readonly number[]): number =>
      amounts.reduce((sum, b, t) => sum - 20_000 * Math.expm1(-b / (5000 * prices[t]!)), 0);
    // Equal marginals: exp(−b / (5000 p)) / p = m, so b = 5000 p ln(1 / (m p)), where that is above 0.
    const spendAt = (m: number): number[] => prices.map((p) => Math.max(0, 5000 * p * Math.log(1 / (m * p))));
    let [low, high] = [1e-6, 1];
    for (let k = 0; k < 200; k++) {
      const middle = Math.sqrt(low * high);
      if (spendAt(middle).reduce((sum, b) => sum + b, 0) > 9000) low = middle;
      else high = middle;
    }
    for (const [t, amount] of spendAt(high).entries()) expect(found[t]).toBeCloseTo(amount, 0);
    expect(result.plans.optimized!.kpis.total.revenue!.mean).toBeCloseTo(earned(found), 3);
    let best = 0;
    for (let a = 0; a <= 9000; a += 50) {
      for (let b = 0; a + b <= 9000; b += 50) best = Math.max(best, earned([a, b, 9000 - a - b]));
    }
    expect(earned(found)).toBeGreaterThanOrEqual(best - 1e-6);
    expect(found.reduce((sum, amount) => sum + Math.round(100 * amount), 0)).toBe(900_000);
  });

  test('without optimising, a free line is priced as an even one, to the last bit', async () => {
    const options = { workers: 1, optimize: false, charts: false } as const;
    const free = (await runForecast(await scenarioOf(plan('[1, 1.2, 2]')), options)).result;
    const even = (await runForecast(await scenarioOf(plan('[1, 1.2, 2]', '', 'even')), options)).result;
    expect(free.plans.given.kpis).toEqual(even.plans.given.kpis);
  });

  test('gradients by period equal differences of the priced plans', async () => {
    const scenario = await scenarioOf(plan('[1, 1.2, 2]', 'stocks: { buyers_days: 90 }'));
    await withSession(scenario, async (session) => {
      const at = async (amounts: readonly number[], gradients: boolean) => {
        const byPeriod = Float64Array.from(amounts);
        const budgets = Float64Array.of(amounts.reduce((sum, x) => sum + x, 0));
        const decision = { budgets, creative: Float64Array.of(1, 0, 0), byPeriod };
        return session.evaluate(decision, [{ kind: 'kpi', name: 'profit' }], 'coarse', { gradients });
      };
      const base = [2000, 3000, 4000];
      const { gradients, draws } = await at(base, true);
      for (let t = 0; t < 3; t++) {
        const moved = (step: number) => base.map((x, k) => (k === t ? x + step : x));
        const up = (await at(moved(0.5), false)).values[0]![0]!;
        const down = (await at(moved(-0.5), false)).values[0]![0]!;
        // Central differences over one currency unit err by f''' / 24, below 1e-8, and by the rounding of a profit of 1e4.
        expect(gradients[0]![t * draws]).toBeCloseTo(up - down, 6);
      }
    });
  });

  test('a line with a response of its own, whose spend works on: gradients and the best split', SLOW, async () => {
    // A concave curve with adstock over three weeks, the second of which is dear; nothing is taken off what comes later.
    const text = `
currency: USD
horizon: 3 weeks
budget: 9000
draws: 256
creative: off
noise: off
economics: { order_value: 20, margin: 1 }
lines:
  - platform: tv
    stage: awareness
    budget: 9000
    flighting: free
    response: { curve: michaelis, maximum: 900, half_saturation: 3000, adstock: { type: geometric, alpha: 0.5, l_max: 3 } }
season: { cpm: [1, 1.5, 1] }
`;
    const scenario = await scenarioOf(text);
    const at = (amounts: readonly number[]) => {
      const budgets = Float64Array.of(amounts.reduce((sum, x) => sum + x, 0));
      return { budgets, creative: Float64Array.of(0.6, 0.3, 0.1), byPeriod: Float64Array.from(amounts) };
    };
    await withSession(scenario, async (session) => {
      const revenue = async (amounts: readonly number[], gradients = false) =>
        session.evaluate(at(amounts), [{ kind: 'kpi', name: 'revenue' }], 'coarse', { gradients });
      const base = [2000, 3000, 4000];
      const { gradients, draws } = await revenue(base, true);
      for (let t = 0; t < 3; t++) {
        const moved = (step: number) => base.map((x, k) => (k === t ? x + step : x));
        const up = (await revenue(moved(0.5))).values[0]![0]!;
        const down = (await revenue(moved(-0.5))).values[0]![0]!;
        expect(gradients[0]![t * draws]).toBeCloseTo(up - down, 6);
      }
      const { result } = await runForecast(scenario, { workers: 2, charts: false, prices: false });
      const found = result.plans.optimized!.lines[0]!.periods!;
      const value = async (amounts: readonly number[]) => (await revenue(amounts)).values[0]![0]!;
      let best = 0;
      for (let a = 0; a <= 9000; a += 500) {
        for (let b = 0; a + b <= 9000; b += 500) best = Math.max(best, await value([a, b, 9000 - a - b]));
      }
      expect(await value(found)).toBeGreaterThanOrEqual(best - 1e-6);
      expect(found[1]).toBeLessThan(found[0]!);
    });
  });

  test('the same bytes on one worker or three', async () => {
    const text = plan('[1, 1.2, 2]', 'rules: { lines: { tiktok/awareness: { min_daily: 200 } } }').replace(
      'cvr: 5%',
      'cvr: 3% to 8%',
    );
    const [one, three] = await Promise.all(
      [1, 3].map(async (workers) =>
        stringifyResult((await runForecast(await scenarioOf(text), { workers, charts: false })).result),
      ),
    );
    expect(one).toBe(three);
  });
});

describe('huni optimize --write', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'huni-flighting-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('writes what each period gets; the file it leaves gives that plan', async () => {
    const file = join(folder, 'plan.yaml');
    await writeFile(file, plan('[1, 1.2, 2]', 'rules: { creative: 60-30-10 }'));
    const { code, out } = await command(['optimize', file, '--write', '--json', '--workers', '2']);
    expect(code).toBe(0);
    const { optimized } = JSON.parse(out).plans;
    const text = await readFile(file, 'utf8');
    expect(text).toContain(`flighting: [${optimized.lines[0].periods.join(', ')}]`);
    const again = await run(text);
    expect(again.plans.given.kpis.total.profit!.mean).toBeCloseTo(optimized.kpis.total.profit.mean, 6);
  });
});
