// @module-tag slow
import { describe, expect, it } from 'vitest';
import { explainForecast } from '../../../src/forecast/explain.js';
import { decisionGiven } from '../../../src/forecast/plan-result.js';
import { runForecast } from '../../../src/forecast/run.js';
import { reportSelection } from '../../../src/model/figures.js';
import { changeSentences } from '../../../src/report/compare/changes.js';
import { stringifyResult } from '../../../src/report/result-json.js';
import * as messages from '../../../src/scenario/messages.js';
import type { Scenario } from '../../../src/scenario/types.js';
import { applyStresses } from '../../../src/scenario/variants/apply.js';
import { readStresses } from '../../../src/scenario/variants/stress.js';
import { withSession } from '../../forecast/support.js';
import { filesOf, valid } from '../../scenario/helpers.js';

const ROWS = 16;
/** A posterior in which what one line brings is what the other doesn't. */
const POSTERIOR = [
  'one,other',
  ...Array.from({ length: ROWS }, (_, k) => `${(7 * k) % ROWS},${ROWS - 1 - ((7 * k) % ROWS)}`),
].join('\n');

const drawn = (platform: string, column: string): string =>
  `  - { platform: ${platform}, stage: conversion, budget: 400, response: { curve: root, alpha: 1, draws: { file: posterior.csv, columns: { coefficient: ${column} } } } }`;

const plan = (lines: readonly string[], more = '', budget = 400 * lines.length): string => `
currency: USD
horizon: 4 weeks
budget: ${budget}
draws: 1024
economics: { order_value: 20, margin: 50% }
noise: { counts: off }
${more}
lines:
${lines.join('\n')}
`;
const read = (text: string): Promise<Scenario> => valid(text, 'plan.yaml', filesOf({ 'posterior.csv': POSTERIOR }));

/** Draws of each line's conversions. */
async function conversions(scenario: Scenario): Promise<Float64Array[]> {
  return withSession(scenario, async (session) => {
    const priced = await session.price(decisionGiven(scenario), reportSelection([]));
    return scenario.lines.map((_, line) => {
      const series = priced.keys.findIndex(
        ({ group, index, kpi }) => group === 'line' && index === line && kpi === 'conversions',
      );
      return priced.series(series).slice();
    });
  });
}

describe('posterior draws', () => {
  it('are taken a row a future by all lines that name the file, each row equally often', async () => {
    const [one, other] = await conversions(await read(plan([drawn('tv', 'one'), drawn('radio', 'other')])));
    const counts = new Map<number, number>();
    one!.forEach((value, d) => {
      // A coefficient k of spend itself: 400 k, and what the other line has makes 15 of it in every row.
      expect(value / 400 + other![d]! / 400).toBeCloseTo(ROWS - 1, 9);
      const row = Math.round(value / 400);
      counts.set(row, (counts.get(row) ?? 0) + 1);
    });
    // 16 scrambles of 64 points each: in one dimension 4 of every 64 points fall into each sixteenth.
    expect([...counts.values()]).toEqual(new Array(ROWS).fill(1024 / ROWS));
  });

  it('of one line are as they were when another line joins', async () => {
    const alone = await conversions(await read(plan([drawn('tv', 'one')])));
    const both = await conversions(await read(plan([drawn('tv', 'one'), drawn('radio', 'other')])));
    expect(both[0]).toEqual(alone[0]);
  });

  it.each(['mc', 'antithetic'])('come about equally often from %s', async (sampler) => {
    const [one] = await conversions(await read(plan([drawn('tv', 'one')], `sampler: ${sampler}`)));
    const counts = new Array<number>(ROWS).fill(0);
    for (const value of one!) counts[Math.round(value / 400)]! += 1;
    // Chi-squared with 15 degrees of freedom: above 44 once in ten thousand.
    const expected = 1024 / ROWS;
    const chi = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    expect(chi).toBeLessThan(44);
  });
});

