import type { TopLevelSpec } from 'vega-lite';
import type { Sweep, SweptVariant } from '../../forecast/sweep/types.js';
import { elementAt, required } from '../../required.js';

/** Places of a key that stand side by side; more are put together by their numbers. */
const MOST_PLACES = 16;

/** The heat map of two varied keys. */
export interface HeatMap {
  readonly columns: { readonly key: string; readonly places: readonly string[] };
  readonly rows: { readonly key: string; readonly places: readonly string[] };
  /** `[row][column]`: the best objective among the other choices, averaged over the other assumptions; `null`: none. */
  readonly cells: readonly (readonly (number | null)[])[];
}

/** The heat map of the keys at two places of `sweep.varied`. @param range writes a span of values */
export function heatMap(
  sweep: Sweep,
  across: number,
  down: number,
  range: (low: string, high: string) => string,
): HeatMap {
  const [x, y] = [elementAt(sweep.varied, across), elementAt(sweep.varied, down)];
  const places = [placesOf(sweep, x.key, range), placesOf(sweep, y.key, range)] as const;
  const assumptions = sweep.varied.filter(({ kind }) => kind === 'assumption').map(({ key }) => key);
  const groups = new Map<string, Map<string, number>>();
  for (const variant of sweep.variants) {
    const objective = objectiveOf(variant);
    if (objective === null) continue;
    const cell = `${places[1].of(required(variant.values[y.key]))} ${places[0].of(required(variant.values[x.key]))}`;
    const under = JSON.stringify(assumptions.map((key) => variant.values[key]));
    const found = groups.get(cell) ?? new Map<string, number>();
    found.set(under, Math.max(objective, found.get(under) ?? Number.NEGATIVE_INFINITY));
    groups.set(cell, found);
  }
  const cells = places[1].names.map((_, row) =>
    places[0].names.map((__, column) => {
      const found = groups.get(`${row} ${column}`);
      return found === undefined ? null : [...found.values()].reduce((sum, value) => sum + value, 0) / found.size;
    }),
  );
  return {
    columns: { key: x.key, places: places[0].names },
    rows: { key: y.key, places: places[1].names },
    cells,
  };
}

function objectiveOf({ outcome, verdict }: SweptVariant): number | null {
  return outcome.status === 'priced' && verdict !== 'breaks rules' ? outcome.objective : null;
}

/** A key's values as places in their order; of more than fit, spans of equal width. */
function placesOf(
  sweep: Sweep,
  key: string,
  range: (low: string, high: string) => string,
): { readonly names: readonly string[]; readonly of: (value: string) => number } {
  const values = [...new Set(sweep.variants.map((variant) => required(variant.values[key])))];
  if (values.length <= MOST_PLACES) return { names: values, of: (value) => values.indexOf(value) };
  const numbers = values.map(Number.parseFloat);
  if (numbers.some(Number.isNaN)) {
    return { names: values.slice(0, MOST_PLACES), of: (value) => values.indexOf(value) };
  }
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const width = (high - low) / 8;
  const names = Array.from({ length: 8 }, (_, k) => range(short(low + k * width), short(low + (k + 1) * width)));
  return { names, of: (value) => Math.min(7, Math.floor((Number.parseFloat(value) - low) / width)) };
}

function short(value: number): string {
  return String(Number(value.toPrecision(3)));
}

/** A heat map as a chart: colour by value, the value in each cell. */
export function heatMapSpec(
  { columns, rows, cells }: HeatMap,
  title: string | null,
  write: (value: number) => string,
): TopLevelSpec {
  const data = cells.flatMap((row, r) =>
    row.flatMap((value, c) =>
      value === null
        ? []
        : [{ x: elementAt(columns.places, c), y: elementAt(rows.places, r), value, words: write(value) }],
    ),
  );
  const axis = (key: string, places: readonly string[]) => ({
    type: 'ordinal' as const,
    title: key,
    scale: { domain: [...places] },
    axis: { labelLimit: 160 },
  });
  const middle = data.length === 0 ? 0 : data.reduce((sum, { value }) => sum + value, 0) / data.length;
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    ...(title === null ? {} : { title: { text: title, anchor: 'start' as const } }),
    background: title === null ? 'transparent' : '#ffffff',
    width: { step: columns.places.length > 8 ? 56 : 84 },
    height: { step: 30 },
    data: { values: data },
    encoding: {
      x: { field: 'x', ...axis(columns.key, columns.places) },
      y: { field: 'y', ...axis(rows.key, rows.places) },
    },
    layer: [
      {
        mark: { type: 'rect' },
        encoding: {
          color: { field: 'value', type: 'quantitative', scale: { scheme: 'viridis' }, legend: null },
        },
      },
      {
        mark: { type: 'text', fontSize: 11 },
        encoding: {
          text: { field: 'words', type: 'nominal' },
          // Viridis is dark at its low end, light at its high one.
          color: { condition: { test: `datum.value < ${middle}`, value: '#ffffff' }, value: '#000000' },
        },
      },
    ],
    config: { font: 'Noto Sans' },
  };
}
