import { expect } from 'vitest';
import { openSession } from '../../src/engine/session.js';
import { optimizePlan } from '../../src/optimize/index.js';
import { evaluatorWithPosts } from '../../src/optimize/posts/fixed.js';
import { chosenCreators } from '../../src/optimize/posts/leaves.js';
import { budgetPay, givenCounts, withPosts } from '../../src/scenario/pay.js';
import type { Scenario } from '../../src/scenario/types.js';
import { toMinorUnits } from '../../src/units/money.js';
import { scenarioOf } from '../forecast/support.js';
import type { PostsCase } from './posts-cases.js';

/** Share of the best plan's goal by which the one found may fall short of it. */
const SHORT = 0.002;

/** Every choice of numbers of posts, by source. */
function everyCount(scenario: Scenario): Float64Array[] {
  let all = [givenCounts(scenario)];
  for (const { id, most } of chosenCreators(scenario)) {
    const at = scenario.sources.findIndex((source) => source.id === id);
    all = all.flatMap((counts) =>
      Array.from({ length: most + 1 }, (_, n) => counts.map((count, k) => (k === at ? n : count))),
    );
  }
  return all;
}

/** What the optimiser finds against every number of posts with the lines optimised for it: within 0.2 %, to the cent, rules satisfied. */
export async function holdAgainstEveryCount({ text }: PostsCase): Promise<void> {
  const scenario = await scenarioOf(text);
  const session = await openSession(scenario, { workers: 0 });
  try {
    const found = await optimizePlan({ scenario, evaluator: session, prices: false });
    const objectives: { readonly counts: string; readonly objective: number }[] = [];
    for (const posts of everyCount(scenario)) {
      const fixed = await optimizePlan({
        scenario: withPosts(scenario, posts),
        evaluator: evaluatorWithPosts(session, posts),
        prices: false,
      });
      if (fixed.ok) objectives.push({ counts: posts.join(), objective: fixed.report.objective });
    }
    if (!found.ok) throw new Error(JSON.stringify(found.conflict));
    const best = objectives.reduce((a, b) => (b.objective > a.objective ? b : a));
    const { decision, report, rules } = found;
    const counts = decision.posts ?? givenCounts(scenario);
    expect(report.objective, `${counts.join()} against ${best.counts}`).toBeGreaterThanOrEqual(
      best.objective - SHORT * Math.max(Math.abs(best.objective), 0.02 * scenario.budget),
    );
    expect(rules.filter(({ holds }) => !holds)).toEqual([]);
    const cents = (amount: number): number => toMinorUnits(amount, scenario.currency);
    const pay = scenario.sources.reduce((sum, source, k) => {
      if (source.kind !== 'creator' || scenario.creatorsFrom !== 'budget') return sum;
      return sum + cents(budgetPay(source, counts[k]!, scenario.currency));
    }, 0);
    const lines = decision.budgets.reduce((sum, amount) => sum + cents(amount), 0);
    expect(lines + pay).toBe(cents(scenario.budget));
    for (const [k, source] of scenario.sources.entries()) {
      expect(Number.isInteger(counts[k]), source.id).toBe(true);
    }
  } finally {
    await session.close();
  }
}
