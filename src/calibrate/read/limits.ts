import * as messages from './messages.js';
import { refuse } from './refusal.js';

/** What an export may be, at most: far above any that a platform writes, far below what would stop a machine. */
export const EXPORT_LIMITS = {
  /** Of the file as it is. */
  bytes: 2 * 1024 ** 3,
  /** Of what comes through a pipe or from a device, which may have no end, and is copied to a file. */
  streamBytes: 256 * 1024 ** 2,
  /** Of a workbook as it is, and unpacked. */
  packedBytes: 64 * 1024 ** 2,
  unpackedBytes: 256 * 1024 ** 2,
  /** Of one part of a workbook that is no sheet: all its texts, for instance, which are held in memory. */
  partBytes: 64 * 1024 ** 2,
  /** Files packed in a workbook. */
  parts: 4096,
  columns: 2048,
  /** Of a cell that is looked at: no header, date, number or name is longer, and patterns may take its square. The rest of it is left out. */
  cellCharacters: 1024,
  rows: 3_000_000,
  cells: 60_000_000,
  /** Different texts in a column, and their characters together: each campaign is fitted, and no account has as many. */
  texts: 50_000,
  characters: 32 * 1024 ** 2,
  /** Rows set aside. */
  wrongRows: 500_000,
  /** Of one pass over the file. */
  seconds: 300,
} as const;

const isLong = (cell: unknown): cell is string =>
  typeof cell === 'string' && cell.length > EXPORT_LIMITS.cellCharacters;

/** A row with no more of a long text than is looked at. */
export function shortened<Cell, Row extends { readonly cells: readonly Cell[] }>(row: Row): Row {
  if (!row.cells.some(isLong)) return row;
  const { cellCharacters } = EXPORT_LIMITS;
  return { ...row, cells: row.cells.map((cell) => (isLong(cell) ? cell.slice(0, cellCharacters) : cell)) };
}

const LOOK_EVERY = 4096;

/** Rows as they come, long texts shortened, until there are too many of them, too many cells in them, or they take too long. */
export async function* withinLimits<Row extends { readonly row: number; readonly cells: readonly unknown[] }>(
  rows: AsyncIterable<Row>,
  now: () => number = () => performance.now(),
): AsyncGenerator<Row> {
  const { columns, rows: most, cells: mostCells, seconds } = EXPORT_LIMITS;
  const start = now();
  let cells = 0;
  for await (const row of rows) {
    if (row.row > most) refuse(messages.tooMany('rows', most));
    if (row.cells.length > columns) refuse(messages.tooManyColumns(row.row, row.cells.length, columns));
    cells += row.cells.length;
    if (cells > mostCells) refuse(messages.tooMany('cells', mostCells));
    if (row.row % LOOK_EVERY === 0 && now() - start > 1000 * seconds) refuse(messages.tooSlow(seconds));
    yield shortened(row);
  }
}
