/**
 * Shares out a whole number of units by weights so that the parts are whole and sum exactly: the largest-remainder
 * method (Hamilton's). Ties go to the earlier part; a part of weight 0 gets nothing.
 *
 * `total` is a safe integer ≥ 0 (smallest units of a currency), `weights` finite and ≥ 0 with a positive sum.
 * Throws RangeError otherwise.
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  if (!Number.isSafeInteger(total) || total < 0) throw new RangeError(`${total} is not a number of units to share out`);
  const largest = Math.max(...weights);
  if (!weights.every((weight) => Number.isFinite(weight) && weight >= 0) || !(largest > 0)) {
    throw new RangeError('weights must be finite, none negative, and not all zero');
  }
  // Scaled first: weights near the end of a double's range would overflow or vanish in the sum.
  const scaled = weights.map((weight) => weight / largest);
  const sum = scaled.reduce((left, right) => left + right, 0);
  const quotas = scaled.map((weight) => (total / sum) * weight);
  const parts = quotas.map((quota) => Math.floor(quota));
  let left = total - parts.reduce((a, b) => a + b, 0);
  const order = parts
    .map((_, index) => index)
    .filter((index) => (scaled[index] ?? 0) > 0)
    .sort((a, b) => remainder(quotas, b) - remainder(quotas, a) || a - b);
  // Rounding of the quotas can leave a few units more than there are parts, or take some too many.
  for (let turn = 0; left !== 0; turn = (turn + 1) % order.length) {
    const index = left > 0 ? order[turn] : order[order.length - 1 - turn];
    if (index === undefined) break;
    const part = parts[index] ?? 0;
    if (left < 0 && part === 0) continue;
    parts[index] = part + Math.sign(left);
    left -= Math.sign(left);
  }
  return parts;
}

function remainder(quotas: readonly number[], index: number): number {
  const quota = quotas[index] ?? 0;
  return quota - Math.floor(quota);
}
