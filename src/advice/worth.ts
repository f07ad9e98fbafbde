import type { PlanFigures } from '../forecast/price-plan.js';
import type { Expression } from '../scenario/expressions/types.js';
import type { Scenario } from '../scenario/types.js';

/** Whether a goal is in money that can be lost: it is then judged by losses, too. */
export function isMoneyGoal({ goal }: Scenario): boolean {
  return goal.direction === 'maximize' && names(goal.maximize).has('profit');
}

function names(expression: Expression): Set<string> {
  switch (expression.kind) {
    case 'number':
    case 'metric figure':
      return new Set();
    case 'kpi':
      return new Set([expression.name]);
    case 'negate':
      return names(expression.of);
    case 'binary':
      return new Set([...names(expression.left), ...names(expression.right)]);
    case 'call':
      return new Set((expression.arguments as readonly Expression[]).flatMap((of) => [...names(of)]));
  }
}

/**
 * What a plan earns in each draw, in currency: profit, and, where the file counts customers on for `value_days`, the gross
 * margin of what they order then, at the margin of the plan's own orders.
 */
export function worthOf({
  total,
  details,
}: Pick<PlanFigures, 'total'> & Partial<Pick<PlanFigures, 'details'>>): Float64Array {
  // As the report tells it: where orders are counted, a future's profit is that of its count.
  const profit = details?.profit ?? total.get('profit');
  const [future, orders, margin] = ['future_orders', 'orders', 'gross_margin'].map((name) => total.get(name));
  if (profit === undefined) return new Float64Array(0);
  return profit.map((value, d) => {
    const each = orders !== undefined && margin !== undefined && orders[d] > 0 ? margin[d] / orders[d] : 0;
    return value + (future?.[d] ?? 0) * each;
  });
}

/** Of these the middle of a plan is a whole number of things: less than one more is none. */
const COUNTED: ReadonlySet<string> = new Set([
  'orders',
  'new',
  'repeat',
  'referred',
  'conversions',
  'leads',
  'clicks',
  'views',
  'reach',
  'impressions',
]);

/** Whether a goal is as many as possible of what is counted one by one. */
export function counts({ goal }: Scenario): boolean {
  return goal.direction === 'maximize' && goal.maximize.kind === 'kpi' && COUNTED.has(goal.maximize.name);
}