const MIXED = plan(
  [
    '  - { platform: tv, stage: awareness, budget: 400, response: { curve: hill, maximum: 30 to 60, half_saturation: 60, shape: 3, adstock: { type: geometric, alpha: 0.4 to 0.7, l_max: 5 } } }',
    drawn('radio', 'one'),
    '  - { platform: facebook, stage: awareness, budget: 400 }',
    '  - { platform: facebook, stage: conversion, budget: 400 }',
  ],
  'rules: { platforms: { radio: { max: 40% } } }',
);

describe('a plan with lines of both kinds', () => {
  it('is the same bytes for 1, 2 and 7 workers, and tells of a response what means something', async () => {
    const scenario = await read(MIXED);
    const bytes = new Set<string>();
    for (const workers of [1, 2, 7]) {
      const { result } = await runForecast(scenario, { workers, charts: false });
      bytes.add(stringifyResult(result));
      const { kpis } = result.plans.given;
      const own = ['spend', 'conversions', 'revenue', 'cpa', 'roas'];
      expect(Object.keys(kpis.lines['tv/awareness']!).sort()).toEqual([...own].sort());
      expect(Object.keys(kpis.platforms.radio!).sort()).toEqual([...own].sort());
      expect(kpis.lines['facebook/awareness']).toHaveProperty('impressions');
      // Facebook's lines stand in both stages.
      expect(kpis.stages.awareness).toHaveProperty('impressions');
      expect(kpis.total.tail!.mean).toBeGreaterThan(0);
    }
    expect(bytes.size).toBe(1);
  });

  it('is explained by its curves, too', async () => {
    const explanation = await explainForecast(await read(MIXED), { draws: 2048, kpi: 'orders' });
    const named = new Map(explanation.inputs.map((effect) => [effect.input, effect]));
    // Radio's coefficient is 0 to 15 evenly, and what it brings is 400 times that: by far the most of the spread.
    const radio = named.get('radio/conversion.coefficient')!;
    expect(radio.p10).toBe(1);
    expect(radio.p90).toBe(14);
    // Scores of 16 values in place of a normal: within a tenth of 400 · 13 and four standard errors.
    const swing = radio.high.mean - radio.low.mean;
    expect(Math.abs(swing - 5200)).toBeLessThan(520 + 4 * Math.hypot(radio.high.se, radio.low.se));
    expect(named.has('tv/awareness.maximum')).toBe(true);
    const [first] = explanation.groups;
    expect(first!.subject).toEqual({ kind: 'draws', file: 'posterior.csv' });
    expect(first!.total.value).toBeGreaterThan(0.9);
    expect(first!.high.mean).toBeGreaterThan(first!.low.mean);
    expect(explanation.information!.questions.map(({ question }) => question)).toContain('draws.posterior.csv');
  });

  it('is compared by its curves', async () => {
    const scenario = await read(MIXED);
    const steeper = await read(MIXED.replace('shape: 3', 'shape: 4'));
    const other = await read(MIXED.replace('l_max: 5', 'l_max: 6'));
    expect(changeSentences(scenario, steeper)).toEqual(['Tv awareness, shape of the curve: 4 instead of 3']);
    expect(changeSentences(scenario, other)).toEqual(['Tv awareness: another fitted curve']);
  });

  const stressed = (scenario: Scenario, text: string) => {
    const stresses = readStresses(text);
    if (!stresses.ok) throw new Error(text);
    return applyStresses(scenario, stresses.value);
  };

  it('buys less where a stress makes impressions dearer, of all lines or of one', async () => {
    const scenario = await read(plan([drawn('tv', 'one'), drawn('radio', 'other')]));
    const [base] = await conversions(scenario);
    for (const text of ['cpm +25%', 'tv cpm +25%', 'cvr -20%', 'tv ctr -20%']) {
      const outcome = stressed(scenario, text);
      if (!outcome.ok) throw new Error(text);
      const [less] = await conversions(outcome.scenario);
      less!.forEach((value, d) => {
        expect(value).toBeCloseTo(0.8 * base![d]!, 9);
      });
    }
    expect(stressed(scenario, 'tv fatigue +20%')).toEqual({
      ok: false,
      fault: messages.stressWithoutFunnel('fatigue'),
    });
  });
});
