import type { Distribution } from '../../distributions/types.js';
import type { Creative, Economics, Quantity, Stocks } from '../types.js';
import type { Build } from './context.js';
import { CREATIVE, ECONOMICS, quantityOf, STOCKS } from './defaults.js';

/** `economics` with its defaults. Without an order value there is no money to judge by: 0, and a warning. */
export function buildEconomics({ input, warnings: list }: Build): Economics {
  const given = input.economics ?? {};
  const from = (key: keyof typeof ECONOMICS): Quantity => quantityOf(given[key], ECONOMICS[key]);
  if (given.order_value === undefined) list.push({ code: 'no_order_value' });
  else if (given.margin === undefined) list.push({ code: 'no_margin' });
  return {
    order_value: quantityOf(given.order_value, { family: 'fixed', value: 0 }),
    margin: quantityOf(given.margin, { family: 'fixed', value: 1 }),
    close_rate: from('close_rate'),
    repeat_rate: from('repeat_rate'),
    referral_rate: from('referral_rate'),
    fee: from('fee'),
    tax: from('tax'),
    fixed_costs: (given.fixed_costs ?? []).map(({ name, amount, upfront }) => ({
      name,
      amount: givenQuantity(amount),
      ...(upfront === undefined ? {} : { upfront }),
    })),
    baseline: from('baseline'),
    delay_days: from('delay_days'),
    value_days: from('value_days'),
    ltv_days: from('ltv_days'),
  };
}

/** `stocks` with its defaults. */
export function buildStocks({ input }: Build): Stocks {
  const from = (key: keyof typeof STOCKS): Quantity => quantityOf(input.stocks?.[key], STOCKS[key]);
  return {
    warm_days: from('warm_days'),
    hot_days: from('hot_days'),
    buyers_days: from('buyers_days'),
    landing: from('landing'),
    warm: from('warm'),
    hot: from('hot'),
    buyers: from('buyers'),
  };
}

/** `creative` with its defaults, or `null` where it is off; left out, it is on. */
export function buildCreative({ input }: Build): Creative | null {
  if (input.creative === 'off') return null;
  const given = typeof input.creative === 'object' ? input.creative : {};
  const from = (key: keyof typeof CREATIVE): Quantity => quantityOf(given[key], CREATIVE[key]);
  return {
    wear_days: from('wear_days'),
    proven: from('proven'),
    experiment: from('experiment'),
    moonshot: from('moonshot'),
    experiment_gain: from('experiment_gain'),
    moonshot_gain: from('moonshot_gain'),
  };
}

function givenQuantity(distribution: Distribution): Quantity {
  return { distribution, origin: { kind: 'given' } };
}
