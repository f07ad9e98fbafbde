// Courses over time: their figures. The report's fans and the planner's are both made of these.
import { lastOf } from '../../required.js';
import type { Scenario } from '../../scenario/types.js';
import type { Table } from '../content/table.js';
import type { Formats } from '../figure-formats.js';
import type { ReportText } from '../text/types.js';
import { type AxisScale, axisFromZero, axisOfPeriods } from './axes.js';
import type { NamedCourse } from './labels.js';
import { rowSays } from './row-says.js';

/** What courses are written by. */
export interface CourseContext {
  readonly text: {
    readonly names: Pick<ReportText['names'], 'separator' | 'period'>;
    readonly charts: Pick<ReportText['charts'], 'fan'>;
  };
  readonly formats: Formats;
  readonly horizon: Pick<Scenario['horizon'], 'unit' | 'periods'>;
}

/** A plan's course, and that of the plan it is held against. */
export interface Courses {
  /** What is added up. */
  readonly axis: string;
  /** At most two, the plan's own last. */
  readonly series: readonly NamedCourse[];
  readonly write: (value: number, scale?: number) => string;
  readonly writeAxis: (value: number) => string;
  /** Draws the line between loss and profit. */
  readonly zero: boolean;
  /** What had come by each period's end; `null`: it isn't over. */
  readonly came?: readonly (number | null)[];
}

/** "Week 3", or its last day where the plan has a start. */
function periodNames({ text, formats, horizon: { periods, unit } }: CourseContext, short: boolean): readonly string[] {
  return Array.from({ length: periods }, (_, period) => {
    const end = formats.periodEnd(period);
    if (end !== null) return short ? formats.shortDate(end) : formats.date(end);
    return short ? String(period + 1) : `${text.names.period[unit]} ${period + 1}`;
  });
}

export function courseTable(context: CourseContext, { series, write }: Pick<Courses, 'series' | 'write'>): Table {
  const { columns } = context.text.charts.fan;
  const scale = Math.max(...series.flatMap(({ bands }) => bands.flatMap((b) => [Math.abs(b.p10), Math.abs(b.p90)])), 0);
  const many = series.length > 1;
  return {
    columns: [
      columns.period,
      ...series.flatMap(({ label }) =>
        [columns.p10, columns.p50, columns.p90].map((c) => (many ? `${label}${context.text.names.separator}${c}` : c)),
      ),
    ],
    rows: periodNames(context, false).map((name, period) => [
      name,
      ...series.flatMap(({ bands }) => {
        const band = bands[period];
        return band === undefined ? ['', '', ''] : [band.p10, band.p50, band.p90].map((value) => write(value, scale));
      }),
    ]),
  };
}

/** A period: where it stands, the figures of each course, and what it says of itself. */
interface CourseRow {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly says: string;
  readonly [figure: string]: unknown;
}

export function courseRows(context: CourseContext, courses: Courses): readonly CourseRow[] {
  const { series, came } = courses;
  const table = courseTable(context, courses);
  const { periods } = context.horizon;
  const other = series.length > 1 ? series[0] : undefined;
  return table.rows.map((_, t) => {
    const [band, before] = [lastOf(series).bands[t], other?.bands[t]];
    return {
      at: t + 1,
      from: Math.max(1, t + 0.5),
      to: Math.min(periods, t + 1.5),
      says: rowSays(table, t, context.text.names.separator),
      ...(band === undefined ? {} : { p10: band.p10, p50: band.p50, p90: band.p90 }),
      ...(before === undefined ? {} : { low: before.p10, middle: before.p50, high: before.p90 }),
      ...(came === undefined ? {} : { came: came[t] ?? null }),
    };
  });
}

/** The axis up the side: amounts that are added up, from 0 on. @param most round numbers on it */
export function courseAmounts({ series, came = [], writeAxis, axis }: Courses, most: number): AxisScale {
  const all = series.flatMap(({ bands }) => bands.flatMap(({ p10, p50, p90 }) => [p10, p50, p90]));
  const counted = came.flatMap((value) => value ?? []);
  return { ...axisFromZero([...all, ...counted], most, writeAxis), title: axis };
}

/** The axis along the foot: ends of periods, named by their days, or by their numbers. @param most that are named */
export function coursePeriods(context: CourseContext, most: number): AxisScale {
  const { text, formats, horizon } = context;
  const axis = axisOfPeriods(periodNames(context, true), most);
  return {
    ...axis,
    ...(horizon.periods === 1 ? { low: 0, high: 1.08 } : {}),
    ...(formats.periodEnd(0) === null ? { title: text.names.period[horizon.unit] } : {}),
  };
}
