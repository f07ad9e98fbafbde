import type { Scenario } from '../../scenario/types.js';
import type { PlanEvaluator } from '../types.js';

/** Whether a scenario leaves a number of posts to be chosen. */
export function choosesPosts({ sources }: Scenario): boolean {
  return sources.some((source) => source.kind === 'creator' && source.posts.kind === 'chosen');
}

/** An evaluator of plans with these numbers of posts, by source. */
export function evaluatorWithPosts(evaluator: PlanEvaluator, posts: Float64Array): PlanEvaluator {
  return {
    evaluate: (decision, functions, set, options) =>
      evaluator.evaluate({ ...decision, posts }, functions, set, options),
  };
}
