// What budgets would bring: layers of the report's frontier, and of the planner's.

import { alongFoot, axisOf, fixedAxis, rangeWithZero } from './axes.js';
import { type ColorName, SMALL_SIZE } from './colors.js';
import { budgetLayers } from './layers.js';
import type { Sheet, Still } from './sheet.js';
import type { Layer } from './theme.js';

const FIELDS = { at: 'at', low: 'p10', middle: 'mean', high: 'p90' } as const;

/** A budget, and what it would bring. */
export interface BudgetRow {
  readonly at: number;
  readonly p10: number;
  readonly mean: number;
  readonly p90: number;
}

export interface BudgetCurve {
  readonly rows: readonly BudgetRow[];
  /** What the axes are called. */
  readonly axes: { readonly budget: string; readonly figure: string };
  /** Budgets that something is said of. */
  readonly marks: readonly { readonly at: number; readonly label: string; readonly name: BudgetMark }[];
  readonly write: (value: number, scale?: number) => string;
  readonly writeBudget: (value: number) => string;
}

/** The plan's own budget, where the next unit ceases to pay on average, and where it does with the worst futures weighed. */
type BudgetMark = 'given' | 'loss' | 'met';
const SHADES: Readonly<Record<BudgetMark, { readonly rule: ColorName; readonly words: ColorName }>> = {
  given: { rule: 'given', words: 'ink' },
  loss: { rule: 'loss', words: 'loss' },
  met: { rule: 'met', words: 'met' },
};

/** @param width of the whole picture, in pixels */
export function budgetsOn(
  { rows, axes: names, marks, write, writeBudget }: BudgetCurve,
  { narrow, mirrored, paint }: Sheet,
  width: number,
): Still {
  const [least, most] = rangeWithZero(rows.flatMap(({ p10, p90 }) => [p10, p90]));
  const budgets = rows.map(({ at }) => at);
  const [left, right] = [Math.min(...budgets), Math.max(...budgets)];
  const scale = Math.max(Math.abs(least), Math.abs(most));
  const x = alongFoot(
    { ...fixedAxis(axisOf(left, right, narrow ? 3 : 6, writeBudget)), title: names.budget },
    mirrored,
    { ticks: false, labelFlush: false },
  );
  const amounts = fixedAxis(axisOf(least, most, narrow ? 4 : 6, (value) => write(value, scale)));
  const y = (field: string) => ({
    field,
    type: 'quantitative' as const,
    scale: { domain: [least, most], nice: false },
    axis: {
      values: amounts.values,
      labelExpr: amounts.labelExpr,
      title: names.figure,
      ...(mirrored ? { orient: 'right' as const, titleAngle: 90 } : {}),
    },
  });
  const shown = marks.filter(({ at }) => at >= left && at <= right);
  const markers = shown.flatMap(({ at, label, name }, k): Layer[] => {
    const before = at > (left + right) / 2 !== mirrored;
    return [
      {
        data: { values: [{ at }] },
        mark: {
          type: 'rule',
          color: paint(SHADES[name].rule),
          strokeDash: name === 'given' ? [4, 4] : [1, 0],
          strokeWidth: 1.5,
        },
        encoding: { x: x('at') },
      },
      {
        data: { values: [{ at, label }] },
        mark: {
          type: 'text',
          fontSize: SMALL_SIZE,
          baseline: 'middle',
          align: before ? 'right' : 'left',
          dx: before ? -6 : 6,
          color: paint(SHADES[name].words),
        },
        // One above the other, above the plot, so that neither runs through the band.
        encoding: { x: x('at'), y: { value: -8 - 15 * k }, text: { field: 'label', type: 'nominal' } },
      },
    ];
  });
  const zero: Layer[] =
    least < 0
      ? [
          {
            data: { values: [{ zero: 0 }] },
            mark: { type: 'rule', color: paint('rule'), strokeWidth: 1 },
            encoding: { y: y('zero') },
          },
        ]
      : [];
  const data = { values: [...rows] };
  return {
    width: width - (narrow ? 90 : 150),
    height: narrow ? 230 : 340,
    layer: [...budgetLayers({ x, y }, FIELDS, paint('optimized'), zero, { data }), ...markers],
    axes: { x, y },
  };
}
