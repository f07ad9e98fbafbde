import type { Column, Columns } from './columns.js';
import { type DatePart, monthIn, numberIn, partNamed } from './date-part-words.js';
import { readDate } from './dates.js';
import { FIELDS } from './fields.js';
import { repeatsHeader } from './header.js';
import type { Cell, FileRow } from './records.js';
import { cellText } from './total-row.js';
import { saysTotal } from './total-words.js';

/** Where a file keeps the parts of its dates, and the columns as they are once these are put together. */
interface DateParts {
  readonly columns: Columns;
  readonly place: Readonly<Partial<Record<DatePart, number>>>;
  /** The shortest part: its column becomes that of dates. */
  readonly finest: Exclude<DatePart, 'year'>;
}

interface HeaderOf {
  readonly row: number;
  readonly headers: readonly string[];
}

/** Share of the cells of a column that must be what its name says: totals and notes stand in it, too. */
const MOSTLY = 0.8;
/** How far a week's number may be from the middle of its month's. */
const WEEKS_APART = 4;

interface Cells {
  /** Those that aren't blank and no total's. */
  filled: number;
  /** Of them, whole dates, and parts as the column's name says. */
  dates: number;
  parts: number;
}

/**
 * Columns of years and of months, weeks, quarters or days that are a date only together (`Year`, `Month`, `Day`); `null` where there are none, or where one
 * column alone has whole dates. One pass over the rows, and none where no column is called a year.
 */
export async function dateParts(
  rows: () => AsyncIterable<FileRow>,
  columns: Columns,
  header: HeaderOf,
): Promise<DateParts | null> {
  const named = columns.all.flatMap((column) => {
    const part = partNamed(column.header);
    const taken = column.field !== null && FIELDS[column.field] !== 'date' && FIELDS[column.field] !== 'ignored';
    return part === null || taken || column.because.kind === 'mapping' ? [] : [{ column, part }];
  });
  if (!named.some(({ part }) => part === 'year') || named.length < 2) return null;
  const dated = columns.all.filter(({ field }) => field !== null && FIELDS[field] === 'date');
  const asked = [...new Set([...named.map(({ column }) => column), ...dated])];
  const { cells, ofMonths } = await lookAt(rows(), asked, named, header);
  const whole = ({ filled, dates }: Cells): boolean => filled > 0 && dates >= MOSTLY * filled;
  if ([...cells.values()].some(whole)) return null;
  const place: Partial<Record<DatePart, number>> = {};
  for (const { column, part } of named) {
    const { filled, parts } = cells.get(column) as Cells;
    if (filled > 0 && parts >= MOSTLY * filled && !(part === 'week' && ofMonths)) place[part] ??= column.index;
  }
  const finest = finestOf(place);
  if (finest === null) return null;
  const own = columns.all.find(({ index }) => index === place[finest]) as Column;
  const used = new Set(Object.values(place));
  const all = columns.all.map((column): Column => {
    if (column === own) {
      const headers = named.flatMap((one) => (used.has(one.column.index) ? [one.column.header] : []));
      return { ...column, field: finest === 'week' ? 'week' : 'date', because: { kind: 'date parts', headers } };
    }
    if (used.has(column.index))
      return { ...column, field: null, because: { kind: 'used', header: own.header, field: 'date' } };
    // Names of weekdays, or the weeks of a month, beside the parts.
    const splits = named.some((one) => one.column === column && (one.part === 'week' || one.part === 'day'));
    return splits || dated.includes(column) ? { ...column, field: 'breakdown' } : column;
  });
  return { columns: { ...columns, all }, place, finest };
}

function finestOf(place: DateParts['place']): DateParts['finest'] | null {
  if (place.year === undefined) return null;
  if (place.day !== undefined && place.month !== undefined) return 'day';
  return (['date', 'week', 'month', 'quarter'] as const).find((part) => place[part] !== undefined) ?? null;
}

async function lookAt(
  rows: AsyncIterable<FileRow>,
  asked: readonly Column[],
  named: readonly { readonly column: Column; readonly part: DatePart }[],
  header: HeaderOf,
): Promise<{ readonly cells: ReadonlyMap<Column, Cells>; readonly ofMonths: boolean }> {
  const found = new Map(asked.map((column) => [column, { filled: 0, dates: 0, parts: 0 }]));
  const [week, month] = (['week', 'month'] as const).map(
    (part) => named.find((one) => one.part === part)?.column.index,
  );
  let [weeks, apart] = [0, 0];
  for await (const { row, cells } of rows) {
    if (row <= header.row || repeatsHeader(cells, header.headers)) continue;
    for (const [column, counts] of found) {
      const cell = cells[column.index] ?? '';
      const text = cellText(cell);
      if (text === '' || saysTotal(text)) continue;
      counts.filled += 1;
      if (typeof readDate(cell, 'day first') === 'object') counts.dates += 1;
      const part = named.find((one) => one.column === column)?.part;
      if (part !== undefined && numberIn(cell, part) !== null) counts.parts += 1;
    }
    const [ofYear, ofMonth] = [numberIn(cells[week ?? -1] ?? '', 'week'), monthIn(cells[month ?? -1] ?? '')];
    if (ofYear === null || ofMonth === null) continue;
    weeks += 1;
    const distance = Math.abs(ofYear - (52.2 / 12) * (ofMonth - 0.5));
    if (Math.min(distance, 52 - distance) > WEEKS_APART) apart += 1;
  }
  return { cells: found, ofMonths: apart > (1 - MOSTLY) * weeks };
}

/** Rows whose dates stand in one column. Years and months that stand on the first row of a group only, as merged cells do, are those of the rows below. */
export async function* withWholeDates(
  rows: AsyncIterable<FileRow>,
  { place, finest }: DateParts,
  header: HeaderOf,
): AsyncGenerator<FileRow> {
  const last = new Map<DatePart, Cell>();
  const at = place[finest] as number;
  for await (const one of rows) {
    if (one.row <= header.row) {
      yield one;
      continue;
    }
    const own = cellText(one.cells[at]);
    const cellOf = (part: DatePart): Cell => {
      const cell = one.cells[place[part] ?? -1] ?? '';
      if (cellText(cell) === '') return own === '' ? '' : (last.get(part) ?? '');
      last.set(part, cell);
      return cell;
    };
    const date = wholeDate(place, finest, cellOf);
    yield date === null ? one : { ...one, cells: one.cells.map((cell, index) => (index === at ? date : cell)) };
  }
}

/** A date of its parts, so that it is read as one; `null` where they are none. */
function wholeDate(
  place: DateParts['place'],
  finest: DateParts['finest'],
  cellOf: (part: DatePart) => Cell,
): string | null {
  const year = numberIn(cellOf('year'), 'year');
  const month = place.month === undefined ? null : monthIn(cellOf('month'));
  if (year === null) return null;
  if (finest === 'date') return `${cellText(cellOf('date'))} ${year}`;
  const own = numberIn(cellOf(finest), finest);
  if (own === null) return null;
  const two = (value: number): string => String(value).padStart(2, '0');
  if (finest === 'quarter') return `Q${own} ${year}`;
  if (finest === 'month') return `${year}-${two(own)}`;
  if (finest === 'day') return month === null ? null : `${year}-${two(month)}-${two(own)}`;
  // A calendar's year beside a week that belongs to the one before or after.
  const of = month === 12 && own === 1 ? year + 1 : month === 1 && own >= 52 ? year - 1 : year;
  return `Week ${own} ${of}`;
}
