import type { TopLevelSpec } from 'vega-lite';
import { axisStyle } from '../../../report/charts/axes.js';
import { embedded } from '../../../report/charts/embedded.js';
import { interactive, type Pointed } from '../../../report/charts/interactive.js';
import {
  type Axes,
  binLayer,
  budgetLayers,
  courseLayers,
  quantileLayer,
  swingLayers,
  type UnitLayer,
  zeroLayer,
} from '../../../report/charts/layers.js';
import type { Layer } from '../../../report/charts/theme.js';
import type { ChartContent, ChartRow } from './content.js';

/** Colours of the page's theme, read when a chart is made. */
export interface Ink {
  /** The page's own: words are measured in it before they are drawn. */
  readonly font: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  /** Of axes themselves. */
  readonly edge: string;
  readonly good: string;
  /** Of bins that end in a profit, and of what a figure is at the low end of an input. */
  readonly gain: string;
  readonly bad: string;
}

export type SpecName = 'density' | 'fan' | 'tornado' | 'frontier' | 'track';

/** How a chart is drawn. */
interface Drawn {
  /** Mirrored, as the report's charts are in a language that is read from the right. */
  readonly fromTheRight: boolean;
  /** Pixels. */
  readonly width: number;
  /** Of words at a course's end. */
  readonly endsRoom: number;
  /** Of an upright axis's labels. */
  readonly labelsRoom: number;
}

/** What names of bars may take of a picture's width: the rest is the bars'. A signal, since a phone is turned and a window drawn wider. */
export const NAMES_ROOM = 'namesRoom';
const NAMES_SHARE = 0.45;
export const namesRoom = (width: number): number => NAMES_SHARE * width;

/** Names that need two lines, by the name: a signal, since the room for them changes with the window. */
export const NAMES_IN_TWO = 'namesInTwo';

/** Pixels from one line of a name to the next. */
const LINE = 12;

/** Pixels from one line of a quantile's label to the next. */
export const LINES_APART = 14;

/** Rows of a density's quantiles, and of what they are called, which stands where no word covers another. */
export const QUANTILES = 'quantiles';
export const QUANTILE_LABELS = 'quantileLabels';

/** Rows of how many futures lose and earn; of where a loss ends, in the picture and between the two. */
export const SIDES = 'sides';
export const ZERO = 'zero';
export const ZERO_ABOVE = 'zeroAbove';

/** Rows of what stands at a course's end, and the room that they take beside it: a signal. */
export const ENDS = 'ends';
export const ENDS_ROOM = 'endsRoom';
/** Where an upright axis's title begins: over its labels. */
export const TITLE_AT = 'titleAt';

/** Pixels of words in a picture as wide as a column: the report's small ones. */
export const SMALL_SIZE = 11;

/** Pixels of the shares that lose and earn. */
export const SIDE_SIZE = 13;

/** Pixels from a plot to what stands at its end. */
export const BESIDE = 8;

/** Pixels of a bar by name. */
export const BAR = 30;

/** What of a chart follows its figures without being compiled anew: axes and their labels, by the name of a signal. */
export function signalsOf({ x, y }: ChartContent): Readonly<Record<string, unknown>> {
  return {
    xDomain: [x.low, x.high],
    xTicks: x.ticks,
    xLabels: x.labels,
    yDomain: [y.low, y.high],
    yTicks: y.ticks,
    yLabels: y.labels,
  };
}

/** Rows for Vega, which keeps the objects that it is given and changes them in place. */
export const copiesOf = (rows: readonly ChartRow[]): ChartRow[] => rows.map((row) => ({ ...row }));

const FIELDS = { at: 'at', low: 'p10', middle: 'p50', high: 'p90' } as const;
/** Of the mean of what each budget would bring. */
const BUDGET_FIELDS = { ...FIELDS, middle: 'mean' } as const;
/** Of what a plan is held against. */
const OTHER_FIELDS = { at: 'at', low: 'low', middle: 'middle', high: 'high' } as const;

/** What of a chart is pointed at. */
export function pointedIn(name: SpecName): Pointed {
  switch (name) {
    case 'density':
      return { kind: 'bin', from: 'from', to: 'to' };
    case 'fan':
    case 'track':
      return { kind: 'course', at: 'at', figures: ['p10', 'p50', 'p90'] };
    case 'frontier':
      return { kind: 'course', at: 'at', figures: ['p10', 'mean', 'p90'] };
    case 'tornado':
      return { kind: 'bar', name: 'name', low: 'low', high: 'high', height: 20 };
  }
}

