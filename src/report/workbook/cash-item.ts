import type { FixedCost } from '../../scenario/types.js';
import { shareOut } from './rounding.js';

/** Payments by period and after the horizon, in smallest units of the currency. */
export interface CashItem {
  readonly kind: 'media' | 'fees' | 'tax' | 'fixed' | 'upfront' | 'final' | 'posts' | 'production' | 'community';
  /** Of a fixed cost, or of a source of posts. */
  readonly name: string;
  readonly periods: readonly number[];
  readonly after: number;
}

/** A cost evenly by period; with a share up front that in the first period and the rest once the report is in, after the horizon. */
export function paymentsOf(
  { name, upfront }: Pick<FixedCost, 'name' | 'upfront'>,
  total: number,
  periods: number,
): readonly CashItem[] {
  const nothing = Array.from({ length: periods }, () => 0);
  if (upfront === undefined) {
    return [
      {
        kind: 'fixed',
        name,
        periods: shareOut(
          total,
          nothing.map(() => 1),
        ),
        after: 0,
      },
    ];
  }
  const first = Math.round(total * upfront);
  return [
    { kind: 'upfront', name, periods: nothing.with(0, first), after: 0 },
    { kind: 'final', name, periods: nothing, after: total - first },
  ];
}
