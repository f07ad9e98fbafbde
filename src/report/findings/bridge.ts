import type { PlanResult, Worth } from '../../forecast/result.js';
import { elementAt } from '../../required.js';
import { apportion } from '../../units/apportion.js';
import { fromMinorUnits, toMinorUnits } from '../../units/money.js';

/** What money does in a part: it comes in, goes out, or is what the parts above come to. */
type StepKind = 'in' | 'out' | 'sum';

/** One part of the bridge from gross margin to profit and beyond. */
export interface BridgeStep {
  readonly part: BridgePartName;
  readonly kind: StepKind;
  /** In currency on its grid; negative where money goes out. */
  readonly amount: number;
  /** Sum of all parts up to this one, in currency. */
  readonly running: number;
  /** Orders and revenue behind value; `null` for costs and sums. */
  readonly worth: Worth | null;
}

export type BridgePartName =
  | 'recorded'
  | 'margin'
  | 'media'
  | 'fees'
  | 'tax'
  | 'fixed_costs'
  | 'posts'
  | 'production'
  | 'community'
  | 'profit_recorded'
  | 'tail'
  | 'profit'
  | 'future'
  | 'profit_future'
  | 'baseline'
  | 'everything';

/** What is paid, media first, in reading order: fees, tax, fixed costs (section 6), posts (section 7), production and community (section 17). */
export const COSTS = ['media', 'fees', 'tax', 'fixed_costs', 'posts', 'production', 'community'] as const;
type Cost = (typeof COSTS)[number];
const OTHER_COSTS = COSTS.slice(1) as readonly Exclude<Cost, 'media'>[];

/** A plan's mean money in smallest units of the currency, whole numbers that add up: margin less all costs is profit. */
interface MoneyOnGrid extends Readonly<Record<Cost, number>> {
  readonly recorded: number;
  readonly tail: number;
  readonly profit: number;
  readonly future: number;
  readonly baseline: number;
}

/**
 * Rounds what makes a plan's mean profit so that it adds up: cost and profit are the result's own to the smallest unit, the
 * margin is what joins them, and what is not media is split by its means.
 */
export function moneyOnGrid({ kpis, bridge }: Pick<PlanResult, 'kpis' | 'bridge'>, currency: string): MoneyOnGrid {
  const units = (amount: number | null | undefined): number => toMinorUnits(amount ?? 0, currency);
  const profit = units(kpis.total.profit?.mean);
  const cost = units(kpis.total.cost?.mean);
  const media = Math.min(units(bridge.media), cost);
  const others = OTHER_COSTS.map((part) => Math.max(0, bridge[part] ?? 0));
  const shares = others.some((amount) => amount > 0) ? others : OTHER_COSTS.map((_, k) => (k === 0 ? 1 : 0));
  const amounts = cost === media ? others.map(() => 0) : apportion(cost - media, shares);
  const paid = Object.fromEntries(OTHER_COSTS.map((part, k) => [part, elementAt(amounts, k)])) as Record<
    Exclude<Cost, 'media'>,
    number
  >;
  const margin = profit + cost;
  // Without a tail all of the margin is recorded, also the unit that rounding may have moved.
  const recorded = bridge.tail.orders > 0 ? Math.min(units(bridge.recorded.gross_margin), Math.max(0, margin)) : margin;
  return {
    recorded,
    tail: margin - recorded,
    media,
    ...paid,
    profit,
    future: units(bridge.future.gross_margin),
    baseline: units(bridge.baseline.gross_margin),
  };
}

/**
 * The bridge of a plan, part by part: gross margin recorded, each cost, profit; then value recorded after the horizon, value
 * of customers' later orders, and the baseline, each with what it comes to. Parts of nothing are left out.
 */
export function bridgeSteps(plan: Pick<PlanResult, 'kpis' | 'bridge'>, currency: string): readonly BridgeStep[] {
  const money = moneyOnGrid(plan, currency);
  const { recorded, tail, future, baseline } = plan.bridge;
  const steps: BridgeStep[] = [];
  let running = 0;
  const add = (part: BridgePartName, kind: StepKind, units: number, worth: Worth | null = null): void => {
    if (kind !== 'sum') running += units;
    steps.push({
      part,
      kind,
      amount: fromMinorUnits(kind === 'sum' ? running : units, currency),
      running: fromMinorUnits(running, currency),
      worth,
    });
  };
  const late = money.tail !== 0;
  add(late ? 'recorded' : 'margin', 'in', money.recorded, recorded);
  for (const cost of COSTS) {
    if (money[cost] !== 0) add(cost, 'out', -money[cost]);
  }
  if (late) {
    add('profit_recorded', 'sum', 0);
    add('tail', 'in', money.tail, tail);
  }
  add('profit', 'sum', 0);
  if (money.future !== 0) {
    add('future', 'in', money.future, future);
    add('profit_future', 'sum', 0);
  }
  if (money.baseline !== 0) {
    add('baseline', 'in', money.baseline, baseline);
    add('everything', 'sum', 0);
  }
  return steps;
}
