import type { ColorName } from './colors.js';
import type { Axes } from './layers.js';
import type { Layer } from './theme.js';

/** What a chart is drawn on: a report's picture, or one of the planner's page, whose figures follow what somebody moves. */
export interface Sheet {
  /** Too narrow for two columns of text beside a plot. */
  readonly narrow: boolean;
  /** Begins at the right by its own coordinates; a report's picture is turned over once it is drawn. */
  readonly mirrored: boolean;
  readonly paint: (name: ColorName) => string;
  /** Pixels of words at a course's end and of names; of what stands over a plot. */
  readonly label: number;
  readonly small: number;
  /** Pixels that a text takes. */
  readonly widthOf: (text: string, size: number, strong?: boolean) => number;
  /** As much of a text as has room. */
  readonly fitted: (text: string, width: number, size: number) => string;
  /** By how much wider a reader's font may be than the one that is measured. */
  readonly wider: number;
}

/** The plot that words are placed about, in pixels. */
export interface Plot {
  readonly width: number;
  readonly height: number;
}

/** Rows by the name of the set that a layer draws. */
export type RowSets<Name extends string> = Readonly<Record<Name, readonly object[]>>;

/** Where a layer's rows are: written into it, or by the name that they are put in under; `null`: there are none to draw. */
export type RowsOf<Name extends string> = (set: Name) => RowData | null;
type RowData = { readonly values: object[] } | { readonly name: string; readonly values: object[] };

/** Rows that stay, written into the layers that draw them. */
export function written<Name extends string>(sets: RowSets<Name>): RowsOf<Name> {
  return (set) => (sets[set].length === 0 ? null : { values: [...sets[set]] });
}

/** Rows that are put in by their set's name, time and again. */
export function byName<Name extends string>(set: Name): RowData {
  return { name: set, values: [] };
}

/** A picture whose figures stay while it is looked at, and by which channels its rows are found. */
export interface Still {
  readonly width: number;
  /** Of the plot, or of each of its bars. */
  readonly height: number | { readonly step: number };
  readonly layer: Layer[];
  readonly axes: Axes;
}
