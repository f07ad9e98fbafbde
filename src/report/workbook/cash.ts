import { mean } from '../../distributions/index.js';
import type { PlanResult } from '../../forecast/result.js';
import type { Economics, FixedCost } from '../../scenario/types.js';
import { apportion } from '../../units/apportion.js';
import { toMinorUnits } from '../../units/money.js';
import { moneyOnGrid } from '../findings/bridge.js';
import { roundToSum } from './rounding.js';

/** Payments by period and after the horizon, in smallest units of the currency. */
export interface CashItem {
  readonly kind: 'media' | 'fees' | 'tax' | 'fixed' | 'upfront' | 'final';
  /** Of a fixed cost. */
  readonly name: string;
  readonly periods: readonly number[];
  readonly after: number;
}

export interface CashFlow {
  readonly out: readonly CashItem[];
  readonly margin: { readonly periods: readonly number[]; readonly after: number };
}

/**
 * Expected payments and gross margin by period (sections 6 and 7 of the model), on the currency's grid: payments sum to the
 * expected cost, and the margin less payments to the expected profit, to the last unit.
 *
 * Fixed costs are told apart by their means. One with a share up front is paid in the first period and, the rest, once its
 * report is in: after the horizon.
 */
export function cashFlow(plan: Pick<PlanResult, 'kpis' | 'bridge'>, economics: Economics, currency: string): CashFlow {
  const money = moneyOnGrid(plan, currency);
  const { periods } = plan.kpis;
  const ofPeriods = (kpi: string): number[] =>
    periods.map((period) => {
      const summary = period[kpi];
      return typeof summary === 'object' ? (summary.mean ?? 0) : 0;
    });
  const spent = ofPeriods('spend');
  const fixed = fixedCosts(money.fixed_costs, economics, currency);
  const margin = ofPeriods('gross_margin');
  return {
    out: [
      ...(['media', 'fees', 'tax'] as const).map((kind) => ({
        kind,
        name: '',
        periods: shareOut(money[kind], spent),
        after: 0,
      })),
      ...economics.fixed_costs.flatMap((cost, k) => paymentsOf(cost, fixed[k]!, periods.length)),
    ],
    margin: { periods: roundToSum(margin, money.recorded, currency), after: money.tail },
  };
}

/** The fixed costs' total told apart: certain ones are what they are, the others share the rest by their means. */
function fixedCosts(total: number, { fixed_costs }: Economics, currency: string): number[] {
  const means = fixed_costs.map(({ amount }) => mean(amount.distribution));
  const certain = fixed_costs.map(({ amount: { distribution } }) =>
    distribution.family === 'fixed' ? toMinorUnits(distribution.value, currency) : null,
  );
  const rest = certain.reduce<number>((left, units) => left - (units ?? 0), total);
  const uncertain = means.map((value, k) => (certain[k] === null ? value : 0));
  const none = uncertain.every((value) => value === 0);
  // What rounding moved can't be left over: then all take part in it.
  if (rest < 0 || (none && rest !== 0)) return shareOut(total, means);
  const shared = none ? uncertain : shareOut(rest, uncertain);
  return certain.map((units, k) => units ?? shared[k]!);
}

function paymentsOf({ name, upfront }: FixedCost, total: number, periods: number): readonly CashItem[] {
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

/** As `apportion`; evenly where no weight says how, and nothing where there is nothing to share. */
function shareOut(total: number, weights: readonly number[]): number[] {
  if (total === 0) return weights.map(() => 0);
  const positive = weights.map((weight) => Math.max(0, weight));
  return apportion(total, positive.some((weight) => weight > 0) ? positive : weights.map(() => 1));
}