/** Over a density: the ends of the line between its losing and its earning side, and the room for all that stands there. */
const ABOVE = { wide: { from: -44, to: -25 }, narrow: { from: -52, to: -36 }, room: -54 } as const;
export const aboveOf = (narrow: boolean) => (narrow ? ABOVE.narrow : ABOVE.wide);
const HEIGHTS = { density: 220, fan: 200, frontier: 240, track: 220 } as const;

/**
 * The live charts: the report's layers, made to answer as the report's module does it, on axes that follow what moves. The data `rows` are named,
 * so that new figures are put in without compiling anything anew.
 */
export function liveSpec(
  name: SpecName,
  ink: Ink,
  content: ChartContent,
  { fromTheRight, width, endsRoom, labelsRoom }: Drawn,
): TopLevelSpec {
  const x = axisChannel('x', fromTheRight, content.x.title);
  const axes: Axes =
    name === 'tornado'
      ? { x, y: () => names(ink, fromTheRight) }
      : { x, y: axisChannel('y', fromTheRight, content.y.title) };
  const spec = {
    ...base(ink),
    params: Object.entries({
      ...signalsOf(content),
      [NAMES_ROOM]: namesRoom(width),
      [NAMES_IN_TWO]: {},
      [ENDS_ROOM]: endsRoom,
      [TITLE_AT]: titleAt(labelsRoom, fromTheRight),
    }).map(([signal, value]) => ({ name: signal, value })),
    height: name === 'tornado' ? BAR * Math.max(1, content.rows.length) : HEIGHTS[name],
    data: { name: 'rows', values: copiesOf(content.rows) },
    layer: layersOf(name, axes, ink, fromTheRight),
  };
  return interactive(spec, axes, pointedIn(name), ink);
}

/** @param labelsRoom pixels */
export function titleAt(labelsRoom: number, fromTheRight: boolean): number {
  return (fromTheRight ? 1 : -1) * (labelsRoom + 6);
}

function layersOf(name: SpecName, axes: Axes, ink: Ink, fromTheRight: boolean): Layer[] {
  const zero = zeroLayer(axes, ink.ink);
  switch (name) {
    case 'density': {
      const scale = { domain: [false, true], range: [ink.gain, ink.bad] };
      return [
        binLayer(axes, { field: 'loss', type: 'nominal', scale, legend: null }, { narrow: true }),
        {
          data: { name: QUANTILES, values: [] },
          layer: [false, true].map((middle) =>
            quantileLayer(axes, ink.ink, { transform: [{ filter: `datum.middle === ${middle}` }], middle }),
          ),
        },
        ...[false, true].map((middle) =>
          words(QUANTILE_LABELS, {
            only: `datum.middle === ${middle}`,
            mark: {
              align: 'center',
              baseline: 'bottom',
              lineHeight: LINES_APART,
              fontWeight: middle ? 600 : 400,
              color: ink.ink,
            },
          }),
        ),
        ...[false, true].map((loss) =>
          words(SIDES, {
            only: `datum.loss === ${loss}`,
            mark: {
              align: fromTheRight ? 'right' : 'left',
              fontWeight: 600,
              fontSize: SIDE_SIZE,
              color: loss ? ink.bad : ink.good,
            },
          }),
        ),
        zeroRule(axes, ink.ink, ZERO, { expr: 'height' }),
        zeroRule(axes, ink.ink, ZERO_ABOVE, { field: 'to' }),
        room({ x: { value: 0 }, y: { value: 0 }, y2: { value: ABOVE.room } }),
      ];
    }
    case 'fan': {
      const edge = fromTheRight ? '0' : 'width';
      const beyond = (pixels: string): string => (fromTheRight ? `-${pixels}` : `width + ${pixels}`);
      return [
        ...courseLayers(axes, FIELDS, ink.good),
        zero,
        ...[false, true].map((middle) =>
          words(ENDS, {
            only: `datum.middle === ${middle}`,
            x: { value: { expr: beyond(String(BESIDE)) } },
            mark: {
              align: fromTheRight ? 'right' : 'left',
              fontWeight: middle ? 600 : 400,
              color: middle ? ink.good : ink.muted,
            },
          }),
        ),
        room({
          x: { value: { expr: edge } },
          x2: { value: { expr: beyond(ENDS_ROOM) } },
          y: { value: 0 },
        }),
      ];
    }
    case 'frontier':
      return budgetLayers(axes, BUDGET_FIELDS, ink.good, [zero]);
    case 'track':
      return [
        ...courseLayers(axes, OTHER_FIELDS, ink.muted, { other: true }),
        ...courseLayers(axes, FIELDS, ink.good),
        // What came, which the report has in a table.
        {
          transform: [{ filter: 'isValid(datum.came)' }],
          mark: { type: 'point', filled: true, size: 60, color: ink.good },
          encoding: { x: axes.x('at'), y: axes.y('came') },
        },
      ];
    case 'tornado':
      return swingLayers(axes, { low: ink.gain, high: ink.good }, { height: 14 });
  }
}

