import { budgetPay } from '../../scenario/pay.js';
import type { Creator, Platform, Scenario, Stage } from '../../scenario/types.js';

/** Where money goes, as rules over stages and platforms see it. */
export interface Place {
  readonly platform: Platform;
  readonly stage: Stage;
}

/** Whole numbers that a number of posts lies between. */
export interface PostBounds {
  readonly least: number;
  readonly most: number;
}

/** A creator's pay out of the budget, as a share of it: `base + slope · variable`. */
interface PaidPosts {
  readonly place: Place;
  readonly base: number;
  readonly slope: number;
  /** The id of the number of posts; `null` where that is fixed. */
  readonly variable: string | null;
}

/**
 * What creators' posts take out of the budget (section 7), by creator. Of a number of posts that is to be chosen it is the line
 * through the pay at both of its bounds, which is never more than the pay in between: a rights fee is paid whole for the first post.
 *
 * @param posts bounds of the numbers that are to be chosen; left out: from none to the most there may be
 */
export function paidPosts(scenario: Scenario, posts?: readonly PostBounds[]): PaidPosts[] {
  const { sources, creatorsFrom, currency, budget } = scenario;
  if (creatorsFrom !== 'budget') return [];
  const pay = (source: Creator, count: number): number => budgetPay(source, count, currency) / budget;
  let next = 0;
  return sources.flatMap((source): PaidPosts[] => {
    if (source.kind !== 'creator') return [];
    const place: Place = { platform: source.platform, stage: source.stage };
    if (source.posts.kind === 'fixed') {
      return [{ place, base: pay(source, source.posts.count), slope: 0, variable: null }];
    }
    const { max } = source.posts;
    const variable = source.id;
    const { least, most } = posts?.[next++] ?? { least: 0, most: max };
    if (least === most) return [{ place, base: pay(source, least), slope: 0, variable }];
    const slope = ((pay(source, most) - pay(source, least)) / (most - least)) * max;
    return [{ place, base: pay(source, least) - (slope * least) / max, slope, variable }];
  });
}

/** What posts with a fixed number take at a stage, as a share of the budget. */
export function paidAtStage(scenario: Scenario, stage: Stage): number {
  return paidPosts(scenario).reduce((sum, { place, base }) => sum + (place.stage === stage ? base : 0), 0);
}
