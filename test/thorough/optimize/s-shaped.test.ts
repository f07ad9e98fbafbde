// @module-tag slow
import seedrandom from 'seedrandom';
import { expect, test } from 'vitest';
import { optimizePlan } from '../../../src/optimize/index.js';
import { analyticEvaluator, hillResponse, scenarioOf } from '../../optimize/support.js';
import { FULL } from '../../sample.js';

const IDS = ['facebook/awareness', 'tiktok/awareness', 'facebook/consideration', 'facebook/conversion'];
const CASES = FULL ? 200 : 30;
const BUDGET = 1000;
/** Steps of the dynamic programme: a thousandth of the budget is 1, and it is cut finer than that. */
const STEPS = 2000;

/** Best total of four curves over budgets in whole steps, by dynamic programming: every split of every budget so far. */
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

test(`S-shaped curves (Hill, shape 3): ${CASES} plans of four lines against a dynamic programme`, async () => {
  const short: string[] = [];
  const unspent: string[] = [];
  for (let k = 0; k < CASES; k++) {
    const random = seedrandom.alea(`s-shaped/${k}`);
    const top = IDS.map(() => 100 + 900 * random());
    const half = IDS.map(() => BUDGET * 10 ** (-1.3 + 1.3 * random()));
    const curves = IDS.map((_, l) => hillResponse(top[l]!, half[l]!, 3));
    const scenario = scenarioOf({ lines: IDS.map((id) => ({ id, budget: BUDGET / 4 })) });
    const result = await optimizePlan({
      scenario,
      evaluator: analyticEvaluator({ draws: 1, response: (l) => curves[l]! }),
      prices: false,
    });
    if (!result.ok) throw new Error(result.conflict.rules.join());
    const best = dynamicProgramme(curves.map(({ value }) => value));
    const gap = 1 - result.report.objective / best;
    if (gap > 1e-3) short.push(`${k}: ${(100 * gap).toFixed(2)} %`);
    const cents = result.decision.budgets.reduce((sum, amount) => sum + Math.round(100 * amount), 0);
    if (cents !== 100 * BUDGET) unspent.push(`${k}: ${cents}`);
  }
  expect(short).toEqual([]);
  expect(unspent).toEqual([]);
}, 300_000);
