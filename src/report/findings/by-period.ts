import type { PlanResult } from '../../forecast/result.js';
import { elementAt } from '../../required.js';
import type { Line } from '../../scenario/types.js';
import { apportionRows } from '../../units/apportion.js';
import { fromMinorUnits, toMinorUnits } from '../../units/money.js';

/**
 * Lines' budgets by period in currency, shared out to the smallest unit by their flighting: each line's sum to its budget exactly, and
 * a period's to what the plan spends in it.
 */
export function budgetsByPeriod(
  lines: readonly Pick<Line, 'flighting'>[],
  planned: PlanResult['lines'],
  currency: string,
): readonly (readonly number[])[] {
  const shared = apportionRows(
    lines.map(({ flighting }, k) => ({
      // Free flighting has its amounts already.
      total: elementAt(planned, k).periods === undefined ? toMinorUnits(elementAt(planned, k).budget, currency) : 0,
      weights: flighting,
    })),
  );
  return shared.map(
    (units, k) => elementAt(planned, k).periods ?? units.map((amount) => fromMinorUnits(amount, currency)),
  );
}
