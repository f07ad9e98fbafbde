import type { Expression, KpiName } from '../../scenario/expressions/types.js';

/** How a KPI is printed. */
export type KpiUnit = 'money' | 'count' | 'share' | 'ratio';

const UNITS: Readonly<Record<KpiName, KpiUnit> & Record<string, KpiUnit>> = {
  spend: 'money',
  unspent: 'money',
  unreached: 'money',
  impressions: 'count',
  reach: 'count',
  frequency: 'ratio',
  views: 'count',
  clicks: 'count',
  conversions: 'count',
  new: 'count',
  repeat: 'count',
  referred: 'count',
  orders: 'count',
  revenue: 'money',
  gross_margin: 'money',
  cost: 'money',
  profit: 'money',
  cpm: 'money',
  ctr: 'share',
  cpc: 'money',
  cpv: 'money',
  cvr: 'share',
  cpa: 'money',
  cac: 'money',
  roas: 'ratio',
  roi: 'share',
  ltv: 'money',
  ltv_cac: 'ratio',
  tail: 'count',
  future_orders: 'count',
  leads: 'count',
  cpl: 'money',
  posts: 'count',
  pay: 'money',
  reach_3: 'count',
  recall_lift: 'count',
  brand_orders: 'count',
  warm_end: 'count',
  hot_end: 'count',
  messages: 'count',
  hours: 'ratio',
};

/** The unit of a KPI by name; a KPI of the planner's own is a plain number. */
export function kpiUnit(name: string): KpiUnit {
  return UNITS[name] ?? 'ratio';
}

/** The unit of a checked expression, as far as it follows from its parts; otherwise a plain number. */
export function expressionUnit(expression: Expression): KpiUnit {
  switch (expression.kind) {
    case 'kpi':
      return kpiUnit(expression.name);
    case 'negate':
      return expressionUnit(expression.of);
    case 'number':
      return 'ratio';
    case 'metric figure':
      return expression.of === 'spend' ? 'money' : 'count';
    case 'call': {
      if (expression.name === 'sqrt' || expression.name === 'log' || expression.name === 'exp') return 'ratio';
      const units = expression.arguments.filter((a) => a.kind !== 'number').map(expressionUnit);
      const first = units[0] ?? 'ratio';
      return units.every((unit) => unit === first) ? first : 'ratio';
    }
    case 'binary': {
      const { operator, left, right } = expression;
      if (operator === '^') return 'ratio';
      const a = left.kind === 'number' ? null : expressionUnit(left);
      const b = right.kind === 'number' ? null : expressionUnit(right);
      if (operator === '/') return b === null && a !== null ? a : 'ratio';
      if (operator === '*') return a !== null && b !== null ? 'ratio' : (a ?? b ?? 'ratio');
      return a !== null && b !== null && a !== b ? 'ratio' : (a ?? b ?? 'ratio');
    }
  }
}
