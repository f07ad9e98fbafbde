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

/** A figure of some of the lines, by their index in the scenario: what rules on a line, a platform or a stage look at. */
export interface GroupFigure {
  readonly kind: 'group';
  readonly name: 'spend' | 'impressions' | 'conversions';
  readonly lines: readonly number[];
}

/** What a plan can be evaluated by, draw by draw. */
export type PlanFunction = Expression | GroupFigure;
