import { apportion } from './apportion.js';

/**
 * Whole units of `total` that sum to it wherever equal weights allow that: two equal budgets beside each other are reported as equal shares.
 * Where only a unit of one of several equal parts would make the sum, as with three thirds, every part is the nearest it can be and the
 * sum is off by less than half of those parts.
 *
 * `total` and `weights` as in `apportion`, which is the same where no two weights are equal.
 */
export function apportionAlike(total: number, weights: readonly number[]): number[] {
  const parts = apportion(total, weights);
  const sum = weights.reduce((left, right) => left + right, 0);
  const groups = [...new Set(weights)]
    .filter((weight) => weight > 0)
    .map((weight) => {
      const quota = (total * weight) / sum;
      const floor = Math.floor(quota + 1e-9);
      return { weight, size: weights.filter((other) => other === weight).length, floor, remainder: quota - floor };
    });
  if (groups.every(({ size }) => size === 1) || !Number.isFinite(sum)) return parts;
  let left = total - groups.reduce((units, { size, floor }) => units + size * floor, 0);
  const units = new Map(groups.map(({ weight, floor }) => [weight, floor]));
  for (const { weight, size, floor } of [...groups].sort((a, b) => b.remainder - a.remainder)) {
    // One too many of each is nearer than one too few where most of them were to come.
    if (left <= 0 || size - left >= left) continue;
    units.set(weight, floor + 1);
    left -= size;
  }
  return weights.map((weight) => units.get(weight) ?? 0);
}
