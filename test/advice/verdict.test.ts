import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runAdvised } from '../../src/advice/index.js';
import { openEngine } from '../../src/engine/open.js';
import type { Engine } from '../../src/engine/types.js';
import { laterClause } from '../../src/report/content/decision.js';
import { decidingReasons, verdictReasons, verdictSentence } from '../../src/report/content/verdict.js';
import { unspentSentence } from '../../src/report/content/warnings.js';
import { reportContext } from '../../src/report/context.js';
import type { ScenarioDocument } from '../../src/scenario/write.js';
import { writeTestPhase } from '../../src/scenario/write-test.js';
import { scenarioOf } from '../forecast/support.js';
import { SLOW } from '../slow.js';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine(2);
});
afterAll(() => engine.close());

/** Plans that several tests look at are advised once. */
const known = new Map<string, ReturnType<typeof runAdvised>>();
const advised = (text: string): ReturnType<typeof runAdvised> => {
  const made =
    known.get(text) ??
    scenarioOf(`draws: 2048\n${text}`).then((scenario) =>
      runAdvised(scenario, { engine, charts: false, prices: false }),
    );
  known.set(text, made);
  return made;
};

/** Two lines alike, but for how well the price of one is known: both have a median of 6. */
const IGNORANCE = `
currency: USD
horizon: 8 weeks
budget: 20000
economics: { order_value: 50, margin: 60% }
creative: on
lines:
  - { platform: instagram, stage: awareness, segment: known, budget: 10000, audience: 400k, cpm: 5 to 7.2, ctr: 1.2%, cvr: 2%, view_rate: 25% }
  - { platform: x, stage: awareness, segment: unknown, budget: 10000, audience: 400k, cpm: 0.6 to 60, ctr: 1.2%, cvr: 2%, view_rate: 25% }
goal: { maximize: profit, risk_aversion: 0.25 }
`;

/** Loses in every future; a line without a pool would take the money and buy nothing. */
const LOSING = `
currency: USD
horizon: 8 weeks
budget: 40000
market: { population: 400k }
economics: { order_value: 40, margin: 40% }
lines:
  - { platform: instagram, stage: awareness, budget: 30000, audience: 150k to 300k, cpm: 6 to 11, ctr: 0.6% to 1.2%, cvr: 0.8% to 1.6% }
  - { platform: facebook, stage: conversion, budget: 10000, cpm: 7 to 13, ctr: 1% to 2%, cvr: 2% to 4% }
`;

/** Of two audiences alike and known, one gets nine tenths of the money. */
const LOPSIDED = `
currency: USD
horizon: 8 weeks
budget: 20000
economics: { order_value: 60, margin: 60% }
creative: off
lines:
  - { platform: instagram, stage: awareness, budget: 18000, audience: 300k, cpm: 4 to 5, ctr: 1.2%, cvr: 3%, view_rate: 25%, fatigue: 0.2 }
  - { platform: tiktok, stage: awareness, budget: 2000, audience: 300k, cpm: 4 to 5, ctr: 1.2%, cvr: 3%, view_rate: 25%, fatigue: 0.2 }
`;

/** Loses wherever it is spent, and needn't be: one line half as dear as it must be, or both. */
const losing = (second: string) => `
currency: USD
horizon: 8 weeks
budget: { max: 30000 }
economics: { order_value: 50, margin: 40% }
lines:
  - { platform: instagram, stage: awareness, budget: 15000, audience: 400k, cpm: 9 to 11, ctr: 1.2%, cvr: 1.5% }
  - { platform: tiktok, stage: awareness, budget: 15000, audience: 400k, ${second} }
goal: { maximize: profit }
`;

/** Few people, shown too much: nothing comes back, and nothing but published rates is uncertain. */
const UNPAID = `
currency: USD
horizon: 4 weeks
budget: { max: 9000 }
economics: { order_value: 8, margin: 20% }
creative: off
lines:
  - { platform: instagram, stage: awareness, budget: 9000, audience: 10000 }
`;

