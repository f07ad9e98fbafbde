import {
  above,
  add,
  defineStep,
  type Expression,
  multiply,
  number,
  quotient,
  type Step,
  select,
  subtract,
} from '../../kernel/index.js';
import type { Comparison, GateKpi } from '../../scenario/types.js';

/** Sums that a gate's KPIs are made of. */
export const GATE_FIGURES = ['spend', 'impressions', 'clicks', 'views', 'conversions', 'new', 'later', 'pay'] as const;
export type GateFigure = (typeof GATE_FIGURES)[number];

interface GateShape {
  readonly kpi: GateKpi;
  readonly comparison: Comparison;
  /** How many rows each figure is the sum of. */
  readonly rows: Readonly<Record<GateFigure, number>>;
  /** Whether fixed costs, production and community are part of the cost: of the whole plan, not of one line. */
  readonly whole: boolean;
  readonly community: boolean;
}

/** Of leads, which become conversions by the close rate. */
export function countsLeads(kpi: GateKpi): boolean {
  return kpi === 'leads' || kpi === 'cpl';
}

const known = new Map<string, Step>();

/**
 * Section 16: 1 where the figure so far keeps what the gate asks for, else 0; a figure that is undefined fails. Nothing is
 * differentiated through it: the decisions stand as they fall.
 */
export function gateStep(shape: GateShape): Step {
  const key = JSON.stringify(shape);
  const step = known.get(key) ?? define(shape);
  known.set(key, step);
  return step;
}

/** Slot of a figure's k-th row. */
export const figureSlot = (figure: GateFigure, k: number): string => `${figure} ${k}`;

function define({ kpi, comparison, rows, whole, community }: GateShape): Step {
  const names = GATE_FIGURES.flatMap((figure) => Array.from({ length: rows[figure] }, (_, k) => figureSlot(figure, k)));
  return defineStep(
    {
      name: `gate on ${kpi}`,
      inputs: [
        ...names,
        'order value',
        'margin',
        'fee',
        'tax',
        ...(whole ? ['fixed cost'] : []),
        ...(community ? ['cost per view'] : []),
        ...(countsLeads(kpi) ? ['close rate'] : []),
      ],
      numbers: ['threshold', ...(whole ? ['production', 'gone'] : [])],
    },
    (values) => {
      const slots = values as unknown as { readonly [name: string]: Expression };
      const at = (name: string): Expression => slots[name];
      const sum = (figure: GateFigure): Expression =>
        add(...Array.from({ length: rows[figure] }, (_, k) => at(figureSlot(figure, k))));
      const spend = sum('spend');
      const orders = add(sum('new'), sum('later'));
      const revenue = multiply(at('order value'), orders);
      const fixed = whole ? multiply(add(at('fixed cost'), at('production')), at('gone')) : number(0);
      const messages = community ? multiply(sum('views'), at('cost per view')) : number(0);
      const cost = add(multiply(spend, add(1, at('fee'), at('tax'))), fixed, messages, sum('pay'));
      const profit = subtract(multiply(at('margin'), revenue), cost);
      const closed = countsLeads(kpi) ? at('close rate') : number(1);
      const figures: Record<GateKpi, readonly [over: Expression, under?: Expression]> = {
        spend: [spend],
        impressions: [sum('impressions')],
        clicks: [sum('clicks')],
        views: [sum('views')],
        conversions: [sum('conversions')],
        new: [sum('new')],
        orders: [orders],
        revenue: [revenue],
        cost: [cost],
        profit: [profit],
        roas: [revenue, spend],
        roi: [profit, cost],
        cpa: [spend, sum('conversions')],
        cac: [cost, sum('new')],
        leads: [sum('conversions'), closed],
        cpl: [multiply(spend, closed), sum('conversions')],
      };
      const [over, under] = figures[kpi];
      const value = under === undefined ? over : quotient(over, under);
      const passes = keeps(value, comparison, at('threshold'));
      return { writes: { passed: under === undefined ? passes : select(above(under, 0), passes, 0) } };
    },
  );
}

function keeps(value: Expression, comparison: Comparison, threshold: Expression): Expression {
  switch (comparison) {
    case '>=':
      return select(above(threshold, value), 0, 1);
    case '<=':
      return select(above(value, threshold), 0, 1);
    case '>':
      return select(above(value, threshold), 1, 0);
    case '<':
      return select(above(threshold, value), 1, 0);
  }
}

/** Both of two masks. */
export const bothStep = defineStep({ name: 'both', inputs: ['one', 'other'] }, ({ one, other }) => ({
  writes: { both: multiply(one, other) },
}));
