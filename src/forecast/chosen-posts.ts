import type { Decision } from '../engine/evaluation.js';
import type { Scenario } from '../scenario/types.js';

/** A number of posts that the plan chose. */
export interface ChosenPosts {
  readonly id: string;
  readonly posts: number;
}

/** Posts of creators whose number was left to be chosen; without such creators nothing. */
export function chosenPosts(scenario: Scenario, decision: Decision): { readonly posts?: readonly ChosenPosts[] } {
  const posts = scenario.sources.flatMap((source, k): ChosenPosts[] => {
    if (source.kind !== 'creator' || source.posts.kind !== 'chosen') return [];
    return [{ id: source.id, posts: decision.posts?.[k] ?? 0 }];
  });
  return posts.length > 0 ? { posts } : {};
}

/** Whether two plans have the same posts. */
export function samePosts(scenario: Scenario, a: Decision, b: Decision): boolean {
  const [before, after] = [chosenPosts(scenario, a).posts ?? [], chosenPosts(scenario, b).posts ?? []];
  return before.every(({ posts }, k) => posts === after[k].posts);
}
