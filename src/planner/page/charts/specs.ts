import type { TopLevelSpec } from 'vega-lite';
import type { ChartContent } from './content.js';

/** Colours of the page's theme, read when a chart is made. */
export interface Ink {
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly good: string;
  readonly bad: string;
}

export type SpecName = 'density' | 'fan' | 'tornado' | 'frontier' | 'track';

type Layer = Extract<TopLevelSpec, { layer: unknown }>['layer'][number];

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

/**
 * The live charts. Their data are named: `rows` so that new figures are put in without compiling anything anew, `cursor` for
 * what is pointed at, `brush` for the part that was chosen.
 */
export function liveSpec(name: SpecName, ink: Ink, content: ChartContent): TopLevelSpec {
  const x = axisChannel('x', {});
  const y = axisChannel('y', {});
  const band = (low: string, high: string, color: string, opacity: number): Layer => ({
    mark: { type: 'area', color, opacity },
    encoding: { x: x('at'), y: y(low), y2: { field: high } },
  });
  const line = (field: string, color: string, more: object = {}): Layer => ({
    mark: { type: 'line', color, strokeWidth: 2.5, ...more },
    encoding: { x: x('at'), y: y(field) },
  });
  const points = { point: { filled: true, size: 50, color: ink.good } };
  const zero: Layer = {
    data: { values: [{ zero: 0 }] },
    mark: { type: 'rule', color: ink.muted, strokeDash: [3, 3] },
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
    data: { name: 'rows', values: [...content.rows] },
    layer,
  });
  switch (name) {
    case 'density':
      return picture(150, [
        brush,
        {
          mark: { type: 'bar', binSpacing: 1 },
          encoding: {
            x: { ...x('from'), bin: 'binned' },
            x2: { field: 'to' },
            y: y('share'),
            color: {
              field: 'loss',
              type: 'nominal',
              scale: { domain: [false, true], range: [ink.good, ink.bad] },
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
        band('p10', 'p90', ink.good, 0.22),
        line('p50', ink.good, points),
        zero,
        ...cursor(['p10', 'p50', 'p90']),
      ]);
    case 'frontier':
      return picture(240, [
        brush,
        band('p10', 'p90', ink.good, 0.22),
        line('mean', ink.good, points),
        ...cursor(['p10', 'mean', 'p90']),
      ]);
    case 'track':
      return picture(220, [
        brush,
        band('low', 'high', ink.muted, 0.25),
        line('middle', ink.muted, { strokeDash: [5, 4], strokeWidth: 2 }),
        band('p10', 'p90', ink.good, 0.3),
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
            encoding: { y: names(ink), x: x('low'), x2: { field: 'high' } },
          },
          {
            data: { name: 'cursor', values: [] },
            mark: { type: 'bar', height: 20, color: ink.ink, opacity: 0.3 },
            encoding: { y: names(ink), x: x('low'), x2: { field: 'high' } },
          },
        ]),
      };
  }
}

function names(ink: Ink) {
  return {
    field: 'name',
    type: 'nominal' as const,
    sort: null,
    axis: { title: null, labelLimit: 220, labelColor: ink.ink },
  };
}

/** A channel whose axis follows its signals. */
function axisChannel(axis: 'x' | 'y', more: object) {
  return (field: string) => ({
    field,
    type: 'quantitative' as const,
    scale: { domain: { expr: `${axis}Domain` }, nice: false, zero: false },
    axis: {
      values: { expr: `${axis}Ticks` },
      labelExpr: `${axis}Labels[datum.value] || ''`,
      title: null,
      grid: axis === 'y',
      labelOverlap: true,
      ...(axis === 'x' ? { labelFlush: true, ticks: true } : { ticks: false, domain: false }),
      ...more,
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
      axis: {
        labelColor: ink.muted,
        titleColor: ink.muted,
        domainColor: ink.line,
        tickColor: ink.line,
        gridColor: ink.line,
        labelFontSize: 11,
        titleFontSize: 11,
      },
    },
  };
}
