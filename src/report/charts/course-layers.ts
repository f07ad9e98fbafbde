// Layers of courses over time, and what stands at their ends: in the report's fans and in the planner's.
import { elementAt, lastOf } from '../../required.js';
import type { AxisScale } from './axes.js';
import type { Courses } from './course.js';
import { endLabels } from './labels.js';
import { type Axes, courseLayers, type UnitLayer, zeroLayer } from './layers.js';
import type { Plot, RowSets, RowsOf, Sheet } from './sheet.js';
import type { Layer } from './theme.js';
import { spread } from './ticks.js';

/** Fields of a plan's own course, and of the one that it is held against. */
const OWN = { at: 'at', low: 'p10', middle: 'p50', high: 'p90' } as const;
const OTHER = { at: 'at', low: 'low', middle: 'middle', high: 'high' } as const;

/** Sets of rows that courses are drawn from, beside their periods. */
type CourseSet = 'ends';

/** Pixels from a plot to what stands at its end, and from one label there to the next. */
const BESIDE = 8;
const ENDS_APART = 17;

/** Room beside a plot for what stands at its end, in pixels. */
export function endsRoom({ series, write }: Courses, { widthOf, label }: Sheet): number {
  const widths = endLabels(series, write).map(({ text, kind }) => widthOf(text, label, kind !== 'edge'));
  return BESIDE + Math.max(0, ...widths);
}

/** What stands at courses' ends, none over another. @param y the axis up the side */
export function courseSets(
  { series, write }: Courses,
  { low, high }: Pick<AxisScale, 'low' | 'high'>,
  { height }: Plot,
): RowSets<CourseSet> {
  const labels = endLabels(series, write);
  const places = spread(
    labels.map(({ at }) => height * (1 - (at - low) / (high - low || 1))),
    ENDS_APART,
    -4,
    height + 4,
  );
  const main = lastOf(series).kind;
  return {
    ends: labels.map(({ text, kind }, k) => ({
      label: text,
      of: kind === main ? 'own' : kind === 'edge' ? 'edge' : 'other',
      y: elementAt(places, k),
    })),
  };
}

/** A band and a line for each plan over its periods, which are the picture's own rows; labels at the end where reading ends. */
export function fanLayers(
  axes: Axes,
  courses: Courses,
  periods: number,
  sheet: Sheet,
  rows: RowsOf<CourseSet>,
): Layer[] {
  const { series, zero, came } = courses;
  const many = series.length > 1;
  const own = sheet.paint('optimized');
  const other = sheet.paint(series[0]?.kind === 'optimized' ? 'optimized' : 'given');
  const drawn = periods === 1 ? singleLayers : courseLayers;
  const ends = rows('ends');
  return [
    ...(many ? drawn(axes, OTHER, other, { other: true }) : []),
    ...drawn(axes, OWN, own, periods === 1 && many ? { beside: true } : {}),
    ...(zero ? [zeroLayer(axes, sheet.paint('ink'))] : []),
    ...(came === undefined ? [] : [cameLayer(axes, own)]),
    ...(ends === null ? [] : endLayers(ends, many, sheet)),
  ];
}

/** Of a single period a course has nothing to run along: a bar and a point. */
function singleLayers(
  { x, y }: Axes,
  { at, low, middle, high }: typeof OWN | typeof OTHER,
  paint: string,
  { other = false, beside = false }: { readonly other?: boolean; readonly beside?: boolean },
): UnitLayer[] {
  const xOffset = other ? -16 : beside ? 16 : 0;
  return [
    {
      mark: { type: 'rule', color: paint, strokeWidth: 8, opacity: other ? 0.35 : 0.3, xOffset },
      encoding: { x: x(at), y: y(low), y2: { field: high } },
    },
    {
      mark: {
        type: 'point',
        filled: true,
        size: 90,
        opacity: 1,
        color: paint,
        shape: other ? 'diamond' : 'circle',
        xOffset,
      },
      encoding: { x: x(at), y: y(middle) },
    },
  ];
}

/** What came so far. */
function cameLayer({ x, y }: Axes, paint: string): UnitLayer {
  return {
    transform: [{ filter: 'isValid(datum.came)' }],
    mark: { type: 'point', filled: true, opacity: 1, size: 60, color: paint },
    encoding: { x: x('at'), y: y('came') },
  };
}

function endLayers(
  data: NonNullable<ReturnType<RowsOf<CourseSet>>>,
  many: boolean,
  { mirrored, paint, label }: Sheet,
): UnitLayer[] {
  const shades = { edge: paint('muted'), other: paint('muted'), own: paint('optimized') };
  const kinds = many ? (['edge', 'other', 'own'] as const) : (['edge', 'own'] as const);
  return kinds.map((of) => ({
    data,
    transform: [{ filter: `datum.of === '${of}'` }],
    mark: {
      type: 'text',
      align: mirrored ? 'right' : 'left',
      baseline: 'middle',
      fontSize: label,
      fontWeight: of === 'edge' ? 400 : 600,
      color: shades[of],
    },
    encoding: {
      x: { value: { expr: mirrored ? `-${BESIDE}` : `width + ${BESIDE}` } },
      y: { field: 'y', type: 'quantitative', scale: null },
      text: { field: 'label', type: 'nominal' },
    },
  }));
}