/** Words of a named set of rows, where these say. */
function words(
  rows: string,
  {
    only,
    mark,
    x = { field: 'place', type: 'quantitative', scale: null },
  }: { readonly only: string; readonly mark: object; readonly x?: NonNullable<UnitLayer['encoding']>['x'] },
): UnitLayer {
  return {
    data: { name: rows, values: [] },
    transform: [{ filter: only }],
    mark: { type: 'text', baseline: 'middle', fontSize: SMALL_SIZE, ...mark },
    encoding: {
      x,
      y: { field: 'y', type: 'quantitative', scale: null },
      text: { field: 'label', type: 'nominal' },
    },
  } as UnitLayer;
}

/** A line between loss and profit, from one height to another. */
function zeroRule(
  { x }: Axes,
  paint: string,
  rows: string,
  to: { readonly expr: string } | { readonly field: string },
): UnitLayer {
  return {
    data: { name: rows, values: [] },
    mark: { type: 'rule', color: paint, strokeWidth: 1.5 },
    encoding: {
      x: x('from'),
      y: { field: 'y', type: 'quantitative', scale: null },
      y2: 'expr' in to ? { value: to } : to,
    },
  };
}

/** Nothing that is seen: room beside the plot for what is put there later, which a picture is laid out by. */
function room(encoding: NonNullable<UnitLayer['encoding']>): UnitLayer {
  return { data: { values: [{}] }, mark: { type: 'rule', opacity: 0 }, encoding };
}

function names(ink: Ink, fromTheRight: boolean) {
  return {
    field: 'name',
    type: 'nominal' as const,
    sort: null,
    axis: {
      title: null,
      labelLimit: { expr: NAMES_ROOM },
      labelExpr: `${NAMES_IN_TWO}[datum.value] || datum.value`,
      labelLineHeight: LINE,
      // Two lines stand about the bar's middle.
      labelOffset: { condition: { test: `isArray(${NAMES_IN_TWO}[datum.value])`, value: -LINE / 2 }, value: 0 },
      labelColor: ink.ink,
      domain: true,
      ticks: true,
      orient: sideOf(fromTheRight),
    },
  };
}

/** Where an axis that runs up and down stands: where reading begins. */
function sideOf(fromTheRight: boolean) {
  return fromTheRight ? ('right' as const) : ('left' as const);
}

/** A channel whose axis follows its signals. */
function axisChannel(axis: 'x' | 'y', fromTheRight: boolean, title: string | undefined) {
  return (field: string) => ({
    field,
    type: 'quantitative' as const,
    scale: { domain: { expr: `${axis}Domain` }, nice: false, zero: false, reverse: axis === 'x' && fromTheRight },
    axis: {
      values: { expr: `${axis}Ticks` },
      labelExpr: `${axis}Labels[datum.value] || ''`,
      title: title === undefined || title === '' ? null : embedded(title),
      ...(axis === 'y' ? overLabels(fromTheRight) : {}),
      grid: axis === 'y',
      labelOverlap: true,
      ...(axis === 'x' ? { labelFlush: true, ticks: true, domain: true } : { orient: sideOf(fromTheRight) }),
    },
  });
}

/** Where the title of an upright axis stands: above its labels, from their edge on. */
function overLabels(fromTheRight: boolean) {
  return {
    titleAngle: 0,
    titleAlign: fromTheRight ? ('right' as const) : ('left' as const),
    titleAnchor: 'start' as const,
    titleX: { expr: TITLE_AT },
    titleY: -14,
    titleBaseline: 'bottom' as const,
  };
}

function base(ink: Ink) {
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    background: 'transparent',
    width: 'container' as const,
    autosize: { type: 'fit' as const, contains: 'padding' as const },
    config: {
      font: ink.font,
      aria: false,
      view: { stroke: null },
      axis: axisStyle({ words: ink.muted, grid: ink.line, rule: ink.edge }, SMALL_SIZE),
    },
  };
}
