import type { View } from 'vega';
import embed, { vega } from 'vega-embed';
import { expressionInterpreter } from 'vega-interpreter';
import { embedded } from '../../../report/charts/embedded.js';
import { BRUSH, cursorSets } from '../../../report/charts/interactive.js';
import { sidePlaces } from '../../../report/charts/labels.js';
import { spread } from '../../../report/charts/ticks.js';
import { isNarrow } from '../../../report/charts/types.js';
import { elementAt } from '../../../required.js';
import type { AxisScale, ChartContent, ChartRow, DensityLabels } from './content.js';
import { namesInTwo } from './names-in-two.js';
import {
  aboveOf,
  BAR,
  BESIDE,
  copiesOf,
  ENDS,
  ENDS_ROOM,
  type Ink,
  LINES_APART,
  liveSpec,
  NAMES_IN_TWO,
  NAMES_ROOM,
  namesRoom,
  pointedIn,
  QUANTILE_LABELS,
  QUANTILES,
  SIDE_SIZE,
  SIDES,
  SMALL_SIZE,
  type SpecName,
  signalsOf,
  TITLE_AT,
  titleAt,
  ZERO,
  ZERO_ABOVE,
} from './specs.js';

/** Pixels from an axis to its labels. */
const LABEL_PADDING = 6;
/** Pixels from one label at a course's end to the next. */
const ENDS_APART = 17;
/** Pixels that such labels may leave empty before a picture is laid out anew. */
const SPARE = 24;

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
  const widthOf = textWidthIn(element);
  /** What stands beside a plot, in pixels. */
  const labelsRoomOf = ({ y }: ChartContent): number => widest(Object.values(y.labels), widthOf) + LABEL_PADDING;
  const endsRoomOf = ({ ends = [] }: ChartContent): number =>
    BESIDE +
    widest(
      ends.map(({ text }) => embedded(text)),
      (text) => widthOf(text, SMALL_SIZE, 600),
    );
  const drawn = {
    fromTheRight,
    width: element.clientWidth,
    endsRoom: endsRoomOf(first),
    labelsRoom: labelsRoomOf(first),
  };
  let { endsRoom } = drawn;
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
  const nameRows = (): void => {
    const room = namesRoom(element.clientWidth);
    const names = content.rows.map(({ name }) => String(name));
    view.signal(NAMES_ROOM, room);
    view.signal(NAMES_IN_TWO, namesInTwo(names, room, widthOf));
  };
  /** What stands where the picture's size and figures say, which it is laid out by already. */
  const putLabels = (): void => {
    const { density, ends } = content;
    const put = { view, fromTheRight, widthOf };
    if (density !== undefined) putDensityLabels(put, density, content.x, isNarrow({ width: element.clientWidth }));
    if (ends !== undefined) putEndLabels(put, ends, content.y);
  };
  let width = element.clientWidth;
  const resized = new ResizeObserver(() => {
    if (element.clientWidth === width) return;
    width = element.clientWidth;
    if (byName) nameRows();
    void view
      .resize()
      .runAsync()
      .then(() => {
        putLabels();
        return view.runAsync();
      });
  });
  if (byName || 'density' in first || 'ends' in first) resized.observe(element);
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
      view.signal(TITLE_AT, titleAt(labelsRoomOf(next), fromTheRight));
      const needed = endsRoomOf(next);
      // Longer words get room at once; that of shorter ones is left to them for a while, since a picture that is laid out anew jumps.
      if (needed > endsRoom || needed < endsRoom - SPARE) {
        endsRoom = needed;
        view.signal(ENDS_ROOM, endsRoom).resize();
        void view.runAsync().then(() => {
          putLabels();
          return view.runAsync();
        });
        return;
      }
      putLabels();
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

type WidthOf = (text: string, size?: number, weight?: number) => number;

/** Pixels that a text takes in an element's font, by default at the size of a chart's words. */
function textWidthIn(element: HTMLElement): WidthOf {
  const pen = document.createElement('canvas').getContext('2d');
  if (pen === null) return () => 0;
  const { fontFamily } = getComputedStyle(element);
  return (text, size = SMALL_SIZE, weight = 400) => {
    pen.font = `${weight} ${size}px ${fontFamily}`;
    return pen.measureText(text).width;
  };
}

function widest(texts: readonly string[], widthOf: (text: string) => number): number {
  return Math.max(0, ...texts.map((text) => widthOf(text)));
}

interface Put {
  readonly view: View;
  readonly fromTheRight: boolean;
  readonly widthOf: WidthOf;
}

/** Puts over a density what its quantiles are, as near to them as each has room, and how many futures lose and earn. @param x the axis that is about to be drawn */
function putDensityLabels(
  { view, fromTheRight, widthOf }: Put,
  { quantiles, sides }: DensityLabels,
  { low, high }: AxisScale,
  narrow: boolean,
): void {
  const width = view.width();
  const pixel = (value: number): number => ((value - low) / (high - low)) * width;
  const place = (at: number): number => (fromTheRight ? width - at : at);
  const labels = quantiles(narrow).map(({ lines, ...label }) => ({ ...label, lines: lines.map(embedded) }));
  const room = widest(
    labels.flatMap(({ lines }) => lines),
    (text) => widthOf(text, SMALL_SIZE, 600),
  );
  const places = spread(
    labels.map(({ at }) => pixel(at)),
    room + BESIDE,
    room / 2,
    width - room / 2,
  );
  view.data(
    QUANTILES,
    labels.map(({ at, middle }) => ({ from: at, middle })),
  );
  view.data(
    QUANTILE_LABELS,
    labels.map(({ lines, middle }, k) => ({
      label: lines,
      middle,
      place: place(elementAt(places, k)),
      y: -6 - LINES_APART * (lines.length - 1),
    })),
  );
  view.data(ZERO, sides === null ? [] : [{ from: 0, y: 0 }]);
  if (sides === null) {
    view.data(SIDES, []);
    view.data(ZERO_ABOVE, []);
    return;
  }
  const [loss, gain] = [embedded(sides.loss), embedded(sides.gain)];
  const [lossWidth, gainWidth] = [widthOf(loss, SIDE_SIZE, 600), widthOf(gain, SIDE_SIZE, 600)];
  const { lossAt, gainAt, between } = sidePlaces(pixel(0), width, lossWidth, gainWidth);
  const { from, to } = aboveOf(narrow);
  const y = (from + to) / 2;
  view.data(SIDES, [
    { label: loss, loss: true, place: place(lossAt), y },
    { label: gain, loss: false, place: place(gainAt), y },
  ]);
  view.data(ZERO_ABOVE, between ? [{ from: 0, y: from, to }] : []);
}

/** Puts at a course's end what stands there, none over another. @param y the axis that is about to be drawn */
function putEndLabels({ view }: Put, ends: NonNullable<ChartContent['ends']>, { low, high }: AxisScale): void {
  const height = view.height();
  const wanted = ends.map(({ at }) => height * (1 - (at - low) / (high - low || 1)));
  const places = spread(wanted, ENDS_APART, -4, height + 4);
  view.data(
    ENDS,
    ends.map(({ text, kind }, k) => ({ label: embedded(text), middle: kind !== 'edge', y: elementAt(places, k) })),
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
