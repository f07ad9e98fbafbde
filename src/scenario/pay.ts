import { mean } from '../distributions/index.js';
import { fromMinorUnits, toMinorUnits } from '../units/money.js';
import type { Creator, Scenario, Source } from './types.js';

/** Posts of the plan given: what the file fixes; of a number that is to be chosen, none. */
export function givenPosts(source: Source): number {
  return source.kind === 'creator' && source.posts.kind === 'fixed' ? source.posts.count : 0;
}

/** What creators' posts take out of the budget in a plan, in currency; left out: the posts of the plan given. */
export function postsPay({ sources, creatorsFrom, currency }: Scenario, posts?: ArrayLike<number>): number {
  if (creatorsFrom !== 'budget') return 0;
  const units = sources.reduce((sum, source, k) => {
    if (source.kind !== 'creator') return sum;
    return sum + toMinorUnits(budgetPay(source, posts?.[k] ?? givenPosts(source), currency), currency);
  }, 0);
  return fromMinorUnits(units, currency);
}

/** Numbers of posts of the plan given, by source: a creator's over the horizon, the brand's own a period. */
export function givenCounts({ sources, horizon }: Scenario): Float64Array {
  return Float64Array.from(sources, (source) =>
    source.kind === 'organic' ? (source.perWeek * horizon.periodDays) / 7 : givenPosts(source),
  );
}

/** The scenario with the numbers of posts that are to be chosen fixed: at those of a plan, or of the plan given. */
export function withPosts(scenario: Scenario, posts: ArrayLike<number> | undefined): Scenario {
  if (!scenario.sources.some((source) => source.kind === 'creator' && source.posts.kind === 'chosen')) return scenario;
  const sources = scenario.sources.map((source, index): Source => {
    if (source.kind !== 'creator' || source.posts.kind !== 'chosen') return source;
    return { ...source, posts: { kind: 'fixed', count: posts?.[index] ?? 0 } };
  });
  return { ...scenario, sources };
}

/**
 * What a creator's posts take out of the budget where `creators_from` is `budget`, in currency to its smallest unit: fees,
 * barter and, where there is a post, the rights fee, with their means where they are uncertain (section 7).
 */
export function budgetPay({ fee, barter, rights }: Creator, posts: number, currency: string): number {
  if (posts === 0) return 0;
  const perPost = mean(fee.distribution) + mean(barter.distribution);
  const pay = posts * perPost + (rights === null ? 0 : mean(rights.fee.distribution));
  return fromMinorUnits(toMinorUnits(pay, currency), currency);
}
