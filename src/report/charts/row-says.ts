import type { Table } from '../content/table.js';

/**
 * What a row of a chart's table says in one line, for whoever points at it: its name, then each figure by its column's.
 *
 * @param range writes the first two columns as one range, where the row is of one
 */
export function rowSays(
  { columns, rows }: Table,
  row: number,
  separator: string,
  range?: (low: string, high: string) => string,
): string {
  const named = range === undefined ? 1 : 2;
  const cells = rows[row] ?? [];
  const figures = cells.flatMap((cell, k) => (k < named || cell === '' ? [] : [`${columns[k] ?? ''} ${cell}`.trim()]));
  const [first = '', second = ''] = cells;
  return [range === undefined ? first : range(first, second), ...figures].join(separator);
}
