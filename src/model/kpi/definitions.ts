import type { Expression, GroupFigure, KpiName, MetricFigure, PlanFunction } from '../../scenario/expressions/types.js';

/** What the passes leave for the KPIs of any group; the last ones only make sense for the whole plan. */
const BASE_FIGURES = [
  'spend',
  'unspent',
  'idle',
  'impressions',
  'reach',
  'views',
  'clicks',
  'conversions',
  'new',
  'repeat',
  'referred',
  'tail',
  'buyers_end',
  'order_value',
  'margin',
  'fee',
  'tax',
  'fixed_cost',
  'ltv',
  'future_orders_per_buyer',
  'response_spend',
  'response_conversions',
  'pay',
  'posts',
  'production',
  'reach_3',
  'brand_orders',
  'recalling',
  'warm_end',
  'hot_end',
  'messages_per_view',
  'hours_per_view',
  'cost_per_view',
  'close_rate',
] as const;
export type BaseFigure = (typeof BASE_FIGURES)[number];

/** A figure that isn't one of the base figures: of a group of lines, or a metric. */
export type OwnFigure = GroupFigure | MetricFigure;

/** An arithmetic tree over base figures; KPIs are defined by these, so that values and derivatives share one source. */
export type Formula =
  | { readonly kind: 'figure'; readonly name: BaseFigure }
  | GroupFigure
  | MetricFigure
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'negate'; readonly of: Formula }
  | {
      readonly kind: 'binary';
      readonly operator: '+' | '-' | '*' | '/' | '^';
      readonly left: Formula;
      readonly right: Formula;
    }
  | { readonly kind: 'call'; readonly name: 'min' | 'max'; readonly arguments: readonly Formula[] }
  | { readonly kind: 'call'; readonly name: 'abs' | 'sqrt' | 'log' | 'exp'; readonly arguments: readonly [Formula] };

const figure = (name: BaseFigure): Formula => ({ kind: 'figure', name });
const number = (value: number): Formula => ({ kind: 'number', value });
const binary =
  (operator: '+' | '-' | '*' | '/') =>
  (left: Formula, right: Formula): Formula => ({ kind: 'binary', operator, left, right });
const add = binary('+');
const subtract = binary('-');
const multiply = binary('*');
const divide = binary('/');

/** Of the lines with a funnel: a response shows nothing and has no clicks, so what that costs is reported for the others. */
const funnelSpend = subtract(figure('spend'), figure('response_spend'));
const funnelConversions = subtract(figure('conversions'), figure('response_conversions'));

/** Section 6 of the model, line by line. A division by 0 has no value (NaN). */
export const KPI_FORMULAS: Readonly<Record<KpiName, Formula>> = (() => {
  const spend = figure('spend');
  const conversions = figure('conversions');
  const orders = add(add(figure('new'), figure('repeat')), figure('referred'));
  const revenue = multiply(figure('order_value'), orders);
  const grossMargin = multiply(figure('margin'), revenue);
  const loading = add(add(number(1), figure('fee')), figure('tax'));
  const community = multiply(figure('views'), figure('cost_per_view'));
  const beside = add(add(figure('pay'), figure('production')), community);
  const cost = add(add(multiply(spend, loading), figure('fixed_cost')), beside);
  const profit = subtract(grossMargin, cost);
  const cac = divide(cost, figure('new'));
  // Conversions are closed leads.
  const leads = divide(conversions, figure('close_rate'));
  return {
    spend,
    unspent: figure('unspent'),
    impressions: figure('impressions'),
    reach: figure('reach'),
    frequency: divide(figure('impressions'), figure('reach')),
    views: figure('views'),
    clicks: figure('clicks'),
    conversions,
    new: figure('new'),
    repeat: figure('repeat'),
    referred: figure('referred'),
    orders,
    revenue,
    gross_margin: grossMargin,
    cost,
    profit,
    cpm: divide(multiply(number(1000), funnelSpend), figure('impressions')),
    ctr: divide(figure('clicks'), figure('impressions')),
    cpc: divide(funnelSpend, figure('clicks')),
    cpv: divide(funnelSpend, figure('views')),
    cvr: divide(funnelConversions, figure('clicks')),
    cpa: divide(spend, conversions),
    cac,
    roas: divide(revenue, spend),
    roi: divide(profit, cost),
    ltv: figure('ltv'),
    ltv_cac: divide(figure('ltv'), cac),
    tail: figure('tail'),
    future_orders: multiply(figure('future_orders_per_buyer'), figure('buyers_end')),
    posts: figure('posts'),
    pay: figure('pay'),
    reach_3: figure('reach_3'),
    recall_lift: figure('recalling'),
    brand_orders: figure('brand_orders'),
    warm_end: figure('warm_end'),
    hot_end: figure('hot_end'),
    messages: multiply(figure('views'), figure('messages_per_view')),
    hours: multiply(figure('views'), figure('hours_per_view')),
    leads,
    cpl: divide(spend, leads),
    // What finds nobody: outages and stopped phases keep money for other reasons.
    unreached: subtract(figure('unspent'), figure('idle')),
  };
})();

