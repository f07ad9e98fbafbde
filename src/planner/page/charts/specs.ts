import type { TopLevelSpec } from 'vega-lite';

/** Colours of the page's theme, read when a chart is made. */
export interface Ink {
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly good: string;
  readonly bad: string;
}

export type SpecName = 'density' | 'fan' | 'tornado' | 'frontier' | 'track';

const AXIS = { grid: false, tickCount: 4, labelOverlap: true } as const;

function base(ink: Ink): Pick<TopLevelSpec, '$schema' | 'background' | 'config'> & {
  readonly width: 'container';
  readonly autosize: { readonly type: 'fit'; readonly contains: 'padding' };
} {
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    background: 'transparent',
    width: 'container',
    autosize: { type: 'fit', contains: 'padding' },
    config: {
      font: 'inherit',
      view: { stroke: null },
      axis: {
        labelColor: ink.muted,
        titleColor: ink.muted,
        domainColor: ink.line,
        tickColor: ink.line,
        labelFontSize: 11,
        titleFontSize: 11,
      },
    },
  };
}

/** The live charts. Their data are named `rows`, so that new figures are put in without compiling anything anew. */
export function liveSpec(name: SpecName, ink: Ink, number: string, first: readonly object[]): TopLevelSpec {
  const rows = { name: 'rows', values: [...first] };
  switch (name) {
    case 'density':
      return {
        ...base(ink),
        height: 130,
        data: rows,
        mark: { type: 'bar', binSpacing: 0 },
        encoding: {
          x: {
            field: 'from',
            type: 'quantitative',
            bin: { binned: true },
            axis: { ...AXIS, title: null, format: number },
          },
          x2: { field: 'to' },
          y: { field: 'share', type: 'quantitative', axis: null },
          color: {
            field: 'loss',
            type: 'nominal',
            scale: { domain: [false, true], range: [ink.good, ink.bad] },
            legend: null,
          },
          tooltip: { field: 'tip', type: 'nominal' },
        },
      };
    case 'fan':
      return {
        ...base(ink),
        height: 130,
        data: rows,
        layer: [
          {
            mark: { type: 'area', color: ink.good, opacity: 0.22 },
            encoding: {
              y: { field: 'p10', type: 'quantitative', axis: { ...AXIS, title: null, format: number } },
              y2: { field: 'p90' },
            },
          },
          {
            mark: {
              type: 'line',
              color: ink.good,
              strokeWidth: 2.5,
              point: { filled: true, size: 50, color: ink.good },
            },
            encoding: { y: { field: 'p50', type: 'quantitative' }, tooltip: { field: 'tip', type: 'nominal' } },
          },
          { mark: { type: 'rule', color: ink.muted, strokeDash: [3, 3] }, encoding: { y: { datum: 0 } } },
        ],
        encoding: {
          x: { field: 't', type: 'quantitative', axis: { ...AXIS, title: null, format: 'd' }, scale: { nice: false } },
        },
      };
    case 'tornado':
      return {
        ...base(ink),
        height: 26 * Math.max(1, first.length),
        data: rows,
        mark: { type: 'bar', height: 14 },
        encoding: {
          y: {
            field: 'name',
            type: 'nominal',
            sort: null,
            axis: { title: null, labelLimit: 220, labelColor: ink.ink },
          },
          x: {
            field: 'low',
            type: 'quantitative',
            axis: { ...AXIS, title: null, format: number },
            scale: { zero: false },
          },
          x2: { field: 'high' },
          color: { value: ink.good },
          tooltip: { field: 'tip', type: 'nominal' },
        },
      };
    case 'frontier':
      return {
        ...base(ink),
        height: 240,
        data: rows,
        layer: [
          {
            mark: { type: 'area', color: ink.good, opacity: 0.22 },
            encoding: {
              y: { field: 'p10', type: 'quantitative', axis: { ...AXIS, title: null, format: number } },
              y2: { field: 'p90' },
            },
          },
          {
            mark: { type: 'line', color: ink.good, point: { filled: true, size: 70, color: ink.good } },
            encoding: { y: { field: 'mean', type: 'quantitative' }, tooltip: { field: 'tip', type: 'nominal' } },
          },
        ],
        encoding: {
          x: {
            field: 'budget',
            type: 'quantitative',
            axis: { ...AXIS, title: null, format: number },
            scale: { zero: false },
          },
        },
      };
    case 'track':
      return {
        ...base(ink),
        height: 220,
        data: rows,
        layer: [
          {
            mark: { type: 'area', color: ink.muted, opacity: 0.25 },
            encoding: {
              y: { field: 'low', type: 'quantitative', axis: { ...AXIS, title: null, format: number } },
              y2: { field: 'high' },
            },
          },
          {
            mark: { type: 'line', color: ink.muted, strokeDash: [5, 4] },
            encoding: { y: { field: 'middle', type: 'quantitative' } },
          },
          {
            mark: { type: 'area', color: ink.good, opacity: 0.3 },
            encoding: { y: { field: 'p10', type: 'quantitative' }, y2: { field: 'p90' } },
          },
          {
            mark: { type: 'line', color: ink.good, strokeWidth: 2.5 },
            encoding: { y: { field: 'p50', type: 'quantitative' }, tooltip: { field: 'tip', type: 'nominal' } },
          },
          {
            mark: { type: 'point', filled: true, size: 60, color: ink.good },
            encoding: { y: { field: 'came', type: 'quantitative' }, tooltip: { field: 'tip', type: 'nominal' } },
          },
        ],
        encoding: {
          x: { field: 't', type: 'quantitative', axis: { ...AXIS, title: null, format: 'd' }, scale: { nice: false } },
        },
      };
  }
}
