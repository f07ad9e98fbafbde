// A density's layers, and where its words stand: in the report's chart and in the planner's.
import { elementAt } from '../../required.js';
import type { Density, DensityContext } from './density.js';
import { quantileLabels, sidePlaces } from './labels.js';
import { type Axes, binLayer, quantileLayer, type UnitLayer } from './layers.js';
import type { Plot, RowSets, RowsOf, Sheet } from './sheet.js';
import type { Layer } from './theme.js';
import { spread } from './ticks.js';

/** Sets of rows that a density is drawn from, beside its bins. */
type DensitySet = 'outline' | 'quantiles' | 'quantileLabels' | 'zero' | 'sides';

/** Pixels from one line of a quantile's label to the next, and of the shares that lose and earn. */
const LINES_APART = 14;
const SIDE_SIZE = 13;
/** Over a density: the ends of the line between its losing and its earning side, where they stand on either side of it. */
const SIDES = { wide: { from: -44, to: -25, words: -34 }, narrow: { from: -52, to: -36, words: -44 } } as const;
/** Room above a density for all that stands there. */
export const DENSITY_ROOM = 54;

/** Where all stands that is over a density: its quantiles' amounts as near to them as each has room, and how many futures lose and earn. */
export function densitySets(
  { outline, low, high, profit, loss }: Density,
  { text, formats }: DensityContext,
  { narrow, mirrored, widthOf, wider, small }: Sheet,
  { width, height }: Plot,
): RowSets<DensitySet> {
  const pixel = (value: number): number => ((value - low) / (high - low)) * width;
  const place = (at: number): number => (mirrored ? width - at : at);
  const labels = quantileLabels(profit, [low, high], narrow, formats);
  const widest = Math.max(0, ...labels.flatMap(({ lines }) => lines.map((line) => widthOf(line, small, true))));
  const places = spread(
    labels.map(({ at }) => pixel(at)),
    widest * wider + 8,
    widest / 2,
    width - widest / 2,
  );
  const words = text.charts.distribution;
  const [lossLabel, gainLabel] = [words.loss(formats.share(loss)), words.gain(formats.share(1 - loss))];
  const [lossWidth, gainWidth] = [lossLabel, gainLabel].map((label) => wider * widthOf(label, SIDE_SIZE, true)) as [
    number,
    number,
  ];
  const { lossAt, gainAt, between } = sidePlaces(pixel(0), width, lossWidth, gainWidth);
  const { from, to, words: y } = SIDES[narrow ? 'narrow' : 'wide'];
  const both = low < 0 && high > 0;
  return {
    outline: outline.flatMap((bin) => [
      { from: bin.from, share: bin.share },
      { from: bin.to, share: bin.share },
    ]),
    quantiles: labels.map(({ at, middle }) => ({ from: at, middle })),
    quantileLabels: labels.map(({ lines, middle }, k) => ({
      label: lines,
      middle,
      place: place(elementAt(places, k)),
      y: -6 - LINES_APART * (lines.length - 1),
    })),
    // In two pieces: the quantiles' figures stand between them.
    zero: both ? [{ from: 0, y: 0, to: height }, ...(between ? [{ from: 0, y: from, to }] : [])] : [],
    sides: both
      ? [
          { label: lossLabel, loss: true, place: place(lossAt), y },
          { label: gainLabel, loss: false, place: place(gainAt), y },
        ]
      : [],
  };
}

/** A density's layers over its bins, which are the picture's own rows. */
export function densityLayers(
  axes: Axes,
  { narrow, mirrored, paint, small }: Sheet,
  rows: RowsOf<DensitySet>,
): Layer[] {
  const over = (set: DensitySet, layersOf: (data: NonNullable<ReturnType<typeof rows>>) => Layer[]): Layer[] => {
    const data = rows(set);
    return data === null ? [] : layersOf(data);
  };
  const halves = [false, true];
  const scale = { domain: halves, range: [paint('gain'), paint('loss')] };
  const placed = (data: NonNullable<UnitLayer['data']>, filter: string, mark: object): UnitLayer => ({
    data,
    transform: [{ filter }],
    mark: { type: 'text', ...mark },
    encoding: {
      x: { field: 'place', type: 'quantitative', scale: null },
      y: { field: 'y', type: 'quantitative', scale: null },
      text: { field: 'label', type: 'nominal' },
    },
  });
  return [
    binLayer(axes, { field: 'loss', type: 'nominal', scale, legend: null }, { narrow }),
    ...over('outline', (data) => [
      {
        data,
        mark: { type: 'line', color: paint('ink'), strokeWidth: 1.3, strokeDash: [4, 3], opacity: 0.75 },
        encoding: { x: axes.x('from'), y: axes.y('share') },
      },
    ]),
    ...over('quantiles', (data) =>
      halves.map((middle) =>
        quantileLayer(axes, paint('ink'), { data, transform: [{ filter: `datum.middle === ${middle}` }], middle }),
      ),
    ),
    ...over('quantileLabels', (data) =>
      halves.map((middle) =>
        placed(data, `datum.middle === ${middle}`, {
          align: 'center',
          baseline: 'bottom',
          fontSize: small,
          lineHeight: LINES_APART,
          fontWeight: middle ? 600 : 400,
          color: paint('ink'),
        }),
      ),
    ),
    ...over('zero', (data) => [
      {
        data,
        mark: { type: 'rule', color: paint('ink'), strokeWidth: 1.5 },
        encoding: { x: axes.x('from'), y: { field: 'y', type: 'quantitative', scale: null }, y2: { field: 'to' } },
      },
    ]),
    ...over('sides', (data) =>
      halves.map((loss) =>
        placed(data, `datum.loss === ${loss}`, {
          align: mirrored ? 'right' : 'left',
          baseline: 'middle',
          fontWeight: 600,
          fontSize: SIDE_SIZE,
          color: paint(loss ? 'loss' : 'optimized'),
        }),
      ),
    ),
  ];
}
