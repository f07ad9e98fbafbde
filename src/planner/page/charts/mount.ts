import type { View } from 'vega';
import embed, { vega } from 'vega-embed';
import { expressionInterpreter } from 'vega-interpreter';
import type { TopLevelSpec } from 'vega-lite';
import { embeddedIn } from '../../../report/charts/embedded.js';
import { BRUSH, cursorSets, type Pointed } from '../../../report/charts/interactive.js';
import { type ChartContent, type ChartRow, isMoving, type MovingContent, type StillContent } from './content.js';
import { pointedIn, roomsOf, setsOf, stillOf } from './pictures.js';
import { screen } from './screen.js';
import { copiesOf, ENDS_ROOM, movingSpec, signalsOf, stillSpec, TITLE_AT, titleAt } from './specs.js';

/** Pixels from an axis to its labels. */
const LABEL_PADDING = 6;
/** Pixels that labels at a course's end may leave empty before a picture is laid out anew. */
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

/** A picture that is there, and what of it the pointer needs. */
interface Picture<Content extends ChartContent> {
  readonly view: View;
  readonly pointed: Pointed;
  content: Content;
}

/** Puts a live chart into an element. Expressions are interpreted: the page's policy allows no code from text. */
export function mountChart(element: HTMLElement, first: ChartContent, fromTheRight: boolean): Promise<MountedChart> {
  return isMoving(first)
    ? mountMoving(element, first, fromTheRight)
    : Promise.resolve(mountStill(element, first, fromTheRight));
}

async function draw(element: HTMLElement, spec: TopLevelSpec): Promise<View> {
  const { view } = await embed(element, spec, {
    ast: true,
    expr: expressionInterpreter,
    actions: false,
    defaultStyle: false,
    renderer: 'svg',
    tooltip: false,
  });
  return view;
}

const fontOf = (element: HTMLElement): string => getComputedStyle(element).fontFamily;

async function mountMoving(element: HTMLElement, first: MovingContent, fromTheRight: boolean): Promise<MountedChart> {
  let sheet = screen(element, fromTheRight);
  const labelsRoomOf = ({ y }: MovingContent): number =>
    Math.max(0, ...Object.values(y.labels).map((label) => sheet.widthOf(label, sheet.small))) + LABEL_PADDING;
  let endsRoom = roomsOf(first, sheet).ends;
  const view = await draw(element, movingSpec(first, fontOf(element), sheet, labelsRoomOf(first)));
  const picture: Picture<MovingContent> = { view, pointed: pointedIn(first, sheet), content: first };
  const axes = new Map(Object.entries(signalsOf(first)).map(([signal, value]) => [signal, JSON.stringify(value)]));
  /** What stands where the picture's size and figures say, which it is laid out by already. */
  const putSets = (): void => {
    const sets = setsOf(picture.content, sheet, { width: view.width(), height: view.height() });
    for (const [set, rows] of Object.entries(sets)) view.data(set, embeddedIn(rows) as object[]);
  };
  const laidOut = (): Promise<unknown> =>
    view.runAsync().then(() => {
      putSets();
      return view.runAsync();
    });
  const resized = onWidth(element, () => {
    sheet = screen(element, fromTheRight);
    view.resize();
    void laidOut();
  });
  return {
    ...pointing(element, () => picture, fromTheRight),
    show(next) {
      if (!isMoving(next)) return;
      picture.content = next;
      // An axis that stays is left alone: a signal that is set draws it anew.
      for (const [signal, value] of Object.entries(signalsOf(next))) {
        const text = JSON.stringify(value);
        if (axes.get(signal) === text) continue;
        axes.set(signal, text);
        view.signal(signal, value);
      }
      putRows(view, next.rows);
      view.signal(TITLE_AT, titleAt(labelsRoomOf(next), fromTheRight));
      const needed = roomsOf(next, sheet).ends;
      // Longer words get room at once; that of shorter ones is left to them for a while, since a picture that is laid out anew jumps.
      if (needed > endsRoom || needed < endsRoom - SPARE) {
        endsRoom = needed;
        view.signal(ENDS_ROOM, endsRoom).resize();
        void laidOut();
        return;
      }
      putSets();
      void view.runAsync();
    },
    close: () => {
      resized.disconnect();
      view.finalize();
    },
  };
}

