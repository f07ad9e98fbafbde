import { describe, expect, it } from 'vitest';
import type { PlanSpend } from '../../src/model/plan.js';
import { variablesOf } from '../../src/model/variables.js';
import type { PlanFunction } from '../../src/scenario/expressions/types.js';
import { EVERYTHING } from './everything.js';
import { differentiate, evaluator, kpi, type Laid, lay } from './support.js';

const LANES = 4;

/** Everything at once, uncertain, posts to be chosen, a line whose flighting is free; gates far from their thresholds. */
const text = EVERYTHING.replace('cpm: 6, ctr: 1.1%', 'cpm: 4 to 8, ctr: 0.8% to 1.4%')
  .replace('flighting: back', 'flighting: free')
  .replace('posts: 4,', 'posts: { max: 6 },')
  .replace('posts: 2, periods: [2, 5]', 'posts: { max: 4 }, periods: [1, 2, 4, 5]')
  .replace('recall: 6%', 'recall: 4% to 8%')
  .replace('cpa <= 50', 'cpa <= 9000')
  .replace('noise: { cpm: { sd: 0 }', 'noise: { cpm: { sd: 0.1 }, ctr: { sd: 0.1, rho: 0.3 }');

const FUNCTIONS: readonly PlanFunction[] = [
  ...(
    ['profit', 'orders', 'reach', 'reach_3', 'cac', 'tail', 'future_orders', 'pay', 'recall_lift', 'warm_end'] as const
  ).map(kpi),
  kpi('messages'),
  { kind: 'group', name: 'conversions', lines: [0, 5] },
];

/** The plan with one of its variables moved. */
function moved(laid: Laid, plan: PlanSpend, variable: number, by: number): PlanSpend {
  const { program } = laid;
  const { first, step, creative, posts } = variablesOf(program);
  const T = program.periods;
  const spend = plan.spend.slice();
  const shares = plan.creative.slice();
  const counts = plan.posts!.slice();
  program.lines.forEach((_, line) => {
    for (let t = 0; t < T; t++) {
      const weight = step[line] === 1 ? 1 : program.flighting[line * T + t]!;
      if (first[line]! + t * step[line]! === variable) spend[line * T + t] = spend[line * T + t]! + weight * by;
    }
  });
  if (variable >= creative && variable < creative + 3) shares[variable - creative] = shares[variable - creative]! + by;
  posts.forEach((row, source) => {
    if (row === variable) counts[source] = counts[source]! + by;
  });
  return { spend, creative: shares, posts: counts };
}

describe('gradients with everything on', () => {
  it.each([false, true])('are those of central differences, reference %s', async (reference) => {
    const laid = await lay(text, { draws: LANES });
    const { program } = laid;
    // Between whole numbers of posts, where the schedule has a slope.
    const posts = Float64Array.from(program.rest!.sources, ({ posts: given, most }, k) =>
      most === null ? given : 2.4 + 0.3 * k,
    );
    const plan = { ...laid.plan, posts };
    const { count, column, creative } = variablesOf(program);
    const { values, gradients } = differentiate(laid, plan, FUNCTIONS, { reference });
    const valuesOf = evaluator(laid, FUNCTIONS, { reference });
    expect(count).toBe(6 + program.lines.length - 1 + 3 + 2);
    for (let variable = 0; variable < count; variable++) {
      const h = variable < creative ? 0.05 : 1e-5;
      const up = valuesOf(moved(laid, plan, variable, h));
      const down = valuesOf(moved(laid, plan, variable, -h));
      FUNCTIONS.forEach((_, f) => {
        for (let d = 0; d < LANES; d++) {
          const difference = (up[f]![d]! - down[f]![d]!) / (2 * h);
          const gradient = gradients[f]![column[variable]! * LANES + d]!;
          // Central differences lose about the value's rounding over h; the SIMD exponential is good to 1e-10.
          const lost = (Math.abs(values[f]![d]!) * (reference ? 1e-13 : 1e-12)) / h;
          expect(Math.abs(gradient - difference), `function ${f}, variable ${variable}, draw ${d}`).toBeLessThanOrEqual(
            2e-5 * Math.abs(difference) + 20 * lost + 1e-9,
          );
        }
      });
    }
  });
});
