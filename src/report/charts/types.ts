import type { Table } from '../content/table.js';

/** A Vega-Lite specification, valid on its own. Vega-Lite is bundled, so its types aren't there for who installs huni. */
export type ChartSpec = object;

/** Where a chart goes. */
export interface Layout {
  /** Of the whole picture, in pixels. */
  readonly width: number;
  /** False where the page around it has the title. */
  readonly titled: boolean;
}

/** On its own: a file, a slide. */
export const FILE: Layout = { width: 800, titled: true };
/** In the page, from tablets up. */
export const PAGE: Layout = { width: 800, titled: false };
/** In one of two columns of the page. */
export const COLUMN: Layout = { width: 560, titled: false };
/** In the page on a phone. */
export const PHONE: Layout = { width: 340, titled: false };

/** A layout too narrow for two columns of text beside a plot. */
export function isNarrow(layout: Pick<Layout, 'width'>): boolean {
  return layout.width < 560;
}

/** A drawing whose figures stand elsewhere. */
export interface Picture {
  /** File name without extension. */
  readonly name: string;
  /** The finding, in words. */
  readonly title: string;
  /** How to read the picture. */
  readonly note: string;
  /** A Vega-Lite spec that is valid on its own, its data inlined. */
  readonly spec: (layout: Layout) => ChartSpec;
}

export interface DrawnChart extends Picture {
  /** The figures behind it, written out. */
  readonly table: Table;
}

/** A chart that this forecast has nothing for, and why. */
export interface OmittedChart {
  readonly name: string;
  readonly omitted: string;
}

export type Chart = DrawnChart | OmittedChart;

export function isDrawn<T extends Picture>(chart: T | OmittedChart): chart is T {
  return 'spec' in chart;
}
