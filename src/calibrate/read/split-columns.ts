import type { RowPlan } from './plan.js';
import type { Table } from './table.js';

/** Larger tables are no work of hands. */
const MOST_ROWS = 200_000;
const MOST_COLUMNS = 8;

/**
 * What is asked of each column that rows differ by and that has no meaning of its own, to be filled row by row, by the column; a column that
 * answers no is taken out. None of a table that nobody put together by hand.
 *
 * @param begin what is known of a column before its first row
 */
export function askedOfSplits<Known>(
  { count }: Pick<Table, 'count'>,
  { split }: Pick<RowPlan, 'split'>,
  begin: () => Known,
): Map<number, Known> {
  return new Map(count > MOST_ROWS || split.length > MOST_COLUMNS ? [] : split.map((index) => [index, begin()]));
}
