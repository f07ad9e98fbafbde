import type { Band } from '../../../forecast/details.js';
import { axisOf } from '../../../report/charts/axes.js';
import type { BudgetCurve } from '../../../report/charts/budgets.js';
import {
  type CourseContext,
  type Courses,
  courseAmounts,
  coursePeriods,
  courseRows,
} from '../../../report/charts/course.js';
import { binRows, binSays, densityOf } from '../../../report/charts/density.js';
import type { Swings } from '../../../report/charts/swings.js';
import { binEdges } from '../../../report/findings/histogram.js';
import type { Figure } from '../../../report/findings/plans.js';
import type { ChartContext } from './chart-words.js';
import type { CourseContent, DensityContent, StillContent } from './content.js';

/** Labels on an axis of the page's charts, which are as wide as a column. */
const X_TICKS = 4;
const Y_TICKS = 4;
const PERIODS = 4;

/** Profit's density in the report's bins; `null` where every future ends alike. */
export function densityContent(
  draws: Float64Array,
  profit: Figure | null,
  context: ChartContext,
): DensityContent | null {
  const edges = binEdges([draws]);
  if (edges === null) return null;
  const { text, formats } = context;
  const density = densityOf(edges, draws, profit);
  const says = binSays(density, [text.names.plans.given], context);
  const { low, high, top } = density;
  return {
    kind: 'density',
    rows: binRows(density).map((row, bin) => ({ ...row, says: says(bin) })),
    x: { ...axisOf(low, high, X_TICKS, formats.shortMoney), title: text.names.kpis.profit ?? '' },
    y: axisOf(0, top, 3, formats.share),
    density,
    context,
  };
}

/** A plan's course by the end of each period. */
export function fanContent(
  bands: readonly Band[],
  context: ChartContext,
  courses: Omit<Courses, 'series'>,
): CourseContent {
  const label = context.text.names.plans.given;
  return coursesContent(context, { ...courses, series: [{ kind: 'given', label, bands }] });
}

/** Courses by the end of each period: the report's fan. */
export function coursesContent(context: CourseContext, courses: Courses): CourseContent {
  const { periods } = context.horizon;
  return {
    kind: 'course',
    rows: courseRows(context, courses),
    x: coursePeriods(context, PERIODS),
    y: courseAmounts(courses, Y_TICKS),
    courses,
    periods,
  };
}

/** What budgets would bring: the report's frontier. @param says of each budget */
export function budgetsContent(curve: BudgetCurve, says: readonly string[]): StillContent {
  const rows = curve.rows.map((row, k) => ({ ...row, from: row.at, to: row.at, says: says[k] ?? '' }));
  return { kind: 'budgets', rows, curve };
}

/** Bars by name: the report's tornado. @param says of each bar */
export function swingsContent(swings: Swings, says: readonly string[]): StillContent {
  const rows = swings.bars.map(({ key, low, high }, k) => ({
    key,
    least: Math.min(low, high),
    most: Math.max(low, high),
    at: k,
    from: k,
    to: k,
    says: says[k] ?? '',
  }));
  return { kind: 'swings', rows, swings };
}
