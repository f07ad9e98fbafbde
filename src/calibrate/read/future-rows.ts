import { NO_DAY } from '../types.js';
import { formatDay } from './dates.js';
import { moneyOf, type Table } from './table.js';

/** Where a day begins hours before it does here, its rows are no later than this. */
const OTHER_ZONES = 1;

interface FutureRows {
  /** Places in the table of each file row's first one, ascending. */
  readonly places: readonly number[];
  readonly spend: number;
  readonly first: string;
  readonly last: string;
}

/**
 * Rows that begin after today: planned, or of a mistaken year. A row of a month under way has come as far as it has. `null`: there are none.
 *
 * @param today day number
 * @param perRow places of the table that a file row has
 */
export function futureRows(table: Table, today: number, perRow: number): FutureRows | null {
  const places: number[] = [];
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < table.count; at += perRow) {
    const start = table.start[at] ?? NO_DAY;
    if (table.state[at] !== 0 || start <= today + OTHER_ZONES) continue;
    places.push(at);
    first = Math.min(first, start);
    last = Math.max(last, start);
  }
  if (places.length === 0) return null;
  return { places, spend: moneyOf(table, places, perRow), first: formatDay(first), last: formatDay(last) };
}
