// @module-tag slow
import seedrandom from 'seedrandom';
import { describe, expect, it } from 'vitest';
import { createDifferentiator, planSpend } from '../../../src/model/block-model.js';
import { compileProgram } from '../../../src/model/compile.js';
import { variablesOf } from '../../../src/model/variables.js';
import { optimizePlan } from '../../../src/optimize/index.js';
import type { PlanEvaluator } from '../../../src/optimize/types.js';
import { blocksOf } from '../../../src/sampling/blocks.js';
import type { SamplingPlan } from '../../../src/sampling/types.js';
import type { Scenario } from '../../../src/scenario/types.js';
import { FULL } from '../../sample.js';
import { valid } from '../../scenario/helpers.js';

/** The engine's own passes on this thread, on the same draws for every set. */
async function engineOf(scenario: Scenario, draws: number): Promise<PlanEvaluator> {
  const program = await compileProgram(scenario);
  const sampling: SamplingPlan = { seed: scenario.seed, sampler: 'mc', draws, replicates: 1 };
  const differentiator = createDifferentiator(program, sampling);
  const { count } = variablesOf(program);
  return {
    evaluate({ budgets, creative, byPeriod }, functions, _set, { gradients: wanted = true } = {}) {
      const values = functions.map(() => new Float64Array(draws));
      const gradients = wanted ? functions.map(() => new Float64Array(count * draws)) : null;
      const plan = planSpend(program, budgets, creative, { byPeriod });
      for (const block of blocksOf(sampling)) differentiator.evaluate(block, plan, functions, values, gradients);
      return Promise.resolve({ draws, values, gradients: gradients ?? [] });
    },
  };
}

async function optimum(text: string, draws = 1) {
  const scenario = await valid(text);
  const result = await optimizePlan({ scenario, evaluator: await engineOf(scenario, draws), prices: false });
  if (!result.ok) throw new Error(result.conflict.rules.join());
  return { scenario, ...result };
}

const scenarioText = (budget: number, responses: readonly string[], more = 'horizon: 4 weeks'): string => `
currency: USD
${more}
budget: ${budget}
economics: { order_value: 10, margin: 100% }
goal: { maximize: revenue }
lines:
${responses.map((response, k) => `  - { platform: channel${k}, stage: conversion, response: ${response} }`).join('\n')}
`;

describe('the best split over lines with a response', () => {
  it('of two roots is in proportion to the squares of their sizes', async () => {
    // Σ over 4 weeks of b √(x / 4) is 2 b √x; with equal slopes b₁ / √x₁ = b₂ / √x₂, so x₁ : x₂ = 9 : 25 of 3400.
    const { decision, report } = await optimum(
      scenarioText(3400, ['{ curve: root, beta: 3, alpha: 0.5 }', '{ curve: root, beta: 5, alpha: 0.5 }']),
    );
    expect(decision.budgets[0]).toBeCloseTo(900, 1);
    expect(decision.budgets[1]).toBeCloseTo(2500, 1);
    expect(report.objective).toBeCloseTo(10 * 2 * (3 * Math.sqrt(900) + 5 * Math.sqrt(2500)), 4);
  });

  it('of two Michaelis–Menten curves has equal slopes', async () => {
    // With h = 4 · lam over 4 even weeks: slope a h / (h + x)², so h₁ + x₁ = s √(a₁ h₁) and both sum to the budget.
    const [a, lam] = [
      [40, 90],
      [100, 400],
    ] as const;
    const h = lam.map((half) => 4 * half);
    const roots = a.map((most, k) => Math.sqrt(most * h[k]!));
    const s = (5000 + h[0]! + h[1]!) / (roots[0]! + roots[1]!);
    const { decision } = await optimum(
      scenarioText(
        5000,
        a.map((most, k) => `{ curve: michaelis, alpha: ${most}, lam: ${lam[k]} }`),
      ),
    );
    expect(decision.budgets[0]).toBeCloseTo(s * roots[0]! - h[0]!, 1);
    expect(decision.budgets[1]).toBeCloseTo(s * roots[1]! - h[1]!, 1);
  });

  it('is the same whatever the order of the lines, and scales with the currency', async () => {
    const hill = (scale: number): string =>
      `{ curve: hill, maximum: 60 to 90, half_saturation: ${300 * scale}, shape: 3 }`;
    const tanh = (scale: number): string =>
      `{ curve: tanh, b: 50, c: ${4 * scale}, adstock: { type: geometric, alpha: 0.5, l_max: 3 } }`;
    const text = (scale: number, swapped: boolean): string => {
      const lines = [
        `  - { platform: tv, stage: conversion, response: ${hill(scale)} }`,
        `  - { platform: radio, stage: awareness, response: ${tanh(scale)} }`,
      ];
      return `
currency: USD
horizon: 4 weeks
budget: ${2000 * scale}
economics: { order_value: ${10 * scale}, margin: 100% }
lines:
${(swapped ? lines.reverse() : lines).join('\n')}
`;
    };
    const base = await optimum(text(1, false), 64);
    const swapped = await optimum(text(1, true), 64);
    const scaled = await optimum(text(100, false), 64);
    expect(swapped.decision.budgets[1]).toBeCloseTo(base.decision.budgets[0]!, 1);
    expect(swapped.report.objective).toBeCloseTo(base.report.objective, 6);
    // A hundredth of a cent's worth of rounding on a plan a hundred times as large.
    expect(scaled.decision.budgets[0]! / 100).toBeCloseTo(base.decision.budgets[0]!, 1);
    expect(scaled.report.objective / 100).toBeCloseTo(base.report.objective, 4);
  });

  it('counts what comes after the horizon, so a slow line is not starved', async () => {
    // The same root, one at once and one over 6 of 2 weeks: every spend works in full either way, a sixth at a time.
    const slow = 'adstock: { type: geometric, alpha: 1, l_max: 6 }';
    const { decision } = await optimum(
      scenarioText(
        1200,
        ['{ curve: root, beta: 3, alpha: 1 }', `{ curve: root, beta: 3.001, alpha: 1, ${slow} }`],
        'horizon: 2 weeks',
      ),
    );
    expect(Array.from(decision.budgets)).toEqual([0, 1200]);
  });

  it('keeps a ceiling on the price of impressions to the lines that show some', async () => {
    const { rules } = await optimum(`
currency: USD
horizon: 4 weeks
budget: 2000
noise: off
creative: off
economics: { order_value: 30, margin: 100% }
rules: { cpm: 6, lines: { facebook/awareness: { fixed: 500 } } }
goal: { maximize: revenue }
lines:
  - { platform: tv, stage: conversion, response: { curve: root, beta: 3, alpha: 0.5 } }
  - { platform: facebook, stage: awareness, audience: 1m, cpm: 5, ctr: 1%, view_rate: 20%, cvr: 2% }
`);
    const cpm = rules.find(({ rule }) => rule === 'cpm')!;
    expect(cpm.holds).toBe(true);
    expect(cpm.value).toBeCloseTo(5, 9);
  });
});

