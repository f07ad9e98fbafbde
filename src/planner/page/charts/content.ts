import { rangeWithZero, shownPeriods } from '../../../report/charts/axes.js';
import { embedded } from '../../../report/charts/embedded.js';
import type { endLabels, quantileLabels } from '../../../report/charts/labels.js';
import { niceTicks } from '../../../report/charts/ticks.js';

/** An axis: what it reaches from and to, and its labels with their units. */
export interface AxisScale {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
  /** By the tick, written out. */
  readonly labels: Readonly<Record<string, string>>;
  /** What is counted along it, where that is said. */
  readonly title?: string;
}

/** One thing in a picture that is pointed at as a whole: a bar, a period, a budget. */
export interface ChartRow {
  /** Its middle and its ends along the x axis; of bars by name, its number. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
  /** What is said of it. */
  readonly tip: string;
  readonly [field: string]: unknown;
}

/** What stands over a density. */
export interface DensityLabels {
  readonly quantiles: (narrow: boolean) => ReturnType<typeof quantileLabels>;
  /** How many futures lose and how many earn; `null` where all of them do one of the two. */
  readonly sides: { readonly loss: string; readonly gain: string } | null;
}

/** What a chart shows. */
export interface ChartContent {
  readonly rows: readonly ChartRow[];
  readonly x: AxisScale;
  readonly y: AxisScale;
  readonly density?: DensityLabels;
  /** What stands at the end of a course. */
  readonly ends?: ReturnType<typeof endLabels>;
}

/** An axis with round numbers on it, as the report has them. @param written how a figure is written, its unit with it */
export function axisOf(low: number, high: number, count: number, written: (value: number) => string): AxisScale {
  const ticks = niceTicks(low, high, count).filter((tick) => tick >= low && tick <= high);
  return {
    low,
    high,
    ticks,
    labels: Object.fromEntries(ticks.map((tick) => [String(tick), embedded(short(written(tick)))])),
  };
}

/** Round numbers need no decimals. */
function short(written: string): string {
  return written.replace(/[.,]00(?!\d)/, '');
}

/** An axis of amounts that has 0 on it. */
export function axisFromZero(values: readonly number[], count: number, written: (value: number) => string): AxisScale {
  const [low, high] = rangeWithZero(values);
  return axisOf(low, high, count, written);
}

/** An axis of periods, of which as many are named as there is room for; the last one always is. */
export function axisOfPeriods(names: readonly string[], most: number): AxisScale {
  const ticks = shownPeriods(names.length, most);
  return {
    // Half a period at either end, so that bands have their breadth.
    low: 0.5,
    high: names.length + 0.5,
    ticks,
    labels: Object.fromEntries(ticks.map((tick) => [String(tick), names[tick - 1] ?? ''])),
  };
}
