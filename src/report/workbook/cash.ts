import { mean } from '../../distributions/index.js';
import type { PlanResult } from '../../forecast/result.js';
import type { Economics } from '../../scenario/types.js';
import { apportion } from '../../units/apportion.js';
import { toMinorUnits } from '../../units/money.js';
import { roundToSum } from './rounding.js';

/** Amounts by period and after the horizon, in smallest units of the currency. */
export interface CashItem {
  readonly kind: 'media' | 'fees' | 'tax' | 'fixed';
  /** Of a fixed cost. */
  readonly name: string;
  readonly periods: readonly number[];
}

export interface CashFlow {
  readonly out: readonly CashItem[];
  readonly margin: { readonly periods: readonly number[]; readonly after: number };
}

/**
 * Expected payments and gross margin by period (section 6 of the model), on the currency's grid: payments sum to the expected
 * cost, and the margin less payments to the expected profit, to the last unit.
 *
 * What is not media is told apart by its expected weights: exactly where fees and fixed costs are certain.
 */
export function cashFlow(kpis: PlanResult['kpis'], economics: Economics, currency: string): CashFlow {
  const units = (amount: number | null | undefined): number => toMinorUnits(amount ?? 0, currency);
  const { total, periods } = kpis;
  const ofPeriods = (kpi: string): number[] =>
    periods.map((period) => {
      const summary = period[kpi];
      return typeof summary === 'object' ? (summary.mean ?? 0) : 0;
    });
  const spend = total.spend?.mean ?? 0;
  const cost = units(total.cost?.mean);
  const media = Math.min(units(spend), cost);
  const spent = ofPeriods('spend');
  const rest = [
    { kind: 'fees', name: '', weight: mean(economics.fee.distribution) * spend, by: spent },
    { kind: 'tax', name: '', weight: mean(economics.tax.distribution) * spend, by: spent },
    ...economics.fixed_costs.map(({ name, amount }) => ({
      kind: 'fixed' as const,
      name,
      weight: mean(amount.distribution),
      by: spent.map(() => 1),
    })),
  ] as const;
  const shares = shareOut(
    cost - media,
    rest.map(({ weight }) => weight),
  );
  const margin = ofPeriods('gross_margin');
  const marginTotal = units(total.profit?.mean) + cost;
  const recorded = margin.reduce((sum, value) => sum + value, 0);
  const after = (total.gross_margin?.mean ?? 0) - recorded;
  const inflows = roundToSum([...margin, after], marginTotal, currency);
  return {
    out: [
      { kind: 'media', name: '', periods: shareOut(media, spent) },
      ...rest.map(({ kind, name, by }, k) => ({ kind, name, periods: shareOut(shares[k]!, by) })),
    ],
    margin: { periods: inflows.slice(0, -1), after: inflows.at(-1)! },
  };
}

/** As `apportion`; evenly where no weight says how, and nothing where there is nothing to share. */
function shareOut(total: number, weights: readonly number[]): number[] {
  if (total === 0) return weights.map(() => 0);
  const positive = weights.map((weight) => Math.max(0, weight));
  return apportion(total, positive.some((weight) => weight > 0) ? positive : weights.map(() => 1));
}
