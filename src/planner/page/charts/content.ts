import { rangeWithZero, shownPeriods } from '../../../report/charts/axes.js';
import { niceTicks } from '../../../report/charts/ticks.js';

/** An axis: what it reaches from and to, and its labels with their units. */
export interface AxisScale {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
  /** By the tick, written out. */
  readonly labels: Readonly<Record<string, string>>;
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

/** A quantile that is drawn over a density. */
export interface Quantile {
  readonly label: string;
  readonly at: number;
  readonly middle: boolean;
}

/** What a chart shows. */
export interface ChartContent {
  readonly rows: readonly ChartRow[];
  readonly x: AxisScale;
  readonly y: AxisScale;
  /** From left to right, of a density. */
  readonly quantiles?: readonly Quantile[];
}

/** An axis with round numbers on it, as the report has them. @param written how a figure is written, its unit with it */
export function axisOf(low: number, high: number, count: number, written: (value: number) => string): AxisScale {
  const ticks = niceTicks(low, high, count).filter((tick) => tick >= low && tick <= high);
  return { low, high, ticks, labels: Object.fromEntries(ticks.map((tick) => [String(tick), short(written(tick))])) };
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
