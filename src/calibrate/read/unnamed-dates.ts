import type { Column, Columns } from './columns.js';
import { FIELDS } from './fields.js';
import { repeatsHeader } from './header.js';
import { hasDates } from './hours.js';
import { namesWeeks } from './named-weeks.js';
import { type ColumnProfile, withDates } from './profile.js';
import type { FileRow } from './records.js';
import { longHashOf } from './table.js';
import { cellText } from './total-row.js';
import { saysTotal } from './total-words.js';

/** Rows of one name and date among others: restated days, notes. */
const MOST_AGAIN = 0.05;
/** Other than midnight. */
const TIME_OF_DAY = /(?:^|[T ,])(?!0{1,2}:00(?::00)?(?:\D|$))\d{1,2}:\d{2}/;
/** Larger tables are no work of hands. */
const MOST_ROWS = 500_000;

/**
 * Where no column is known to have dates and the cells of one alone are dates, that is the column of dates, whatever it is called (`Ay`,
 * `Woche ab`): if rows of the same names stand on different dates. When a campaign was made is the same in all its rows. `null`: there is none.
 */
export async function withUnnamedDates(
  rows: () => AsyncIterable<FileRow>,
  columns: Columns,
  profiles: readonly ColumnProfile[],
  header: { readonly row: number; readonly headers: readonly string[] },
): Promise<Columns | null> {
  const [only, ...others] = hasDates(columns) ? [] : withDates(profiles);
  const dated = columns.all.find((column) => column.header === only);
  if (dated === undefined || others.length > 0) return null;
  const labels = columns.all.filter(({ field }) => field !== null && FIELDS[field] === 'label');
  const [names, pairs] = [new Set<number>(), new Set<number>()];
  let count = 0;
  for await (const { row, cells } of rows()) {
    if (row <= header.row || repeatsHeader(cells, header.headers)) continue;
    const date = cellText(cells[dated.index]);
    // A time of day says when something was made or changed; hours of days are known by themselves.
    if (TIME_OF_DAY.test(date)) return null;
    const texts = labels.map(({ index }) => cellText(cells[index]));
    if (date === '' || saysTotal(texts.find((text) => text !== '') ?? date)) continue;
    count += 1;
    if (count > MOST_ROWS) return null;
    const name = texts.join('\u0001');
    names.add(longHashOf(name));
    pairs.add(longHashOf(`${name}\u0002${date}`));
  }
  if (pairs.size < 2 * names.size || pairs.size < (1 - MOST_AGAIN) * count) return null;
  const column: Column = { ...dated, field: namesWeeks(dated.header) ? 'week' : 'date', because: { kind: 'dates' } };
  return { ...columns, all: columns.all.map((one) => (one.index === column.index ? column : one)) };
}