const CASES = FULL ? 200 : 24;
const BUDGET = 1000;
const WEEKS = 4;
/** Steps of the dynamic programme: half a thousandth of the budget. */
const STEPS = 2000;

/** Best total of four curves over budgets in whole steps: every split of every budget so far. */
function dynamicProgramme(curves: readonly ((spend: number) => number)[]): number {
  let best = new Float64Array(STEPS + 1);
  for (const curve of curves) {
    const values = Float64Array.from({ length: STEPS + 1 }, (_, k) => curve((k * BUDGET) / STEPS));
    const next = new Float64Array(STEPS + 1);
    for (let total = 0; total <= STEPS; total++) {
      let champion = 0;
      for (let own = 0; own <= total; own++) {
        const value = values[own]! + best[total - own]!;
        if (value > champion) champion = value;
      }
      next[total] = champion;
    }
    best = next;
  }
  return best[STEPS]!;
}

describe('S-shaped responses', () => {
  it(`Hill of shape 3: ${CASES} plans of four lines by the engine, against a dynamic programme`, async () => {
    const short: string[] = [];
    const unspent: string[] = [];
    for (let k = 0; k < CASES; k++) {
      const random = seedrandom.alea(`responses/${k}`);
      const lines = Array.from({ length: 4 }, () => ({
        most: 100 + 900 * random(),
        half: (BUDGET / WEEKS) * 10 ** (-1.3 + 1.3 * random()),
      }));
      const { decision, report } = await optimum(
        scenarioText(
          BUDGET,
          lines.map(({ most, half }) => `{ curve: hill, maximum: ${most}, half_saturation: ${half}, shape: 3 }`),
        ),
      );
      // Four even weeks of a quarter each.
      const best = dynamicProgramme(
        lines.map(
          ({ most, half }) =>
            (x) =>
              (10 * WEEKS * most * (x / WEEKS) ** 3) / ((x / WEEKS) ** 3 + half ** 3),
        ),
      );
      const gap = 1 - report.objective / best;
      if (gap > 1e-3) short.push(`${k}: ${(100 * gap).toFixed(2)} %`);
      const cents = decision.budgets.reduce((sum, amount) => sum + Math.round(100 * amount), 0);
      if (cents !== 100 * BUDGET) unspent.push(`${k}: ${cents}`);
    }
    expect(short).toEqual([]);
    expect(unspent).toEqual([]);
  }, 300_000);
});
