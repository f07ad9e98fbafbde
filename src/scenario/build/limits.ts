import type { Amount, Bounds } from '../types.js';

/** Least and most money that a rule leaves to a line, a platform or a stage. */
export interface Limits {
  readonly least: number;
  readonly most: number;
}

export function moneyOf(amount: Amount, budget: number): number {
  return amount.kind === 'money' ? amount.value : amount.value * budget;
}

/** Bounds as money; without bounds, from nothing to the whole budget. */
export function limitsOf(bounds: Bounds | undefined, budget: number): Limits {
  const money = (amount: Amount | null | undefined) => (amount ? moneyOf(amount, budget) : null);
  const fixed = money(bounds?.fixed);
  if (fixed !== null) return { least: fixed, most: fixed };
  return { least: money(bounds?.min) ?? 0, most: Math.min(budget, money(bounds?.max) ?? budget) };
}

export function sumLimits(limits: readonly Limits[]): Limits {
  return {
    least: limits.reduce((sum, { least }) => sum + least, 0),
    most: limits.reduce((sum, { most }) => sum + most, 0),
  };
}

/**
 * Shares out a total by weights within limits: every part is `λ · weight` brought into its limits, with the `λ` at which the
 * parts sum to the total. `null` where the limits leave no such parts.
 */
export function shareWithin(total: number, weights: readonly number[], limits: readonly Limits[]): number[] | null {
  const { least, most } = sumLimits(limits);
  const slack = 1e-9 * Math.max(1, total);
  if (total < least - slack || total > most + slack) return null;
  const partsAt = (scale: number) =>
    weights.map((weight, index) => {
      const limit = limits[index] ?? { least: 0, most: total };
      return Math.min(limit.most, Math.max(limit.least, scale * weight));
    });
  const sumAt = (scale: number) => partsAt(scale).reduce((sum, part) => sum + part, 0);
  const smallest = Math.min(...weights.filter((weight) => weight > 0));
  let high = Number.isFinite(smallest) ? (total / smallest) * 2 : 0;
  let low = 0;
  if (sumAt(high) < total - slack) return null;
  // Halving an interval of doubles 200 times leaves its ends next to each other.
  for (let step = 0; step < 200 && low < high; step++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (sumAt(middle) < total) low = middle;
    else high = middle;
  }
  return partsAt(high);
}
