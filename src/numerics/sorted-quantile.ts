/**
 * Quantile of sorted values by R's type 7 (Hyndman and Fan, "Sample quantiles in statistical packages", 1996): at rank
 * (n − 1) p, counted from 0, linear between the values on both sides.
 *
 * @param sorted at least one value, ascending
 * @param q 1 − p, where it is known better than the subtraction tells
 */
export function sortedQuantile(sorted: ArrayLike<number>, p: number, q: number = 1 - p): number {
  const last = sorted.length - 1;
  // From the nearer end, so that a probability close to 1 is not lost in the subtraction.
  const fromEnd = p <= q ? last * p : last * q;
  const i = Math.min(Math.floor(fromEnd), Math.max(0, last - 1));
  const within = fromEnd - i;
  const [near, far] = p <= q ? [sorted[i], sorted[i + 1]] : [sorted[last - i], sorted[last - i - 1]];
  return last === 0 ? sorted[0] : near + within * (far - near);
}
