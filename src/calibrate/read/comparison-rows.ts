import type { RowPlan } from './plan.js';
import type { FileRow } from './records.js';
import { askedOfSplits } from './split-columns.js';
import { tableRows } from './subtotals.js';
import type { Table } from './table.js';
import { cellText } from './total-row.js';

/** What a column says of rows that are no spend of these days: those of a period before, and those that were planned. */
const OTHER = new RegExp(
  `^(?:${[
    '(?:previous|prior|last|comparison|compared)(?: (?:period|year|month|week|quarter))?',
    '(?:forecast|plan|budget|target)(?:ed|ned)?',
    'expected',
    'önceki (?:dönem|yıl|ay|hafta)',
    'tahmin',
    'hedef',
    'əvvəlki (?:dövr|il|ay|həftə)',
    'proqnoz',
    'hədəf',
    '(?:прошл|предыдущ)\\p{L}+ (?:период|год|месяц|неделя)',
    'план',
    'прогноз',
    'الفترة السابقة',
    'خطة',
    'توقع',
  ].join('|')})$`,
  'iu',
);
/** A column that compares has two or three values; keywords and names of interests are many. */
const MOST_VALUES = 4;

/**
 * A column that says of some rows that they are of a period before, or planned (`Previous`, `Forecast`), and of others that they aren't, with
 * the first such value and its rows. `null`: there is none.
 *
 * @param rows of the file, anew
 */
export async function comparisonRows(
  rows: () => AsyncIterable<FileRow>,
  table: Table,
  plan: RowPlan,
): Promise<{ readonly column: number; readonly value: string; readonly count: number } | null> {
  const asked = askedOfSplits(table, plan, () => new Map<string, number>());
  if (asked.size === 0) return null;
  for await (const { cells } of tableRows(rows(), table)) {
    for (const [index, values] of asked) {
      const text = cellText(cells[index]);
      values.set(text, (values.get(text) ?? 0) + 1);
      if (values.size > MOST_VALUES) asked.delete(index);
    }
    if (asked.size === 0) return null;
  }
  for (const [column, values] of asked) {
    const others = [...values].filter(([value]) => OTHER.test(value));
    const [first] = others;
    if (first !== undefined && others.length < values.size) return { column, value: first[0], count: first[1] };
  }
  return null;
}