describe('of a budget that need not be spent, the verdict', () => {
  it('is to spend nothing where every plan loses, with what the plan given loses', SLOW, async () => {
    const forecast = await advised(losing('cpm: 9 to 11, ctr: 1%, cvr: 1.5%'));
    const { verdict, plans } = forecast.result;
    expect(plans.optimized!.lines.map(({ budget }) => budget)).toEqual([0, 0]);
    expect(verdict).toMatchObject({ kind: 'less', moves: [] });
    expect(verdict!.because[0]).toMatchObject({ test: 'middle_outcome', holds: false });
    const context = reportContext(forecast);
    const lost = -plans.given.kpis.total.profit!.p50!;
    expect(verdictSentence(context)).toMatch(/^Don't spend it: .* loses \$[\d,]+ in the middle outcome\.$/);
    expect(Math.abs(-verdict!.because[0]!.value - lost)).toBeLessThan(0.05 * lost);
    expect(context.plan.kind).toBe('given');
    expect(unspentSentence(context)).toBeNull();
  });

  it('tells of the plan given alone, where the best one spends nothing: whose numbers, what is hard to believe', async () => {
    const forecast = await advised(UNPAID);
    const { verdict, plans, warnings } = forecast.result;
    expect(plans.optimized!.lines.map(({ budget }) => budget)).toEqual([0]);
    expect(verdict!.kind).toBe('less');
    // What is typed is known exactly: all of the spread is published rates and what is assumed.
    expect(verdict!.shares_of_spread.yours).toBe(0);
    expect(verdict!.shares_of_spread.benchmark).toBeGreaterThan(0.3);
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'frequency_a_week' }));
    const [reason] = verdictReasons(reportContext(forecast));
    expect(reason).toMatch(/^fails: the plan given has a middle outcome of −\$[\d,]+ \(0 asked\)$/);
  });

  it('names what a line gives up, where nothing takes it', async () => {
    const forecast = await advised(losing('cpm: 4 to 5, ctr: 2%, cvr: 4%, fatigue: 0.3'));
    const { verdict, plans } = forecast.result;
    expect(verdict!.kind).toBe('move');
    const [given, best] = [plans.given, plans.optimized!].map(({ lines }) =>
      lines.reduce((sum, { budget }) => sum + Math.round(100 * budget), 0),
    );
    expect(best).toBeLessThan(given!);
    const saved = verdict!.moves.filter(({ to }) => to === null).map(({ amount }) => Math.round(100 * amount));
    expect(saved.reduce((sum, amount) => sum + amount, 0)).toBe(given! - best!);
    expect(verdictSentence(reportContext(forecast))).toMatch(/from Instagram awareness to the unspent reserve/);
  });
});

