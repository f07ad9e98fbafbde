import { elementAt, lastOf } from '../../required.js';
import { isWords, type Table } from '../content/table.js';
import { cellsOf, cutCells, harmless, padCells } from './cells.js';

const BETWEEN = '  ';
/** Columns of a terminal that a column of words keeps where there is no room for all of it. */
const LEAST_WORDS = 10;
/** What words may take before other columns make room for them. */
const FAIR_WORDS = 24;

/**
 * A table as padded columns, its head first: words begin and figures end under each other, a total stands under a rule. Where
 * it is wider than the terminal, long words are cut (figures never), and columns left out from the right as far as the table allows.
 */
export function tableLines(table: Table, width: number): readonly string[] {
  const rows = [table.columns, ...table.rows, ...(table.total === undefined ? [] : [table.total])].map((row) =>
    row.map(harmless),
  );
  const widths = table.columns.map((_, column) => Math.max(...rows.map((row) => cellsOf(row[column] ?? ''))));
  const total = (of: readonly number[]) => of.reduce((sum, one) => sum + one + BETWEEN.length, -BETWEEN.length);
  const fair = () => widths.map((one, column) => (isWords(table, column) ? Math.min(one, FAIR_WORDS) : one));
  const least = table.least ?? widths.length;
  while (widths.length > least && total(fair()) > width) widths.pop();
  const words = widths.flatMap((_, column) => (isWords(table, column) ? [column] : []));
  const widest = words.reduce(
    (most, column) => (elementAt(widths, column) > elementAt(widths, most) ? column : most),
    0,
  );
  const excess = table.whole === true ? 0 : total(widths) - width;
  if (excess > 0)
    widths[widest] = Math.max(Math.min(LEAST_WORDS, elementAt(widths, widest)), elementAt(widths, widest) - excess);
  const print = (row: readonly string[]) => {
    const cells = widths.map((room, column) =>
      padCells(cutCells(row[column] ?? '', room), room, isWords(table, column) ? 'end' : 'start'),
    );
    return cells.join(BETWEEN).trimEnd();
  };
  const lines = rows.map(print);
  if (table.total === undefined) return lines;
  return [...lines.slice(0, -1), '─'.repeat(Math.min(width, total(widths))), lastOf(lines)];
}
