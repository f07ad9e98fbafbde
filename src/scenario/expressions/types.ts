/** The KPIs of a plan's total, in the order they are reported. */
export const KPI_NAMES = [
  'spend',
  'unspent',
  'impressions',
  'reach',
  'frequency',
  'views',
  'clicks',
  'conversions',
  'new',
  'repeat',
  'referred',
  'orders',
  'revenue',
  'gross_margin',
  'cost',
  'profit',
  'cpm',
  'ctr',
  'cpc',
  'cpv',
  'cvr',
  'cpa',
  'cac',
  'roas',
  'roi',
  'ltv',
  'ltv_cac',
  'tail',
  'future_orders',
  'posts',
  'pay',
  'reach_3',
  'recall_lift',
  'brand_orders',
  'warm_end',
  'hot_end',
  'messages',
  'hours',
  'leads',
  'cpl',
  'unreached',
] as const;
export type KpiName = (typeof KPI_NAMES)[number];

/** A checked arithmetic tree over KPI names: plain data, so that it crosses to a worker. Never evaluated by a library. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'kpi'; readonly name: KpiName }
  | MetricFigure
  | { readonly kind: 'negate'; readonly of: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: '+' | '-' | '*' | '/' | '^';
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'call'; readonly name: 'min' | 'max'; readonly arguments: readonly Expression[] }
  | { readonly kind: 'call'; readonly name: 'abs' | 'sqrt' | 'log' | 'exp'; readonly arguments: readonly [Expression] };

/** A metric of the plan's own (section 17), or the media spend of its lines, by its index in the scenario. */
export interface MetricFigure {
  readonly kind: 'metric figure';
  readonly metric: number;
  readonly of: 'amount' | 'spend';
}

/** What lines have of their own, by sums over the horizon; `response_…`: of those with a response. */
type LineTotal =
  | 'spend'
  | 'unspent'
  /** Of what is unspent, what an outage or a stopped phase left unspent. */
  | 'idle'
  | 'impressions'
  | 'views'
  | 'clicks'
  | 'conversions'
  | 'pay'
  | 'posts'
  | 'response_spend'
  | 'response_conversions';

/** A figure of some of the lines, by their index in the scenario: what rules on a line, a platform or a stage look at. */
export type GroupFigure =
  | { readonly kind: 'group'; readonly name: LineTotal; readonly lines: readonly number[] }
  /** People reached (three times or more), of a single line: what lines reach together is no sum. */
  | { readonly kind: 'group'; readonly name: 'reach' | 'reach_3'; readonly lines: readonly number[] };

/** KPIs that a line has. */
export const LINE_KPIS = [
  'spend',
  'unspent',
  'impressions',
  'reach',
  'frequency',
  'views',
  'clicks',
  'conversions',
  'revenue',
  'cpm',
  'ctr',
  'cpc',
  'cpv',
  'cvr',
  'cpa',
  'roas',
  'posts',
  'pay',
  'reach_3',
  'leads',
  'cpl',
  'unreached',
] as const satisfies readonly KpiName[];

/** An expression over KPIs of a line, by its index in the scenario; with free flighting, of the line that its periods make up. */
interface LineExpression {
  readonly kind: 'of line';
  readonly of: Expression;
  readonly lines: readonly number[];
}

/** What a plan can be evaluated by, draw by draw. */
export type PlanFunction = Expression | GroupFigure | LineExpression;

/** The KPIs that a tree is made of. */
export function kpisIn(expression: Expression): readonly KpiName[] {
  switch (expression.kind) {
    case 'kpi':
      return [expression.name];
    case 'number':
    case 'metric figure':
      return [];
    case 'negate':
      return kpisIn(expression.of);
    case 'binary':
      return [...kpisIn(expression.left), ...kpisIn(expression.right)];
    case 'call':
      return (expression.arguments as readonly Expression[]).flatMap(kpisIn);
  }
}
