import { afterAll, describe, expect, it } from 'vitest';
import { createInlineEngine } from '../../../src/engine/inline.js';
import { openSession } from '../../../src/engine/session.js';
import { decisionGiven } from '../../../src/forecast/plan-result.js';
import type { SweepSettings, VaryValue } from '../../../src/forecast/sweep/types.js';
import { readVariant, sweepVariant } from '../../../src/forecast/sweep/variant.js';
import { parseVary } from '../../../src/forecast/sweep/vary.js';
import type { Scenario } from '../../../src/scenario/types.js';

const PLAN = `
currency: USD
horizon: 4 weeks
budget: 1000
draws: 256
noise: { counts: off }
economics: { order_value: 20 to 60, margin: 60% }
lines:
  - { platform: instagram, stage: awareness, budget: 700, audience: 200k to 400k, cpm: 2 to 4, ctr: 1% to 2%, view_rate: 20% to 30%, cvr: 1% to 3% }
  - { platform: tiktok, stage: awareness, budget: 300, audience: 500k, cpm: 2 to 5, ctr: 1% to 3%, view_rate: 20%, cvr: 1% to 2% }
rules: { platforms: { tiktok: { max: 35% } }, lines: { instagram/awareness: { min: 800 } } }
goal: { maximize: profit, risk_aversion: 0.4, tail: 25% }
targets: [profit > 0 with 1%, profit > 100000 with 99%, spend >= 1]
`;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const source = { main: 'plans/plan.yaml', files: { 'plans/plan.yaml': bytes(PLAN) } };
const engine = createInlineEngine();
afterAll(() => engine.close());

const noAdvice = () => Promise.reject(new Error('nobody asked for advice'));

function varied(texts: readonly string[]) {
  const all = texts.map((text) => {
    const reading = parseVary(text);
    if (!reading.ok) throw new Error(reading.found);
    return reading.vary;
  });
  return [all, all.map(({ values }) => values[0]!)] as const;
}

function outcomeOf(texts: readonly string[], settings: SweepSettings = { optimize: false }, from = source) {
  const [vary, point] = varied(texts);
  return sweepVariant(engine, from, settings, vary, point, noAdvice);
}

async function scenarioFor(texts: readonly string[], settings: SweepSettings = { optimize: false }): Promise<Scenario> {
  const reading = await readVariant(source, settings, ...varied(texts));
  if (!reading.ok) throw new Error(reading.message);
  return reading.scenario;
}