/** Drawn anew where the room for it has another width: a phone is turned, a window drawn wider. */
function mountStill(element: HTMLElement, first: StillContent, fromTheRight: boolean): MountedChart {
  let picture: Picture<StillContent> | null = null;
  let content: StillContent = first;
  let gone = false;
  let turn = 0;
  const drawn = async (): Promise<void> => {
    const mine = ++turn;
    const sheet = screen(element, fromTheRight);
    const pointed = pointedIn(content, sheet);
    const spec = stillSpec(stillOf(content, sheet, element.clientWidth - EDGE), pointed, fontOf(element), sheet);
    const before = picture;
    picture = null;
    before?.view.finalize();
    const view = await draw(element, embeddedIn(spec) as TopLevelSpec);
    if (gone || mine !== turn) view.finalize();
    else picture = { view, pointed, content };
  };
  const resized = onWidth(element, () => void drawn());
  void drawn();
  return {
    ...pointing(element, () => picture, fromTheRight),
    show(next) {
      if (isMoving(next) || next === content) return;
      content = next;
      void drawn();
    },
    close: () => {
      gone = true;
      resized.disconnect();
      picture?.view.finalize();
    },
  };
}

/** Pixels about a picture that stays: its padding on both sides. */
const EDGE = 4;

function onWidth(element: HTMLElement, then: () => void): ResizeObserver {
  let width = element.clientWidth;
  const observer = new ResizeObserver(() => {
    if (element.clientWidth === width) return;
    width = element.clientWidth;
    then();
  });
  observer.observe(element);
  return observer;
}

/** What is marked in a picture, and found in it. @param current the picture; `null` while it is being drawn */
function pointing(
  element: HTMLElement,
  current: () => Picture<ChartContent> | null,
  fromTheRight: boolean,
): Pick<MountedChart, 'mark' | 'rowAt' | 'placeOf'> {
  let marked = false;
  const middleOf = ({ view, pointed, content }: Picture<ChartContent>, row: ChartRow): number =>
    pointed.kind === 'bar'
      ? (row.at + 0.5) * (view.height() / Math.max(1, content.rows.length))
      : Number((view.scale('x') as (value: number) => number)(row.at));
  return {
    mark(cursor, brush) {
      const picture = current();
      const marks = cursor !== null || brush !== null;
      if (picture === null || (!marks && !marked)) return;
      marked = marks;
      const { view, pointed, content } = picture;
      const { rows } = content;
      const found = cursor === null ? [] : copiesOf(rows.slice(cursor, cursor + 1));
      for (const set of cursorSets(pointed)) view.data(set, found);
      const [from, to] = brush === null ? [] : [rows[brush[0]], rows[brush[1]]];
      if (pointed.kind !== 'bar') {
        view.data(BRUSH, from === undefined || to === undefined ? [] : [{ from: from.from, to: to.to }]);
      }
      void view.runAsync();
    },
    rowAt(clientX, clientY) {
      const picture = current();
      const box = element.querySelector('svg')?.getBoundingClientRect();
      if (picture === null || box === undefined || picture.content.rows.length === 0) return null;
      const [left, top] = picture.view.origin();
      const at = picture.pointed.kind === 'bar' ? clientY - box.top - top : clientX - box.left - left;
      const distances = picture.content.rows.map((row) => Math.abs(middleOf(picture, row) - at));
      return distances.indexOf(Math.min(...distances));
    },
    placeOf(row) {
      const picture = current();
      const found = picture?.content.rows[row];
      if (picture === null || found === undefined) return { left: 0, top: 0 };
      const [left, top] = picture.view.origin();
      const middle = middleOf(picture, found);
      if (picture.pointed.kind !== 'bar') return { left: left + middle, top };
      const half = picture.view.height() / Math.max(1, picture.content.rows.length) / 2;
      return { left: left + (fromTheRight ? picture.view.width() - 12 : 12), top: top + middle + half };
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
      if (field !== 'says' && tuple[field] !== value) changes.modify(tuple, field, value);
    }
  });
  view.change('rows', changes);
}
