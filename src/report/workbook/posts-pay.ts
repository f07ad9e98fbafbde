import { mean } from '../../distributions/index.js';
import type { ResultSource } from '../../forecast/result.js';
import { elementAt } from '../../required.js';
import { postingPeriod } from '../../scenario/posting.js';
import type { Creator, Source } from '../../scenario/types.js';
import { type CashItem, paymentsOf } from './cash-item.js';
import { shareOut } from './rounding.js';

/**
 * Expected pay by source, in smallest units that sum to `total`: as posts are made, or by their share up front.
 *
 * @param periods of the horizon
 */
export function payOfPosts(
  paid: readonly ResultSource[],
  sources: readonly Source[],
  total: number,
  periods: number,
): readonly CashItem[] {
  const amounts = shareOut(
    total,
    paid.map(({ pay }) => pay),
  );
  return paid.flatMap(({ id, posts }, k): readonly CashItem[] => {
    const source = sources.find((one) => one.id === id);
    const amount = elementAt(amounts, k);
    if (source === undefined || amount === 0) return [];
    const { name } = source;
    if (source.kind === 'creator' && source.upfront !== null) {
      return paymentsOf({ name, upfront: source.upfront }, amount, periods);
    }
    const weights = source.kind === 'creator' ? asPosted(source, Math.round(posts), periods) : [];
    return [{ kind: 'posts', name, periods: shareOut(amount, fill(weights, periods)), after: 0 }];
  });
}

const fill = (weights: readonly number[], periods: number): readonly number[] =>
  weights.length === periods ? weights : Array.from({ length: periods }, () => 1);

/** What a creator is paid for each period's posts, the rights fee with the first of them; shares of sales by posts. */
function asPosted(creator: Creator, count: number, horizon: number): readonly number[] {
  const each = mean(creator.fee.distribution) + mean(creator.barter.distribution);
  const weights = Array.from({ length: horizon }, () => 0);
  const at = Array.from({ length: count }, (_, post) => postingPeriod(creator, post, count, horizon));
  for (const t of at) weights[t] = elementAt(weights, t) + (each > 0 ? each : 1);
  if (creator.rights !== null && at.length > 0) {
    const first = Math.min(...at);
    weights[first] = elementAt(weights, first) + mean(creator.rights.fee.distribution);
  }
  return weights;
}
