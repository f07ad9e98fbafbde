import { mean } from '../distributions/index.js';
import type { BridgePart } from '../model/kpi/definitions.js';
import type { Scenario } from '../scenario/types.js';
import type { KpiSummaries, PlanBridge } from './result.js';

/**
 * What a plan's mean profit is made of, and what is shown apart from it (section 6 of the model). Means add up, so the parts
 * make the mean profit up to floating point.
 *
 * The baseline depends on nothing else, so the mean of what it brings is the mean of its orders times that of an order's worth.
 *
 * @param total summaries of the whole plan
 * @param parts means of the parts, in currency
 */
export function bridgeOf(
  { economics, horizon }: Pick<Scenario, 'economics' | 'horizon'>,
  total: KpiSummaries,
  parts: Readonly<Record<BridgePart, number>>,
): PlanBridge {
  const of = (kpi: string): number => total[kpi]?.mean ?? 0;
  const orders = mean(economics.baseline.distribution) * horizon.periods;
  return {
    recorded: {
      orders: of('orders') - of('tail'),
      revenue: of('revenue') - parts.tail_revenue,
      gross_margin: of('gross_margin') - parts.tail_margin,
    },
    tail: { orders: of('tail'), revenue: parts.tail_revenue, gross_margin: parts.tail_margin },
    media: of('spend'),
    fees: parts.fees,
    tax: parts.tax,
    fixed_costs: parts.fixed_costs,
    ...(parts.posts === 0 ? {} : { posts: parts.posts }),
    ...(parts.production === 0 ? {} : { production: parts.production }),
    ...(parts.community === 0 ? {} : { community: parts.community }),
    future: { orders: of('future_orders'), revenue: parts.future_revenue, gross_margin: parts.future_margin },
    baseline: { orders, revenue: orders * parts.order_value, gross_margin: orders * parts.order_margin },
  };
}
