import { mean } from '../distributions/index.js';
import { fromMinorUnits, toMinorUnits } from '../units/money.js';
import type { Creator, Source } from './types.js';

/** Posts of the plan given: what the file fixes; of a number that is to be chosen, none. */
export function givenPosts(source: Source): number {
  return source.kind === 'creator' && source.posts.kind === 'fixed' ? source.posts.count : 0;
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
