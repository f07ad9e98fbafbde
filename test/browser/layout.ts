import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** Functions that a page runs, as text without their `export`: nothing of a page is known to the compiler here. */
const IN_PAGE = readFileSync(new URL('./in-page.js', import.meta.url), 'utf8').replaceAll(/^export /gm, '');

/** A drawn chart, with the edges of everything in its picture: labels that stick out count. */
export interface MeasuredChart {
  readonly name: string;
  /** How many of its pictures are shown: one, the wide or the phone's. */
  readonly visible: number;
  readonly left: number;
  readonly right: number;
  readonly height: number;
}

/** A text of a chart and its contrast with the card behind it (WCAG 2.2, 1.4.3). */
export interface PaintedText {
  readonly words: string;
  readonly ratio: number;
}

interface Measures {
  /** Tables of which some column is out of sight, all folds open, with how much of them is. */
  readonly hiddenColumns: readonly string[];
  readonly visibleCharts: readonly MeasuredChart[];
  /** Elements that stick out of the window and are in nothing that scrolls. */
  readonly overflowing: readonly string[];
  readonly chartContrasts: readonly PaintedText[];
  readonly chartHeights: readonly { readonly name: string; readonly height: number; readonly rule: string }[];
  readonly decisionOnPaper: { readonly letters: number; readonly rows: number };
  readonly focused: { readonly tag: string; readonly figure: string };
  readonly openTables: undefined;
  /** Leaves every table a few letters' width. */
  readonly squeezeTables: undefined;
  readonly pageWidth: number;
  readonly ownKeyIsReadable: boolean | null;
  /** Controls that a finger would miss. */
  readonly smallTargets: readonly string[];
  /** Notes where the keyboard is; whether it has been there before. */
  readonly reached: { readonly name: string; readonly again: boolean };
  /** Controls that the keyboard has not stopped at. */
  readonly unreached: readonly string[];
  readonly background: string;
  readonly directions: {
    readonly language: string;
    readonly direction: string;
    readonly heading: number;
    readonly button: number;
  };
}

/** Calls a function of `in-page.js` in the page. */
export function measure<K extends keyof Measures>(page: Page, name: K): Promise<Measures[K]> {
  return page.evaluate<Measures[K]>(`(() => { ${IN_PAGE}\nreturn ${name}(); })()`);
}