/** What a line, platform or stage is credited with: orders of its own clicks; what customers do later belongs to no line. */
const credited = multiply(figure('order_value'), figure('conversions'));
export const GROUP_FORMULAS: Readonly<Partial<Record<KpiName, Formula>>> = {
  spend: KPI_FORMULAS.spend,
  unspent: KPI_FORMULAS.unspent,
  impressions: KPI_FORMULAS.impressions,
  reach: KPI_FORMULAS.reach,
  frequency: KPI_FORMULAS.frequency,
  views: KPI_FORMULAS.views,
  clicks: KPI_FORMULAS.clicks,
  conversions: KPI_FORMULAS.conversions,
  revenue: credited,
  cpm: KPI_FORMULAS.cpm,
  ctr: KPI_FORMULAS.ctr,
  cpc: KPI_FORMULAS.cpc,
  cpv: KPI_FORMULAS.cpv,
  cvr: KPI_FORMULAS.cvr,
  cpa: KPI_FORMULAS.cpa,
  roas: divide(credited, figure('spend')),
  posts: KPI_FORMULAS.posts,
  pay: KPI_FORMULAS.pay,
  reach_3: KPI_FORMULAS.reach_3,
  unreached: KPI_FORMULAS.unreached,
};

/** What a line can be held to: leads are its conversions before they are closed. */
const LINE_FORMULAS: Readonly<Partial<Record<KpiName, Formula>>> = {
  ...GROUP_FORMULAS,
  leads: KPI_FORMULAS.leads,
  cpl: KPI_FORMULAS.cpl,
};

/** Base figures that lines have of their own; the others are the draw's. */
const LINE_TOTALS: ReadonlySet<string> = new Set<GroupFigure['name']>([
  'spend',
  'unspent',
  'idle',
  'impressions',
  'views',
  'clicks',
  'conversions',
  'pay',
  'posts',
  'response_spend',
  'response_conversions',
  'reach',
  'reach_3',
]);

/** A formula with what it is made of taken of some lines. */
function ofLines(formula: Formula, lines: readonly number[]): Formula {
  const visit = (of: Formula): Formula => {
    switch (of.kind) {
      case 'figure':
        return LINE_TOTALS.has(of.name) ? { kind: 'group', name: of.name as GroupFigure['name'], lines } : of;
      case 'negate':
        return { kind: 'negate', of: visit(of.of) };
      case 'binary':
        return { ...of, left: visit(of.left), right: visit(of.right) };
      case 'call':
        return of.name === 'min' || of.name === 'max'
          ? { kind: 'call', name: of.name, arguments: of.arguments.map(visit) }
          : { kind: 'call', name: of.name, arguments: [visit(of.arguments[0])] };
      default:
        return of;
    }
  };
  return visit(formula);
}

/** A period has all but what only the whole horizon has: a customer's value, and what comes after the end. */
export const PERIOD_FORMULAS: Readonly<Partial<Record<KpiName, Formula>>> = (() => {
  const {
    ltv: _ltv,
    ltv_cac: _ltvCac,
    tail: _tail,
    future_orders: _future,
    reach_3: _reach3,
    recall_lift: _recall,
    warm_end: _warm,
    hot_end: _hot,
    unreached: _unreached,
    ...rest
  } = KPI_FORMULAS;
  return rest;
})();

/**
 * What the mean profit is made of, in currency, and what is shown apart from it: value recorded late or brought later, each
 * kind of cost, and what an order is worth.
 */
export const BRIDGE_FORMULAS = (() => {
  const orderValue = figure('order_value');
  const orderMargin = multiply(figure('margin'), orderValue);
  const future = KPI_FORMULAS.future_orders;
  return {
    order_value: orderValue,
    order_margin: orderMargin,
    tail_revenue: multiply(orderValue, figure('tail')),
    tail_margin: multiply(orderMargin, figure('tail')),
    future_revenue: multiply(orderValue, future),
    future_margin: multiply(orderMargin, future),
    fees: multiply(figure('spend'), figure('fee')),
    tax: multiply(figure('spend'), figure('tax')),
    fixed_costs: figure('fixed_cost'),
    posts: figure('pay'),
    production: figure('production'),
    community: multiply(figure('views'), figure('cost_per_view')),
  } as const satisfies Readonly<Record<string, Formula>>;
})();
export type BridgePart = keyof typeof BRIDGE_FORMULAS;
export const BRIDGE_PARTS = Object.keys(BRIDGE_FORMULAS) as readonly BridgePart[];

/** KPIs that rest on orders, and are counts where counts are on (section 14): their means are those of the expectations. */
export const COUNTED_SUMS: readonly string[] = [
  'conversions',
  'new',
  'repeat',
  'referred',
  'orders',
  'revenue',
  'gross_margin',
  'profit',
  'brand_orders',
];

/**
 * A custom KPI's or a goal's tree with the KPIs in it replaced by their formulas.
 *
 * Errors: a `RangeError` for a KPI that lines don't have, in an expression of a line.
 */
export function formulaOf(expression: PlanFunction): Formula {
  return expression.kind === 'of line'
    ? ofLines(replaced(expression.of, LINE_FORMULAS), expression.lines)
    : replaced(expression, KPI_FORMULAS);
}

function replaced(
  expression: Exclude<PlanFunction, { readonly kind: 'of line' }>,
  kpis: Readonly<Partial<Record<KpiName, Formula>>>,
): Formula {
  const formula = (of: Expression): Formula => replaced(of, kpis);
  switch (expression.kind) {
    case 'number':
    case 'group':
    case 'metric figure':
      return expression;
    case 'kpi':
      return known(kpis[expression.name], expression.name);
    case 'negate':
      return { kind: 'negate', of: formula(expression.of) };
    case 'binary':
      return { ...expression, left: formula(expression.left), right: formula(expression.right) };
    case 'call':
      return expression.name === 'min' || expression.name === 'max'
        ? { kind: 'call', name: expression.name, arguments: expression.arguments.map(formula) }
        : { kind: 'call', name: expression.name, arguments: [formula(expression.arguments[0])] };
  }
}

function known(formula: Formula | undefined, name: KpiName): Formula {
  if (formula === undefined) throw new RangeError(`lines have no ${name}`);
  return formula;
}