describe('a variant of a plan', () => {
  it('has the figures that its draws have', async () => {
    const texts = ['economics.margin=50%'];
    const outcome = await outcomeOf(texts);
    if (outcome.status !== 'priced') throw new Error(outcome.message);
    const scenario = await scenarioFor(texts);
    const session = await openSession(scenario, { engine });
    const names = ['profit', 'revenue'] as const;
    const asked = names.map((name) => ({ kind: 'kpi', name }) as const);
    const { values } = await session.evaluate(decisionGiven(scenario), asked, 'fresh', { gradients: false });
    await session.close();
    const [profit, revenue] = values.map((own) => own.slice().sort()) as [Float64Array, Float64Array];
    const mean = (some: Float64Array): number => some.reduce((sum, one) => sum + one, 0) / some.length;
    // 256 draws: the worst quarter are 64 of them; R-7 quantiles lie between neighbours.
    expect(profit).toHaveLength(256);
    const worst = mean(profit.subarray(0, 64));
    expect(outcome.objective).toBeCloseTo(mean(profit) - 0.4 * (mean(profit) - worst), 8);
    const quantile = (some: Float64Array, p: number): number => {
      const at = p * (some.length - 1);
      const [low, part] = [Math.floor(at), at - Math.floor(at)];
      return some[low]! + part * (some[Math.min(low + 1, some.length - 1)]! - some[low]!);
    };
    for (const [name, own] of [
      ['profit', profit],
      ['revenue', revenue],
    ] as const) {
      const { mean: average, p10, p50, p90 } = outcome.kpis[name];
      expect(average).toBeCloseTo(mean(own), 8);
      expect([p10, p50, p90]).toEqual([0.1, 0.5, 0.9].map((p) => expect.closeTo(quantile(own, p), 8)));
    }
    expect(outcome.loss).toBe(profit.filter((one) => one < 0).length / 256);
    expect(outcome.se).toBeGreaterThan(0);
    // The platform's share is kept (30 % of at most 35 %), the line's minimum isn't (700 of 800).
    expect(outcome.rules).toEqual({ held: outcome.rules.of - 1, of: 3 });
    expect(outcome.targets).toEqual({ held: 2, of: 3 });
    expect(outcome.budgets).toEqual({ 'instagram/awareness': 700, 'tiktok/awareness': 300 });
    expect(outcome).not.toHaveProperty('posts');
    expect(outcome).not.toHaveProperty('advice');
  });

  it('scales its lines with its budget, and takes draws, seed and sampler of the sweep', async () => {
    const settings = { optimize: false, draws: 128, seed: 'other', sampler: 'mc' } as const;
    const scenario = await scenarioFor(['budget=2000.5', 'economics.margin=50%'], settings);
    expect(scenario.lines.map(({ budget }) => budget)).toEqual([1400.35, 600.15]);
    expect([scenario.draws, scenario.seed, scenario.sampler]).toEqual([128, 'other', 'mc']);
    const own = await scenarioFor(['economics.margin=50%']);
    expect([own.draws, own.sampler]).toEqual([256, 'sobol']);
  });

  it('says in the file’s words what can’t be', async () => {
    const wrong = (message: unknown) => ({ status: 'wrong', message });
    const budget = (text: string, value: unknown) => {
      const [vary] = varied(['budget=1000']);
      return readVariant(source, { optimize: false }, vary, [{ text, value } as VaryValue]);
    };
    for (const value of ['much', 0, -1, 1e300, Number.NaN]) {
      expect(await budget('much', value)).toEqual({
        ok: false,
        message: 'budget: found much, expected an amount above 0',
      });
    }
    expect(await budget('0.01', 0.01)).toMatchObject({ ok: true });
    const rate = await outcomeOf(['economics.margin=-200%']);
    expect(rate).toEqual(wrong(expect.stringContaining('expected')));
    const gone = await outcomeOf([], { optimize: false }, { ...source, main: 'plans/other.yaml' });
    expect(gone).toMatchObject({ status: 'wrong' });
    const two = ['economics.margin=-200%', 'horizon=0 weeks'];
    const both = await outcomeOf(two);
    expect(both.status === 'wrong' && both.message.split('; ').length).toBeGreaterThanOrEqual(2);
  });

  it('is optimised where that is asked for, or names the rules that can’t hold together', async () => {
    const best = await outcomeOf(['economics.margin=50%'], { optimize: true });
    if (best.status !== 'priced') throw new Error(best.message);
    expect(best.rules).toEqual({ held: best.rules.of, of: best.rules.of });
    const { 'instagram/awareness': one, 'tiktok/awareness': other } = best.budgets;
    expect(one! + other!).toBeCloseTo(1000, 9);
    expect(one).toBeGreaterThanOrEqual(800);
    const none = await outcomeOf(['lines.tiktok/awareness.budget=300', 'budget=700'], { optimize: true });
    expect(none).toEqual({
      status: 'contradiction',
      rules: expect.arrayContaining(['lines.instagram/awareness']),
      message: `these rules can't hold together: ${none.status === 'contradiction' ? none.rules.join(', ') : ''}`,
    });
  });

  it('has an answer, too, where an engine breaks down', async () => {
    const closed = createInlineEngine();
    await closed.close();
    const [vary, point] = varied(['economics.margin=50%']);
    const outcome = await sweepVariant(closed, source, { optimize: false }, vary, point, noAdvice);
    expect(outcome).toEqual({ status: 'failed', message: expect.stringMatching(/./) });
  });
});