describe('the verdict', () => {
  it('does not take money from a known line to a guessed one on the strength of a long tail', async () => {
    const { result } = await advised(IGNORANCE);
    expect(['test', 'keep']).toContain(result.verdict!.kind);
    const guesses = result.verdict!.because.find(({ test }) => test === 'guesses')!;
    // The unknown price is typed, but a hundred times wide; the known line's rates are the rest.
    expect(guesses.value).toBeGreaterThan(0.9);
    expect(guesses.holds).toBe(true);
  });

  it('judges a test by the leads that it sees, where customers are made of them later', async () => {
    const ofOrders = (await advised(IGNORANCE)).result.test!;
    const text = IGNORANCE.replace('order_value: 50', 'order_value: 200, close_rate: 25%');
    const { result } = await advised(text);
    const ofLeads = result.test!;
    expect([ofOrders.counts, ofLeads.counts]).toEqual(['conversions', 'leads']);
    // As many leads as there were orders, at the same price, though a quarter of them become customers.
    expect(ofLeads.outcomes.conversions.p50 / ofOrders.outcomes.conversions.p50).toBeCloseTo(1, 1);
    expect(ofLeads.rule.scale_below / ofOrders.rule.scale_below).toBeCloseTo(1, 1);
    const scenario = await scenarioOf(text);
    const { line, periods, counts, rule } = ofLeads;
    const phase = { line, periods, counts, mostPerConversion: rule.scale_below };
    const document = { text, json: false } as unknown as ScenarioDocument;
    expect(writeTestPhase(text, document, scenario, phase)).toContain(`gate: "${line}.cpl <= `);
    const turkish = writeTestPhase(text, document, { ...scenario, language: 'tr' }, phase);
    expect(turkish).toContain('name: Deneme,');
    expect(turkish).toContain('name: Kalan süre,');
    const shared = writeTestPhase(text, document, scenario, { ...phase, share: 0.13 });
    expect(shared).toContain(`budget: ${0.13 * scenario.budget}, gate`);
    expect(shared).toContain(`budget: ${0.87 * scenario.budget} }`);
  });

  it('asks for nothing to break even of a plan that earns, and parks most of its money', SLOW, async () => {
    const parked = `
currency: USD
horizon: 8 weeks
budget: 6600
economics: { order_value: 200, margin: 60% }
rules: { stages: { consideration: { min: 55% } } }
lines:
  - { platform: facebook, stage: awareness, budget: 2600, audience: 400k, cpm: 6 to 9, ctr: 1% to 1.6%, cvr: 2% to 3%, view_rate: 25% }
  - { platform: x, stage: consideration, budget: 4000, cpm: 6 to 9, ctr: 1% to 1.6%, cvr: 2% to 3%, view_rate: 25% }
`;
    const { verdict, break_even, plans } = (await advised(parked)).result;
    expect(plans.given.kpis.total.profit!.p50).toBeGreaterThan(0);
    expect(verdict!.kind).toBe('less');
    expect(verdict!.because.some(({ test }) => test === 'reached')).toBe(true);
    expect(break_even).toBeUndefined();
  });

  it('calls a plan that loses one, and no gain what parks its money where nobody is', async () => {
    const forecast = await advised(LOSING);
    const { verdict, break_even, plans } = forecast.result;
    expect(verdict!.kind).toBe('less');
    expect(verdict!.moves).toEqual([]);
    const middle = verdict!.because.find(({ test }) => test === 'middle_outcome')!;
    expect(middle.value).toBeLessThan(0);
    // The better of the two plans, as long as it doesn't park its money.
    const told = [plans.given, plans.optimized!]
      .filter(({ kpis }) => kpis.total.unspent!.mean! < 200)
      .map(({ kpis }) => kpis.total.profit!.p50!);
    expect(middle.value).toBeCloseTo(Math.max(...told), 6);
    expect(verdictSentence(reportContext(forecast))).toMatch(/^Spend less, or don't: .* loses \$/);
    const order = break_even!.find(({ input }) => input === 'order_value')!;
    expect(order.needed).toBeGreaterThan(order.now);
    // A typed value is certain: there is no chance to speak of.
    expect(order.probability).toBeNull();
  });

  it('finds the order value from which a plan breaks even: profit is linear in it', SLOW, async () => {
    const { result } = await advised(LOSING);
    const needed = result.break_even!.find(({ input }) => input === 'order_value')!.needed!;
    const at = await advised(LOSING.replace('order_value: 40', `order_value: ${needed}`));
    const { profit, cost } = at.result.plans.given.kpis.total;
    // On other draws than it was found on: within a few percent of what is spent.
    expect(Math.abs(profit!.p50!)).toBeLessThan(0.05 * cost!.mean!);
  });

  it('moves where every test holds, in steps, and says how sure that is', async () => {
    const forecast = await advised(LOPSIDED);
    const { verdict, optimizer, difference } = forecast.result;
    expect(verdict!.kind).toBe('move');
    expect(
      verdict!.because.filter(({ test }) => test !== 'guesses' && test !== 'test_value').every((r) => r.holds),
    ).toBe(true);
    const [move] = verdict!.moves;
    expect(move).toMatchObject({ from: 'instagram/awareness', to: 'tiktok/awareness' });
    expect(move!.amount % optimizer!.rounding!.step).toBeCloseTo(0, 9);
    const better = verdict!.because.find(({ test }) => test === 'probability_better')!;
    expect(better.value).toBeCloseTo(difference!.profit!.probability_better, 9);
  });

  it('keeps a plan that nothing beats by more than noise', async () => {
    const even = LOPSIDED.replace('budget: 18000', 'budget: 10000').replace('budget: 2000,', 'budget: 10000,');
    const { result } = await advised(even);
    expect(result.verdict!.kind).toBe('keep');
    expect(result.verdict!.moves).toEqual([]);
  });

  it('has nothing to compare with where no budgets were given', async () => {
    const { result } = await advised(LOPSIDED.replaceAll(/ budget: \d+,/g, ''));
    expect(result.verdict!.kind).toBe('start');
  });

  it('asks what the file asks: a threshold that nothing reaches keeps the plan', async () => {
    const { result } = await advised(`${LOPSIDED}goal: { verdict: { gain: 5 } }\n`);
    expect(result.verdict!.kind).toBe('keep');
    expect(result.verdict!.because.find(({ test }) => test === 'gain')).toMatchObject({ needed: 5, holds: false });
  });

  it('is the same to the last bit on another number of threads', SLOW, async () => {
    const scenario = await scenarioOf(`draws: 1024\n${IGNORANCE}`);
    const one = await runAdvised(scenario, { workers: 1, charts: false, prices: false });
    const two = await runAdvised(scenario, { engine, charts: false, prices: false });
    expect(JSON.stringify(two.result)).toBe(JSON.stringify(one.result));
  });
});

/** Nobody said a word of creatives, and nothing may move. */
const HELD = `currency: USD
horizon: 4 weeks
budget: 8000
economics: { order_value: 50, margin: 60% }
rules: { lines: { facebook/conversion: { fixed: 5000 }, tiktok/awareness: { fixed: 3000 } } }
lines:
  - { platform: facebook, stage: conversion, budget: 5000, audience: 300k, cpm: 8 to 9, ctr: 1.5% to 1.7%, cvr: 2.8% to 3.2% }
  - { platform: tiktok, stage: awareness, budget: 3000, audience: 300k, cpm: 5 to 6, ctr: 0.5% to 0.7%, cvr: 0.8% to 1.2% }
`;

describe('creatives that nobody spoke of', () => {
  it('are not split anew on assumed qualities: nothing moves, and the plan is kept', async () => {
    const { result } = await advised(HELD);
    expect([result.verdict!.kind, result.verdict!.moves]).toEqual(['keep', []]);
  });

  it('are split where the file speaks of them', async () => {
    const { result } = await advised(`${HELD}creative: on\n`);
    const [given, optimized] = [result.plans.given, result.plans.optimized!];
    expect(optimized.creative).not.toEqual(given.creative);
  });
});

/** Loses within its eight weeks, pays within a year. */
const LATER = `currency: USD
horizon: 8 weeks
budget: 30000
economics: { order_value: 30 to 34, margin: 50%, repeat_rate: 30% to 36%, value_days: 365 }
lines:
  - { platform: facebook, stage: conversion, budget: 20000, audience: 400k to 450k, cpm: 9 to 10, ctr: 1.4% to 1.5%, cvr: 2.8% to 3% }
  - { platform: tiktok, stage: conversion, budget: 10000, audience: 400k to 450k, cpm: 6 to 7, ctr: 0.9% to 1%, cvr: 2.2% to 2.4% }
`;

describe('a plan that pays by what customers order later', () => {
  it('says so beside the loss within the plan, in its language', async () => {
    const forecast = await advised(LATER);
    const { result, scenario } = forecast;
    expect(result.verdict!.kind).toBe('move');
    const said = result.verdict!.because.find(({ test }) => test === 'middle_outcome')!;
    expect(said.value).toBeGreaterThan(0);
    expect(result.plans.optimized!.kpis.total.profit!.p50).toBeLessThan(0);
    for (const [language, words] of [
      ['en', 'with the orders that come after the plan it earns $'],
      ['tr', 'plandan sonra gelen siparişlerle birlikte ortanca sonuçta $'],
    ] as const) {
      expect(laterClause(reportContext({ ...forecast, scenario: { ...scenario, language } }))).toContain(words);
    }
    // The chance of a loss that the verdict weighs is not the one beside it, of the plan alone.
    for (const [language, words] of [
      ['en', 'the chance of a loss, with the orders that come after the plan, changes by'],
      ['tr', 'plandan sonra gelen siparişlerle birlikte zarar olasılığı'],
    ] as const) {
      const reasons = decidingReasons(reportContext({ ...forecast, scenario: { ...scenario, language } }));
      expect(reasons.join()).toContain(words);
    }
  });
});
