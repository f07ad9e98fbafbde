import { hypotenuse } from '../distributions/elementary.js';
import { type Session, samplingPlan } from '../engine/session.js';
import { quantiles } from '../numerics/quantiles.js';
import type { Decision } from '../optimize/types.js';
import { openStream, streamKey } from '../sampling/pseudo-random.js';
import { countedFirst } from '../scenario/build/outcome.js';
import type { Scenario } from '../scenario/types.js';
import { moments } from '../summary/moments.js';

/** Spends that each line is priced at, as multiples of the plan's, and the draws of each. */
const MULTIPLES = [0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 2];
const DRAWS = 1024;
/** Plans that the tables are held against: each line at a factor of its budget between these. */
const CHECKS = 50;
const LEAST_FACTOR = 0.5;
const MOST_FACTOR = 1.5;
/** What half, and nine in ten, of normal errors stay within, in standard errors. */
const HALF = 0.674;
const NINE_IN_TEN = 1.645;
/** Lines above which tables would be more than anybody changes by hand. */
const MOST_LINES = 40;

export interface WhatIfPoint {
  readonly spend: number;
  /** Means of the whole plan with the line at that spend, the other lines held. */
  readonly profit: number;
  readonly orders: number;
}

/** How far a table is off the model, over random budgets: the middle one, and what nine in ten stay within. */
export interface Closeness {
  readonly p50: number;
  readonly p90: number;
}

/**
 * What moving each line's budget does to the plan's means, for whoever changes budgets by hand: to be read between points along straight
 * lines, and added over lines. How close that is was measured against the model on random budgets.
 */
export interface WhatIf {
  /** `orders` are leads where those are closed later. */
  readonly plan: { readonly profit: number; readonly orders: number };
  readonly lines: readonly { readonly id: string; readonly budget: number; readonly points: readonly WhatIfPoint[] }[];
  readonly checked: { readonly plans: number; readonly profit: Closeness; readonly orders: Closeness };
}

/** The tables of a plan; `null` for so many lines that nobody changes them by hand. */
export async function whatIf(
  session: Session,
  scenario: Scenario,
  plan: Decision,
  signal?: AbortSignal,
): Promise<WhatIf | null> {
  const lines = scenario.lines.length;
  if (lines > MOST_LINES || plan.byPeriod !== undefined) return null;
  const sampling = samplingPlan(scenario, DRAWS, 'what if');
  const selection = {
    total: (['profit', countedFirst(scenario)] as const).map((name) => ({
      name,
      expression: { kind: 'kpi', name } as const,
    })),
    groups: false,
    cumulative: false,
  };
  // A line that has nothing is looked at up to twice an even share.
  const widths = plan.budgets.map((budget) => (budget > 0 ? budget : scenario.budget / lines));
  const withLine = (line: number, spend: number): Decision => ({
    ...plan,
    budgets: plan.budgets.map((budget, k) => (k === line ? spend : budget)),
  });
  const traced = Array.from(widths, (width, line) => MULTIPLES.map((multiple) => withLine(line, multiple * width)));
  const random = openStream(streamKey(`${scenario.seed}/what if`, 'draws', 'budgets'), 0);
  const factor = (): number => LEAST_FACTOR + (MOST_FACTOR - LEAST_FACTOR) * (((random() >>> 0) + 0.5) / 2 ** 32);
  const checks = Array.from({ length: CHECKS }, () => ({
    ...plan,
    budgets: plan.budgets.map((budget) => budget * factor()),
  }));
  const options = { sampling, ...(signal === undefined ? {} : { signal }) };
  const priced = await session.priceAll([plan, ...traced.flat(), ...checks], selection, options);
  const of = { profit: 0, orders: 1 } as const;
  const [base, ...others] = priced.map((one) => ({
    profit: moments(one.series(of.profit), sampling).mean,
    orders: moments(one.series(of.orders), sampling).mean,
  }));
  const tables = traced.map((decisions, line) => ({
    id: scenario.lines[line].id,
    budget: plan.budgets[line],
    points: decisions.map(({ budgets }, k) => ({
      spend: budgets[line],
      ...others[line * MULTIPLES.length + k],
    })),
  }));
  // Off by the straight lines, and by the tables' draws being fewer than the plan's: the standard error of the change.
  const found = (figure: 'profit' | 'orders') =>
    checks.map(({ budgets }, k) => {
      const at = lines * MULTIPLES.length + k;
      const exact = others[at][figure];
      const off = Math.abs(tableValue(tables, base, budgets, figure) - exact);
      const [before, after] = [priced[0], priced[1 + at]].map((one) => one.series(of[figure]));
      const { se } = moments(
        after.map((value, d) => value - before[d]),
        sampling,
      );
      const least = 1e-9 * Math.abs(exact);
      // What only the adding up of doubles makes is none.
      return { off: off > least ? off : 0, se: se > least ? se : 0 };
    });
  const close = (figure: 'profit' | 'orders'): Closeness => {
    const all = found(figure);
    const quantile = (percent: number, normal: number): number =>
      quantiles(
        Float64Array.from(all, ({ off, se }) => hypotenuse(off, normal * se)),
        [percent],
      )[0];
    return { p50: quantile(50, HALF), p90: quantile(90, NINE_IN_TEN) };
  };
  const checked = { plans: CHECKS, profit: close('profit'), orders: close('orders') };
  return { plan: base, lines: tables, checked };
}

/** A figure as the tables have it: the plan's, and what each line's change brings along straight lines between points. */
function tableValue(
  tables: WhatIf['lines'],
  plan: WhatIf['plan'],
  budgets: Float64Array,
  of: 'profit' | 'orders',
): number {
  return tables.reduce((sum, { points }, line) => sum + between(points, budgets[line], of) - plan[of], plan[of]);
}

/** On the straight line between two points; beyond the last, on the last one gone on. */
export function between(points: readonly WhatIfPoint[], spend: number, of: 'profit' | 'orders'): number {
  let k = 0;
  while (k < points.length - 2 && points[k + 1].spend <= spend) k++;
  const [left, right] = [points[k], points[k + 1]];
  return left[of] + ((spend - left.spend) * (right[of] - left[of])) / (right.spend - left.spend);
}
