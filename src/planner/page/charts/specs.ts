import type { TopLevelSpec } from 'vega-lite';
import { axisStyle } from '../../../report/charts/axes.js';
import { bandMark, binMark, courseMark, zeroMark } from '../../../report/charts/marks.js';
import type { ChartContent, ChartRow } from './content.js';

/** Colours of the page's theme, read when a chart is made. */
export interface Ink {
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  /** Of axes themselves. */
  readonly edge: string;
  readonly good: string;
  /** Of bins that end in a profit. */
  readonly gain: string;
  readonly bad: string;
}

export type SpecName = 'density' | 'fan' | 'tornado' | 'frontier' | 'track';

type Layer = Extract<TopLevelSpec, { layer: unknown }>['layer'][number];

/** How a chart is drawn. */
export interface Drawn {
  /** Mirrored, as the report's charts are in a language that is read from the right. */
  readonly fromTheRight: boolean;
  /** Pixels. */
  readonly width: number;
}

/** What names of bars may take of a picture's width: the rest is the bars'. */
const NAMES_SHARE = 0.45;

/** Pixels of words in a picture as wide as a column: the report's small ones. */
const SMALL_SIZE = 11;

/** Pixels of a bar by name. */
export const BAR = 26;

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

/**
 * The live charts: the report's marks on axes that follow what moves. Their data are named: `rows` so that new figures are put in without compiling anything anew, `cursor` for
 * what is pointed at, `brush` for the part that was chosen.
 */
export function liveSpec(
  name: SpecName,
  ink: Ink,
  content: ChartContent,
  { fromTheRight, width }: Drawn,
): TopLevelSpec {
  const x = axisChannel('x', fromTheRight);
  const y = axisChannel('y', fromTheRight);
  const band = (low: string, high: string, color: string): Layer => ({
    mark: bandMark(color),
    encoding: { x: x('at'), y: y(low), y2: { field: high } },
  });
  const line = (
    field: string,
    color: string,
    more: { readonly dashed?: boolean; readonly point?: object } = {},
  ): Layer => ({
    mark: { ...courseMark(color, more), ...(more.point === undefined ? {} : { point: more.point }) },
    encoding: { x: x('at'), y: y(field) },
  });
  const points = { point: { filled: true, size: 50, color: ink.good } };
  const zero: Layer = {
    data: { values: [{ zero: 0 }] },
    mark: zeroMark(ink.ink),
    encoding: { y: y('zero') },
  };
  const brush: Layer = {
    data: { name: 'brush', values: [] },
    mark: { type: 'rect', color: ink.muted, opacity: 0.22 },
    encoding: { x: x('from'), x2: { field: 'to' } },
  };
  /** A rule with the band's figures on it. */
  const cursor = (fields: readonly string[]): Layer[] => [
    {
      data: { name: 'cursor', values: [] },
      mark: { type: 'rule', color: ink.ink, strokeWidth: 1 },
      encoding: { x: x('at') },
    },
    ...fields.map(
      (field, k): Layer => ({
        data: { name: `cursor${k}`, values: [] },
        mark: { type: 'point', filled: true, size: 70, color: ink.ink },
        encoding: { x: x('at'), y: y(field) },
      }),
    ),
  ];
  const picture = (height: number, layer: Layer[]): TopLevelSpec => ({
    ...base(ink),
    params: Object.entries(signalsOf(content)).map(([signal, value]) => ({ name: signal, value })),
    height,
    data: { name: 'rows', values: copiesOf(content.rows) },
    layer,
  });
  switch (name) {
    case 'density':
      return picture(150, [
        brush,
        {
          mark: binMark(ink.gain, true),
          encoding: {
            x: { ...x('from'), bin: 'binned' },
            x2: { field: 'to' },
            y: y('share'),
            color: {
              field: 'loss',
              type: 'nominal',
              scale: { domain: [false, true], range: [ink.gain, ink.bad] },
              legend: null,
            },
          },
        },
        {
          data: { name: 'cursor', values: [] },
          mark: { type: 'rect', color: ink.ink, opacity: 0.25 },
          encoding: { x: x('from'), x2: { field: 'to' } },
        },
      ]);
    case 'fan':
      return picture(150, [
        brush,
        band('p10', 'p90', ink.good),
        line('p50', ink.good, points),
        zero,
        ...cursor(['p10', 'p50', 'p90']),
      ]);
    case 'frontier':
      return picture(240, [
        brush,
        band('p10', 'p90', ink.good),
        line('mean', ink.good, points),
        ...cursor(['p10', 'mean', 'p90']),
      ]);
    case 'track':
      return picture(220, [
        brush,
        band('low', 'high', ink.muted),
        line('middle', ink.muted, { dashed: true }),
        band('p10', 'p90', ink.good),
        line('p50', ink.good),
        {
          transform: [{ filter: 'isValid(datum.came)' }],
          mark: { type: 'point', filled: true, size: 60, color: ink.good },
          encoding: { x: x('at'), y: y('came') },
        },
        ...cursor(['p10', 'p50', 'p90']),
      ]);
    case 'tornado':
      return {
        ...picture(BAR * Math.max(1, content.rows.length), [
          {
            mark: { type: 'bar', height: 14, color: ink.good },
            encoding: { y: names(ink, fromTheRight, NAMES_SHARE * width), x: x('low'), x2: { field: 'high' } },
          },
          {
            data: { name: 'cursor', values: [] },
            mark: { type: 'bar', height: 20, color: ink.ink, opacity: 0.3 },
            encoding: { y: names(ink, fromTheRight, NAMES_SHARE * width), x: x('low'), x2: { field: 'high' } },
          },
        ]),
      };
  }
}

function names(ink: Ink, fromTheRight: boolean, room: number) {
  return {
    field: 'name',
    type: 'nominal' as const,
    sort: null,
    axis: {
      title: null,
      labelLimit: room,
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
function axisChannel(axis: 'x' | 'y', fromTheRight: boolean) {
  return (field: string) => ({
    field,
    type: 'quantitative' as const,
    scale: { domain: { expr: `${axis}Domain` }, nice: false, zero: false, reverse: axis === 'x' && fromTheRight },
    axis: {
      values: { expr: `${axis}Ticks` },
      labelExpr: `${axis}Labels[datum.value] || ''`,
      title: null,
      grid: axis === 'y',
      labelOverlap: true,
      ...(axis === 'x' ? { labelFlush: true, ticks: true, domain: true } : { orient: sideOf(fromTheRight) }),
    },
  });
}

function base(ink: Ink) {
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    background: 'transparent',
    width: 'container' as const,
    autosize: { type: 'fit' as const, contains: 'padding' as const },
    config: {
      font: 'inherit',
      aria: false,
      view: { stroke: null },
      axis: axisStyle({ words: ink.muted, grid: ink.line, rule: ink.edge }, SMALL_SIZE),
    },
  };
}
