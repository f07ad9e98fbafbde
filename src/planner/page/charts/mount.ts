import type { View } from 'vega';
import embed, { vega } from 'vega-embed';
import { expressionInterpreter } from 'vega-interpreter';
import { BRUSH, cursorSets } from '../../../report/charts/interactive.js';
import { spread } from '../../../report/charts/ticks.js';
import { elementAt } from '../../../required.js';
import type { AxisScale, ChartContent, ChartRow, Quantile } from './content.js';
import { namesInTwo } from './names-in-two.js';
import {
  BAR,
  copiesOf,
  type Ink,
  liveSpec,
  NAMES_IN_TWO,
  NAMES_ROOM,
  namesRoom,
  pointedIn,
  QUANTILE_GAP,
  QUANTILE_LABELS,
  QUANTILES,
  SMALL_SIZE,
  type SpecName,
  signalsOf,
} from './specs.js';

/** A point in the picture, in pixels from its upper left corner. */
export interface Place {
  readonly left: number;
  readonly top: number;
}

export interface MountedChart {
  show(content: ChartContent): void;
  /** Marks what is pointed at, and the part that was chosen: numbers of rows. */
  mark(cursor: number | null, brush: readonly [number, number] | null): void;
  /** The row nearest to a point of the window. */
  rowAt(clientX: number, clientY: number): number | null;
  /** Where a row's words stand. */
  placeOf(row: number): Place;
  close(): void;
}

/** Puts a live chart into an element. Expressions are interpreted: the page's policy allows no code from text. */
export async function mountChart(
  element: HTMLElement,
  name: SpecName,
  first: ChartContent,
  fromTheRight: boolean,
): Promise<MountedChart> {
  const drawn = { fromTheRight, width: element.clientWidth };
  const { view } = await embed(element, liveSpec(name, inkOf(element), first, drawn), {
    ast: true,
    expr: expressionInterpreter,
    actions: false,
    defaultStyle: false,
    renderer: 'svg',
    tooltip: false,
  });
  const byName = name === 'tornado';
  const cursors = cursorSets(pointedIn(name));
  let content = first;
  const axes = new Map(Object.entries(signalsOf(first)).map(([signal, value]) => [signal, JSON.stringify(value)]));
  let marked = false;
  const scaled = (value: number): number => Number((view.scale('x') as (value: number) => number)(value));
  // What the window's width changes: Vega draws the picture as wide anew, and of bars their names' part follows. The bars get what shorter names
  // leave only where the picture is laid out anew.
  const widthOf = textWidthIn(element);
  const nameRows = (): void => {
    const room = namesRoom(element.clientWidth);
    const names = content.rows.map(({ name }) => String(name));
    view.signal(NAMES_ROOM, room);
    view.signal(NAMES_IN_TWO, namesInTwo(names, room, widthOf));
  };
  const resized = new ResizeObserver(() => {
    nameRows();
    void view.resize().runAsync();
  });
  if (byName) resized.observe(element);
  const middleOf = (row: ChartRow): number => (byName ? (row.at + 0.5) * BAR : scaled(row.at));
  return {
    show(next) {
      content = next;
      // An axis that stays is left alone: a signal that is set draws it anew.
      for (const [signal, value] of Object.entries(signalsOf(next))) {
        const written = JSON.stringify(value);
        if (axes.get(signal) === written) continue;
        axes.set(signal, written);
        view.signal(signal, value);
      }
      if (byName) nameRows();
      putRows(view, next.rows);
      if (next.quantiles !== undefined) putQuantiles(view, next.quantiles, next.x, fromTheRight);
      void view.runAsync();
    },
    mark(cursor, brush) {
      const marks = cursor !== null || brush !== null;
      if (!marks && !marked) return;
      marked = marks;
      const { rows } = content;
      const [pointed] = cursor === null ? [] : rows.slice(cursor, cursor + 1);
      for (const set of cursors) view.data(set, pointed === undefined ? [] : [pointed]);
      const [from, to] = brush === null ? [] : [rows[brush[0]], rows[brush[1]]];
      if (!byName) {
        view.data(BRUSH, from === undefined || to === undefined ? [] : [{ from: from.from, to: to.to }]);
      }
      void view.runAsync();
    },
    rowAt(clientX, clientY) {
      const box = element.querySelector('svg')?.getBoundingClientRect();
      if (box === undefined || content.rows.length === 0) return null;
      const [left, top] = view.origin();
      const at = byName ? clientY - box.top - top : clientX - box.left - left;
      const distances = content.rows.map((row) => Math.abs(middleOf(row) - at));
      return distances.indexOf(Math.min(...distances));
    },
    placeOf(row) {
      const [left, top] = view.origin();
      const found = content.rows[row];
      const middle = found === undefined ? 0 : middleOf(found);
      return byName
        ? { left: left + (fromTheRight ? view.width() - 12 : 12), top: top + middle + BAR / 2 }
        : { left: left + middle, top };
    },
    close: () => {
      resized.disconnect();
      view.finalize();
    },
  };
}

/** Data as Vega has them: those that were put in, with fields of its own. */
type Tuple = Record<string, unknown>;

/**
 * Puts rows in the place of those that are there. As many as before are changed where they differ, so that their marks stay and
 * only what has moved is drawn anew.
 */
function putRows(view: View, rows: readonly ChartRow[]): void {
  const tuples = view.data('rows') as Tuple[];
  if (tuples.length !== rows.length) {
    view.data('rows', copiesOf(rows));
    return;
  }
  const changes = vega.changeset();
  rows.forEach((row, k) => {
    const tuple = tuples[k];
    if (tuple === undefined) return;
    for (const [field, value] of Object.entries(row)) {
      // A row's words are the page's, and in no mark.
      if (field !== 'tip' && tuple[field] !== value) changes.modify(tuple, field, value);
    }
  });
  view.change('rows', changes);
}

/** Pixels that a text takes in an element's font, at the size of a chart's words. */
function textWidthIn(element: HTMLElement): (text: string) => number {
  const pen = document.createElement('canvas').getContext('2d');
  if (pen === null) return () => 0;
  pen.font = `${SMALL_SIZE}px ${getComputedStyle(element).fontFamily}`;
  return (text) => pen.measureText(text).width;
}

/** Puts quantiles over a density, their labels as near to them as each has room. @param x the axis that is about to be drawn */
function putQuantiles(
  view: View,
  quantiles: readonly Quantile[],
  { low, high }: AxisScale,
  fromTheRight: boolean,
): void {
  view.data(
    QUANTILES,
    quantiles.map(({ at, middle }) => ({ from: at, middle })),
  );
  const wanted = quantiles.map(({ at }) => {
    const share = (at - low) / (high - low);
    return view.width() * (fromTheRight ? 1 - share : share);
  });
  const half = QUANTILE_GAP / 2;
  const places = spread(wanted, QUANTILE_GAP, half, view.width() - half);
  view.data(
    QUANTILE_LABELS,
    quantiles.map(({ label }, k) => ({ label, place: elementAt(places, k) })),
  );
}

function inkOf(element: HTMLElement): Ink {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    font: style.fontFamily,
    ink: token('--ink'),
    muted: token('--muted'),
    line: token('--line'),
    edge: token('--edge'),
    good: token('--chart-optimized'),
    gain: token('--chart-gain'),
    bad: token('--chart-loss'),
  };
}
