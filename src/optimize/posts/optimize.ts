import { givenCounts, withPosts } from '../../scenario/pay.js';
import type { Scenario } from '../../scenario/types.js';
import { findConflict } from '../conflict.js';
import type { OptimizeRequest, OptimizeResult } from '../contract.js';
import { byPeriods, periodEvaluator } from '../flighting.js';
import { givenPlan } from '../given.js';
import { loadProgramSolver } from '../highs.js';
import { ruleOutcomes } from '../outcomes.js';
import { sampledProblem, toShares } from '../problem.js';
import { constraintsOf } from '../rules.js';
import { choosePosts } from './choose.js';
import { evaluatorWithPosts } from './fixed.js';

type Found = Extract<OptimizeResult, { readonly ok: true }>;

/**
 * The best plan where numbers of posts are to be chosen: they are chosen first, then everything else is optimised for them, as
 * if the file had fixed them. Prices of rules and what is reported for trust are those of the lines, with the posts as they are.
 */
export async function optimizeWithPosts(
  request: OptimizeRequest,
  optimizeLines: (request: OptimizeRequest) => Promise<OptimizeResult>,
): Promise<OptimizeResult> {
  const { scenario, evaluator, signal } = request;
  const none = givenCounts(scenario);
  const at = async (posts: Float64Array): Promise<OptimizeResult> => {
    const outcome = await optimizeLines({
      ...request,
      onDecision: undefined,
      scenario: withPosts(scenario, posts),
      evaluator: evaluatorWithPosts(evaluator, posts),
    });
    return outcome.ok ? withCounts(outcome, posts) : outcome;
  };
  const split = byPeriods(scenario);
  const solve = await loadProgramSolver();
  // Judged with all the posts that there may be: they can be what a share of a stage or platform needs.
  const conflict = findConflict(solve, split, constraintsOf(split));
  if (conflict !== null) return { ok: false, conflict };
  request.onProgress?.({ phase: 'coarse' });
  const { choices, proven } = await choosePosts({
    solve,
    evaluator: periodEvaluator(scenario, evaluator),
    scenario: split,
    given: toShares(givenPlan(split), scenario.budget),
    signal,
  });
  for (const posts of choices) {
    const outcome = await at(posts);
    if (!outcome.ok) continue;
    if (posts.every((count, k) => count === none[k])) return outcome;
    return orGiven(request, outcome, proven, () => at(none));
  }
  return at(none);
}

/** A plan with posts, or the best one without them where it is no better than the plan given. */
async function orGiven(
  { scenario: asked, evaluator, signal }: OptimizeRequest,
  found: Found,
  proven: boolean,
  without: () => Promise<OptimizeResult>,
): Promise<OptimizeResult> {
  const scenario: Scenario = byPeriods(withPosts(asked, undefined));
  const given = givenPlan(scenario);
  const problem = sampledProblem(scenario, periodEvaluator(asked, evaluator), { signal });
  const { value, evidence } = await problem.price(given, 'fresh');
  const { objective, status } = found.report;
  if (value >= objective && ruleOutcomes(scenario, given, evidence).every(({ holds }) => holds)) {
    const alone = await without();
    if (alone.ok && alone.report.objective >= objective) return alone;
  }
  // With posts the plan isn't the one given, even where its lines are.
  const uncertain = status === 'kept' || (status === 'optimal' && !proven);
  return { ...found, report: { ...found.report, status: uncertain ? 'local' : status, objective_given: value } };
}

function withCounts(outcome: Found, posts: Float64Array): Found {
  const without = new Map([...outcome.without].map(([rule, plan]) => [rule, { ...plan, posts }]));
  return { ...outcome, decision: { ...outcome.decision, posts }, without };
}
