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

/**
 * Rows shared out like `apportion`, each to its own sum exactly, and so that what they come to in a column is within a unit or so of
 * its part of all: a unit that a row has over goes where the rows before it have given least. Rows of one shape make columns of it.
 */
export function apportionRows(
  rows: readonly { readonly total: number; readonly weights: readonly number[] }[],
): number[][] {
  /** By column, what the rows so far are short of. */
  const short: number[] = [];
  return rows.map(({ total, weights }) => {
    const parts = apportion(total, weights);
    const sum = weights.reduce((left, right) => left + right, 0);
    if (!Number.isFinite(sum)) return parts;
    const quotas = weights.map((weight) => (total / sum) * weight);
    const floors = quotas.map((quota, t) => Math.min(Math.floor(quota), parts[t] ?? 0));
    const over = total - floors.reduce((left, right) => left + right, 0);
    const wanted = quotas.map((quota, t) => quota - (floors[t] ?? 0) + (short[t] ?? 0));
    const order = weights
      .map((_, t) => t)
      .filter((t) => (weights[t] ?? 0) > 0)
      .sort((a, b) => Math.round(1e6 * ((wanted[b] ?? 0) - (wanted[a] ?? 0))) || a - b);
    // Floors of a sum that doubles can't hold may leave more than a unit a column: these are as they were.
    if (over > order.length) return parts;
    const given = new Set(order.slice(0, over));
    const shared = floors.map((units, t) => units + (given.has(t) ? 1 : 0));
    shared.forEach((units, t) => {
      short[t] = (short[t] ?? 0) + (quotas[t] ?? 0) - units;
    });
    return shared;
  });
}
