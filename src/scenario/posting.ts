/**
 * Section 7: the period that a creator's post goes into, counted from 0: one by one over the horizon, or into those that are named. A number
 * of posts that no plan may have has no period of its own: it is that of the last.
 *
 * @param post counted from 0
 */
export function postingPeriod(
  { periods: named }: { readonly periods: readonly number[] | null },
  post: number,
  count: number,
  horizon: number,
): number {
  return (
    named?.[Math.min(post, named.length - 1)] ?? Math.min(horizon - 1, Math.floor(((post + 0.5) * horizon) / count))
  );
}
