import { mean } from '../../distributions/index.js';
import type { PlanResult } from '../../forecast/result.js';
import { elementAt } from '../../required.js';
import type { Scenario } from '../../scenario/types.js';
import { toMinorUnits } from '../../units/money.js';
import { moneyOnGrid } from '../findings/bridge.js';
import { type CashItem, paymentsOf } from './cash-item.js';
import { payOfPosts } from './posts-pay.js';
import { roundToSum, shareOut } from './rounding.js';

interface CashFlow {
  readonly out: readonly CashItem[];
  readonly margin: { readonly periods: readonly number[]; readonly after: number };
}

/** What a plan is paid by. */
type CashPlan = Pick<PlanResult, 'kpis' | 'bridge' | 'sources'>;

/**
 * Expected payments and gross margin by period (sections 6 and 7 of the model), on the currency's grid: payments sum to the
 * expected cost, and the margin less payments to the expected profit, to the last unit.
 *
 * Fixed costs are split by their means. One with a share up front is paid in the first period and, the rest, once its
 * report is in: after the horizon. So is a creator's pay with a share up front; without one posts are paid as they are made.
 * Content and formats are paid evenly, messages as people see the plan's ads and posts.
 */
export function cashFlow(plan: CashPlan, scenario: Pick<Scenario, 'economics' | 'currency' | 'sources'>): CashFlow {
  const { economics, currency, sources } = scenario;
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
      ...economics.fixed_costs.flatMap((cost, k) => paymentsOf(cost, elementAt(fixed, k), periods.length)),
      ...payOfPosts(plan.sources ?? [], sources, money.posts, periods.length),
      ...(money.production === 0
        ? []
        : [
            {
              kind: 'production',
              name: '',
              periods: shareOut(
                money.production,
                spent.map(() => 1),
              ),
              after: 0,
            } as const,
          ]),
      ...(money.community === 0
        ? []
        : [{ kind: 'community', name: '', periods: shareOut(money.community, ofPeriods('views')), after: 0 } as const]),
    ],
    margin: { periods: roundToSum(margin, money.recorded, currency), after: money.tail },
  };
}

/** The fixed costs' total split: certain ones are what they are, the others share the rest by their means. */
function fixedCosts(total: number, { fixed_costs }: Scenario['economics'], currency: string): number[] {
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
  return certain.map((units, k) => units ?? elementAt(shared, k));
}
