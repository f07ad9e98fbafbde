// @module-tag slow
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PlanEvaluator } from '../../../src/engine/evaluation.js';
import { openEngine } from '../../../src/engine/open.js';
import { openSession } from '../../../src/engine/session.js';
import type { Engine } from '../../../src/engine/types.js';
import { optimizePlan } from '../../../src/optimize/index.js';
import { scenarioOf } from '../../forecast/support.js';
import { sampled } from '../../sample.js';
import { heldCase } from './held-cases.js';
import { grid, type Judged, judge, refined } from './held-reference.js';

const CASES = 120;
const SAMPLE = 6;
/** Share of the best value that a plan may fall short of it, and of the best figure that what is told may be off by. */
const SHORT = 2e-3;
/** The same under a share of futures: of 512 draws one more or less is a step, and the search sees it smoothed. */
const SHORT_BY_CHANCE = 5e-3;
const OFF = 5e-3;

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine(0);
});
afterAll(() => engine.close());

/** One set of draws for all: what is compared is the search, not the chance of the draws. */
const onOneSet = (evaluator: PlanEvaluator): PlanEvaluator => ({
  evaluate: (decision, functions, _, options) => evaluator.evaluate(decision, functions, 'coarse', options),
});

describe('a rule on any figure against a search of all splits, on the same draws', () => {
  const cases = sampled(
    Array.from({ length: CASES }, (_, number) => number),
    SAMPLE,
  );
  test.each(cases)('case %i', async (number) => {
    const made = heldCase(number);
    const open = await scenarioOf(made.free);
    const session = await openSession(open, { engine });
    try {
      const evaluator = onOneSet(session);
      const plans = await grid(made, evaluator);
      const floor = made.figure.comparison === '>=';
      const sign = floor ? 1 : -1;
      const reach = ({ reaches }: Judged): number | null =>
        reaches === null || !Number.isFinite(reaches) ? null : sign * reaches;
      const best = (await refined(made, evaluator, plans, reach))!.reaches!;
      const worst = Math.min(...plans.flatMap((plan) => reach(plan) ?? [])) * sign;
      // Below nothing there is nothing to ask for.
      const wanted = best === 0 ? worst / 2 : worst + made.at * (best - worst);
      const threshold =
        made.counts && made.figure.weekly === undefined ? Math.round(wanted) : Number(wanted.toPrecision(4));
      const scenario = await scenarioOf(made.text(threshold));
      const outcome = await optimizePlan({ scenario, evaluator, prices: false });
      const keeping = await refined(made, evaluator, plans, (plan) => (plan.keeps(threshold) ? plan.goal : null));
      const about = `${made.name}, asked ${threshold}, in reach ${worst} to ${best}\n${made.text(threshold)}`;
      if (outcome.ok) {
        const [a, b] = outcome.decision.budgets as unknown as [number, number];
        const own = (await judge(made, evaluator, a, b))!;
        expect(own, `money finds nobody: ${[a, b]}\n${about}`).not.toBeNull();
        expect(own.keeps(threshold), `breaks its rule: ${[a, b]} comes to ${own.reaches}\n${about}`).toBe(true);
        if (keeping === null) return;
        const short = made.probability === null ? SHORT : SHORT_BY_CHANCE;
        expect(
          own.goal,
          `${[a, b]} comes to ${own.goal}, where ${keeping.budgets} comes to ${keeping.goal}\n${about}`,
        ).toBeGreaterThanOrEqual(keeping.goal - short * Math.abs(keeping.goal));
        return;
      }
      const idle = keeping !== null && (keeping.reaches === null || made.asked === 'cheapest');
      expect(keeping !== null && !idle, `called contradictory, ${keeping?.budgets} keeps it\n${about}`).toBe(false);
      const told = outcome.conflict.relaxations.find((change) => change.code === 'bound');
      if (told?.code !== 'bound') throw new Error(`no figure is told: ${JSON.stringify(outcome.conflict)}\n${about}`);
      expect(Math.abs(told.to - best) / Math.abs(best), `told ${told.to}\n${about}`).toBeLessThanOrEqual(OFF);
    } finally {
      await session.close();
    }
  });
});
