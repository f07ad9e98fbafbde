import { NO_DAY } from '../types.js';
import { kindSaid } from './comparison-words.js';
import { isMissing } from './numbers.js';
import type { RowPlan } from './plan.js';
import type { FileRow } from './records.js';
import { askedOfColumns } from './split-columns.js';
import { tableRows } from './subtotals.js';
import { moneyOf, type Table } from './table.js';
import { cellText } from './total-row.js';

/** A column that compares has two or three values; keywords and names of interests are many. */
const MOST_VALUES = 4;

interface Compared {
  readonly column: number;
  readonly value: string;
  /** Places in the table, ascending. */
  readonly places: readonly number[];
  /** Money of their rows. */
  readonly spend: number;
  /** Whether nothing else can be meant: the other rows are what came, and these aren't another time's own. */
  readonly clear: boolean;
}

/**
 * A column that says of some rows that they are of a period before, or planned (`Previous`, `Forecast`), and of others that they aren't. `null`: there is none.
 * Rows of a period before with days of their own are money that was spent then.
 *
 * @param rows of the file, anew
 */
export async function comparisonRows(
  rows: () => AsyncIterable<FileRow>,
  table: Table,
  plan: RowPlan,
  headers: readonly string[],
): Promise<Compared | null> {
  const asked = askedOfColumns(table, plan.comparing, () => new Map<string, number[]>());
  if (asked.size === 0) return null;
  for await (const { at, cells } of tableRows(rows(), table)) {
    for (const [index, values] of asked) {
      const text = cellText(cells[index]);
      const places = values.get(text);
      if (places !== undefined) places.push(at);
      else if (values.size === MOST_VALUES) asked.delete(index);
      else values.set(text, [at]);
    }
    if (asked.size === 0) return null;
  }
  for (const [column, values] of asked) {
    const kinds = [...values].map(([value, places]) => ({
      value,
      places,
      kind: kindSaid(value, headers[column] ?? ''),
    }));
    const others = kinds.filter(({ kind }) => kind === 'before' || kind === 'planned');
    const [first] = others;
    if (first === undefined || others.length === values.size) continue;
    const came = kinds.filter((one) => !others.includes(one));
    const known = came.every(({ value, kind }) => kind === 'actual' || isMissing(value));
    const places = others.flatMap((one) => one.places).sort((a, b) => a - b);
    return {
      column,
      value: first.value,
      places,
      spend: moneyOf(table, places, plan.groups.length),
      clear:
        known &&
        (first.kind === 'planned' ||
          !isApart(
            table,
            places,
            came.flatMap((one) => one.places),
          )),
    };
  }
  return null;
}

/** Whether rows have days, and none that others lie on. */
function isApart({ start, end }: Table, some: readonly number[], others: readonly number[]): boolean {
  const [mine, theirs] = [some, others].map((places) => {
    let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const at of places) {
      if (start[at] === NO_DAY) return null;
      first = Math.min(first, start[at] ?? first);
      last = Math.max(last, start[at] ?? last, end[at] ?? last);
    }
    return { first, last };
  });
  return mine != null && theirs != null && (mine.last < theirs.first || theirs.last < mine.first);
}
