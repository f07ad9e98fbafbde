// Bars by name, from low to high: layers of the report's tornado, and of the planner's.

import { alongFoot, axisOf, fixedAxis } from './axes.js';
import { LABEL_SIZE, SMALL_SIZE } from './colors.js';
import { swingLayers, type UnitLayer } from './layers.js';
import type { Sheet, Still } from './sheet.js';
import type { Layer } from './theme.js';

/** How far a figure goes with one thing, and what stands at either end of its bar. */
export interface Swing {
  /** No other bar has it. */
  readonly key: string;
  readonly name: string;
  readonly low: number;
  readonly high: number;
  /** At the low and at the high end of what moves it; empty: nothing. */
  readonly ends: readonly [string, string];
}

export interface Swings {
  readonly bars: readonly Swing[];
  /** What all bars begin at, with its words; `null`: each begins at its low end. */
  readonly mean: { readonly at: number; readonly label: string } | null;
  readonly write: (value: number, scale: number) => string;
}

/** Pixels of a bar with its name: beside it, or on a phone above it. */
export const swingStep = (narrow: boolean): number => (narrow ? 42 : 28);
/** How far below the middle of its place a bar stands, and how high it is. */
export const swingBar = (narrow: boolean) => (narrow ? { height: 12, yOffset: 9 } : { height: 18, yOffset: 0 });

/** Rows of the bars: where each begins and ends, and what stands there. */
function swingRows({ bars, mean }: Swings) {
  return bars.map(({ key, name, low, high, ends: [atLow, atHigh] }) => {
    const rising = high >= low;
    return {
      key,
      name,
      low,
      high,
      mean: mean?.at ?? low,
      least: Math.min(low, high),
      most: Math.max(low, high),
      left: rising ? atLow : atHigh,
      right: rising ? atHigh : atLow,
    };
  });
}

/** @param width of the whole picture, in pixels */
export function swingsOn(swings: Swings, sheet: Sheet, width: number): Still {
  const { narrow, mirrored, paint, widthOf, wider, fitted } = sheet;
  const { bars, mean, write } = swings;
  const rows = swingRows(swings);
  const longest = Math.max(0, ...bars.map(({ name }) => widthOf(name, LABEL_SIZE)));
  const nameWidth = narrow ? 0 : Math.min(0.36 * width, longest);
  const endWidth = Math.max(0, ...bars.flatMap(({ ends }) => ends.map((end) => widthOf(end, SMALL_SIZE)))) + 8;
  const place = (at: number): number => (mirrored ? width - at : at);
  const left = (narrow ? 0 : wider * nameWidth + 8) + endWidth;
  const range = [place(left), place(width - endWidth)];
  const ends = [...rows.flatMap(({ low, high }) => [low, high]), ...(mean === null ? [] : [mean.at])];
  const [lowest, highest] = [Math.min(...ends), Math.max(...ends)];
  const scale = (ticks: readonly number[]): number => Math.max(...ticks.map(Math.abs));
  const plain = axisOf(lowest, highest, narrow ? 3 : 7, String);
  const axis = axisOf(lowest, highest, narrow ? 3 : 7, (tick) => write(tick, scale(plain.ticks)));
  const y = { field: 'key', type: 'nominal' as const, scale: { domain: rows.map(({ key }) => key) }, axis: null };
  const foot = alongFoot(fixedAxis(axis), false, { domain: false, ticks: false, grid: true, labelFlush: false });
  const x = (field: string) => ({
    ...foot(field),
    scale: { domain: [lowest, highest], range, nice: false, zero: false },
  });
  const data = {
    values: rows.map((row) => ({ ...row, name: narrow ? row.name : fitted(row.name, nameWidth, LABEL_SIZE) })),
  };
  const { height, yOffset } = swingBar(narrow);
  const [start, end] = mirrored ? (['right', 'left'] as const) : (['left', 'right'] as const);
  const meanLayers: UnitLayer[] =
    mean === null
      ? []
      : [
          {
            data: { values: [{ mean: mean.at }] },
            mark: { type: 'rule', color: paint('ink'), strokeWidth: 1.2 },
            encoding: { x: x('mean') },
          },
          {
            data: { values: [{ mean: mean.at, label: mean.label }] },
            mark: { type: 'text', fontSize: SMALL_SIZE, baseline: 'middle', color: paint('ink') },
            encoding: { x: x('mean'), y: { value: -9 }, text: { field: 'label', type: 'nominal' } },
          },
        ];
  const layer: Layer[] = [
    ...swingLayers({ x, y: () => y }, { low: paint('gain'), high: paint('optimized') }, { data, height, yOffset }),
    ...meanLayers,
    {
      data,
      mark: {
        type: 'text',
        align: start,
        baseline: 'middle',
        fontSize: LABEL_SIZE,
        yOffset: narrow ? -9 : 0,
        color: paint('ink'),
      },
      encoding: { y, x: { value: place(0) }, text: { field: 'name', type: 'nominal' } },
    },
    ...(['least', 'most'] as const).map((side): UnitLayer => {
      const before = side === 'least';
      return {
        data,
        mark: {
          type: 'text',
          align: before ? end : start,
          baseline: 'middle',
          fontSize: SMALL_SIZE,
          color: paint('muted'),
          xOffset: before === mirrored ? 6 : -6,
          yOffset,
        },
        encoding: { y, x: x(side), text: { field: before ? 'left' : 'right', type: 'nominal' } },
      };
    }),
  ];
  return { width, height: { step: swingStep(narrow) }, layer, axes: { x, y: () => y } };
}
