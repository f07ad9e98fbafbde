// What is drawn of a course, a density, a swing and budgets: layers of the report's charts and of the planner's, whose axes follow figures that
// move. A report gives them its figures and fixed axes; the planner a named set of data and axes that are signals.
import type { Layer } from './theme.js';

export type UnitLayer = Extract<Layer, { mark: unknown }>;
type Encoding = NonNullable<UnitLayer['encoding']>;

/** What a field of the rows is read by. */
export interface Axes {
  readonly x: (field: string) => NonNullable<Encoding['x']>;
  readonly y: (field: string) => NonNullable<Encoding['y']>;
}

/** Rows that a layer has for itself; left out, the picture's. */
type OwnRows = Pick<UnitLayer, 'data'>;

/** Fields of a course: when, and what 8 in 10 futures stand between then. */
interface CourseFields {
  readonly at: string;
  readonly low: string;
  readonly middle: string;
  readonly high: string;
}

/**
 * A plan's course: its band and its middle. @param other of a plan that it is held against: drawn by its edges alone, since two filled
 * bands would mix into a third colour
 */
export function courseLayers(
  { x, y }: Axes,
  { at, low, middle, high }: CourseFields,
  paint: string,
  { other = false, ...rows }: OwnRows & { readonly other?: boolean } = {},
): UnitLayer[] {
  const band: UnitLayer[] = other
    ? [low, high].map((edge) => ({
        ...rows,
        mark: { type: 'line', color: paint, strokeWidth: 1.2, strokeDash: [2, 3] },
        encoding: { x: x(at), y: y(edge) },
      }))
    : [
        {
          ...rows,
          mark: { type: 'area', color: paint, opacity: 0.2 },
          encoding: { x: x(at), y: y(low), y2: { field: high } },
        },
      ];
  return [
    ...band,
    {
      ...rows,
      mark: {
        type: 'line',
        color: paint,
        strokeWidth: other ? 2 : 3,
        ...(other ? { strokeDash: [5, 4] } : {}),
      },
      encoding: { x: x(at), y: y(middle) },
    },
  ];
}

/** Budgets and what each would bring: the band, the line through the means, a mark at each that was priced. */
export function budgetLayers(
  { x, y }: Axes,
  { at, low, middle, high }: CourseFields,
  paint: string,
  /** What lies between band and line. */
  between: readonly Layer[] = [],
  rows: OwnRows = {},
): Layer[] {
  return [
    {
      ...rows,
      mark: { type: 'area', color: paint, opacity: 0.18 },
      encoding: { x: x(at), y: y(low), y2: { field: high } },
    },
    ...between,
    {
      ...rows,
      mark: { type: 'line', color: paint, strokeWidth: 2.5, point: false },
      encoding: { x: x(at), y: y(middle) },
    },
    {
      ...rows,
      mark: { type: 'point', shape: 'diamond', filled: true, opacity: 1, size: 70, color: paint },
      encoding: { x: x(at), y: y(middle) },
    },
  ];
}

/**
 * Shares of the futures between the ends of their bins.
 *
 * @param paint a colour, or which of the rows has which
 * @param narrow on a phone, or in a column
 */
export function binLayer(
  { x, y }: Axes,
  paint: string | NonNullable<Encoding['color']>,
  { narrow, ...rows }: OwnRows & { readonly narrow: boolean },
): UnitLayer {
  const byRow = typeof paint === 'string' ? {} : { color: paint };
  return {
    ...rows,
    mark: { type: 'bar', ...(typeof paint === 'string' ? { color: paint } : {}), binSpacing: narrow ? 0.5 : 1 },
    encoding: { x: { ...x('from'), bin: 'binned' }, x2: { field: 'to' }, y: y('share'), ...byRow },
  };
}

/** Where a quantile of a density stands: the middle one stronger than the others. */
export function quantileLayer(
  { x }: Pick<Axes, 'x'>,
  paint: string,
  { middle, ...rows }: Omit<UnitLayer, 'mark' | 'encoding'> & { readonly middle: boolean },
): UnitLayer {
  const weight = middle ? { strokeWidth: 2 } : { strokeWidth: 1, strokeDash: [2, 2] };
  return { ...rows, mark: { type: 'rule', color: paint, ...weight }, encoding: { x: x('from') } };
}

/** How far a figure goes either way of its mean: a bar to what it is at the low end of an input, and one to the high end. */
export function swingLayers(
  { x, y }: Axes,
  { low, high }: { readonly low: string; readonly high: string },
  { height, yOffset = 0, ...rows }: OwnRows & { readonly height: number; readonly yOffset?: number },
): UnitLayer[] {
  const bar = { type: 'bar' as const, height, yOffset };
  return [
    { ...rows, mark: { ...bar, color: low }, encoding: { y: y('name'), x: x('low'), x2: { field: 'mean' } } },
    { ...rows, mark: { ...bar, color: high }, encoding: { y: y('name'), x: x('mean'), x2: { field: 'high' } } },
  ];
}

/** Where a loss ends and a profit begins. */
export function zeroLayer({ y }: Pick<Axes, 'y'>, paint: string, row: object = {}): UnitLayer {
  return {
    data: { values: [{ zero: 0, ...row }] },
    mark: { type: 'rule', color: paint, strokeWidth: 1.2 },
    encoding: { y: y('zero') },
  };
}
