import type { RowPlan } from './plan.js';
import type { Table } from './table.js';

/** Larger tables are no work of hands. */
const MOST_ROWS = 200_000;
const MOST_COLUMNS = 8;

/** What is asked of each column that rows differ by and that has no meaning of its own; see `askedOfColumns`. */
export const askedOfSplits = <Known>(
  table: Pick<Table, 'count'>,
  { split }: Pick<RowPlan, 'split'>,
  begin: () => Known,
) => askedOfColumns(table, split, begin);

/**
 * What is asked of some columns, to be filled row by row, by the column; a column that answers no is taken out. None of a table that nobody put
 * together by hand.
 *
 * @param begin what is known of a column before its first row
 */
export function askedOfColumns<Known>(
  { count }: Pick<Table, 'count'>,
  columns: readonly number[],
  begin: () => Known,
): Map<number, Known> {
  return new Map(count > MOST_ROWS || columns.length > MOST_COLUMNS ? [] : columns.map((index) => [index, begin()]));
}
