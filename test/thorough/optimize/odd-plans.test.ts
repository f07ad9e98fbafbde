// @module-tag slow
import seedrandom from 'seedrandom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PlanEvaluator } from '../../../src/engine/evaluation.js';
import { openEngine } from '../../../src/engine/open.js';
import { openSession } from '../../../src/engine/session.js';
import type { Engine } from '../../../src/engine/types.js';
import { optimizePlan } from '../../../src/optimize/index.js';
import { toMinorUnits } from '../../../src/units/money.js';
import { scenarioOf } from '../../forecast/support.js';
import { sampled } from '../../sample.js';
import { oddCase } from './odd-cases.js';
import { keeps, price, Search } from './odd-reference.js';

const CASES = 60;
const SAMPLE = 4;
/** Share of the best value that a plan may fall short of it. */
const SHORT = 2e-3;
/** The same under a share of futures: of the draws one more or less is a step, and the search sees it smoothed. */
const SHORT_BY_CHANCE = 5e-3;
/** The same where a gate stops the plan: two of 256 futures that pass it or don't are 0.8 %, and mean nothing on others. */
const SHORT_BY_GATES = 1e-2;

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine(0);
});
afterAll(() => engine.close());

/** One set of draws for all: what is compared is the search, not the chance of the draws. */
const onOneSet = (evaluator: PlanEvaluator): PlanEvaluator => ({
  evaluate: (decision, functions, _, options) => evaluator.evaluate(decision, functions, 'coarse', options),
});

describe('plans of kinds that no other generator makes, against a search of all splits, on the same draws', () => {
  const cases = sampled(
    Array.from({ length: CASES }, (_, number) => number),
    SAMPLE,
  );
  test.each(cases)('case %i', async (number) => {
    const made = oddCase(number);
    const random = seedrandom.alea(`odd bounds ${number}`);
    const session = await openSession(await scenarioOf(JSON.stringify({ ...made.plan, rules: made.fixed })), {
      engine,
    });
    try {
      const evaluator = onOneSet(session);
      const search = new Search(made, evaluator);
      const plans = await search.grid();
      const spending = plans.filter(({ figures }) => figures.every(Number.isFinite));
      // What some plan comes to is asked for, so that what pulls apart can be had at once, if only just.
      const asked = spending[Math.floor(random() * spending.length)]!;
      const bounds = made.rules.map(({ comparison }, k) => {
        const figure = asked.figures[k]! * (comparison === '>=' ? 0.995 : 1.005);
        return Number(figure.toPrecision(6));
      });
      const texts = made.rules.map(({ text }, k) => text(bounds[k]!));
      const hold = texts.flatMap((rule) => (rule.hold as string[] | undefined) ?? []);
      const rules = Object.assign({}, made.fixed, ...texts, hold.length > 0 ? { hold } : {});
      const text = JSON.stringify({ ...made.plan, rules });
      const scenario = await scenarioOf(text);
      const outcome = await optimizePlan({ scenario, evaluator, prices: false });
      const best = await search.best(plans, (plan) => (keeps(made, plan, bounds) ? plan.goal : null));
      const about = `${made.name}, bounds ${bounds}\n${text}`;
      if (!outcome.ok)
        throw new Error(
          `called contradictory: ${JSON.stringify(outcome.conflict)}, ${best?.decision.budgets} keeps it\n${about}`,
        );
      const { decision } = outcome;
      const units = [...decision.budgets].map((amount) => toMinorUnits(amount, scenario.currency));
      const pay = made.posts === null ? 0 : toMinorUnits(decision.posts![0]! * made.posts.fee, scenario.currency);
      const total = units.reduce((sum, amount) => sum + amount, pay);
      const most = toMinorUnits(made.budget, scenario.currency);
      if (made.open) expect(total, about).toBeLessThanOrEqual(most);
      else expect(total, about).toBe(most);
      const own = await price(made, evaluator, decision);
      expect(own, `money finds nobody: ${decision.budgets}\n${about}`).not.toBeNull();
      expect(
        keeps(made, own!, bounds),
        `breaks its rules: ${decision.budgets} comes to ${own!.figures}\n${about}`,
      ).toBe(true);
      // A gate stops the plan in one future more or less: no derivative, and no grid, shows that nothing is better.
      if (made.name.includes('gates')) expect(outcome.report.status, about).not.toBe('optimal');
      if (best === null) return;
      const short = made.name.includes('gates') ? SHORT_BY_GATES : made.byChance ? SHORT_BY_CHANCE : SHORT;
      expect(
        own!.goal,
        `${decision.budgets} (${decision.posts ?? ''}; ${decision.creative}) comes to ${own!.goal}, where ${best.decision.budgets} (${best.decision.posts ?? ''}; ${best.decision.creative}) comes to ${best.goal}\n${about}`,
      ).toBeGreaterThanOrEqual(best.goal - short * Math.abs(best.goal));
    } finally {
      await session.close();
    }
  });
});
