/** A table as data: the page, the Markdown file, the terminal and the charts' fallbacks all print from it. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Columns of words beyond the first, which is always words; all others hold figures. */
  readonly words?: readonly number[];
  /** Columns that stay on a terminal too narrow for all; left out: all of them. */
  readonly least?: number;
  /** Whether every cell is a figure, in a column of words, too (a band beside its middle): none is cut on a terminal, however narrow. */
  readonly whole?: boolean;
  /** A last row that the others add up to. */
  readonly total?: readonly string[];
  /** Links of the rows' cells, by row, in the column named. */
  readonly links?: { readonly column: number; readonly urls: readonly (string | null)[] };
}

export function isWords(table: Table, column: number): boolean {
  return column === 0 || (table.words?.includes(column) ?? false);
}
