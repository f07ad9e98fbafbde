import type { Forecast } from '../forecast/details.js';
import { flightingTable, NOTHING } from './content/flighting.js';
import { planTable as planContent } from './content/plan.js';
import { isWords, type Table } from './content/table.js';
import { reportContext } from './context.js';
import { cellsOf, padCells } from './text-cells.js';

/**
 * The plan as a text table for a terminal: every line's budget given and optimised, the change, the daily amount, the
 * share, and totals; then, where flighting was free, what each period gets in which money is spent. Columns that don't fit `width` are left out from
 * the right, but never the budgets. Ends with a newline.
 */
export function planTable(forecast: Forecast, options: { readonly width: number }): string {
  const context = reportContext(forecast);
  const least = context.plan.kind === 'optimized' ? 3 : 2;
  const flighting = flightingTable(context);
  if (flighting === null) return printTable(planContent(context), options.width, least);
  // Periods in which nothing is spent say nothing.
  const spent = flighting.table.rows.filter((row) => row.slice(1).some((cell) => cell !== NOTHING));
  const periods = printTable({ ...flighting.table, rows: spent }, options.width, 2);
  return `${printTable(planContent(context), options.width, least)}\n${flighting.heading}\n${periods}`;
}

function printTable(table: Table, width: number, least: number): string {
  const rows = [table.columns, ...table.rows, ...(table.total === undefined ? [] : [table.total])].map((row) =>
    row.map((cell) => cell.replace(/\p{Cc}/gu, ' ')),
  );
  const widths = table.columns.map((_, column) => Math.max(...rows.map((row) => cellsOf(row[column]!))));
  let columns = widths.length;
  const total = () => widths.slice(0, columns).reduce((sum, width) => sum + width + 2, -2);
  while (columns > least && total() > width) columns--;
  const print = (row: readonly string[]) =>
    row
      .slice(0, columns)
      .map((cell, column) =>
        isWords(table, column) ? padCells(cell, widths[column]!, 'end') : padCells(cell, widths[column]!, 'start'),
      )
      .join('  ')
      .trimEnd();
  const lines = rows.map(print);
  const rule = '─'.repeat(Math.min(width, total()));
  return `${[...lines.slice(0, -1), rule, lines.at(-1)].join('\n')}\n`;
}
