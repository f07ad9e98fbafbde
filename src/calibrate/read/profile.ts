import { isCurrency } from '../../units/money.js';
import type { Column, Columns } from './columns.js';
import { type DateShapes, noDateShapes, observeDate, readDate } from './dates.js';
import { epochIn } from './epochs.js';
import { FIELDS } from './fields.js';
import { repeatsHeader } from './header.js';
import { type HourCells, hasDates, isHourOfADay, mayBeHours } from './hours.js';
import { namedAsWeek } from './named-weeks.js';
import { isMissing, type NumberShapes, noShapes, observeNumber } from './numbers.js';
import { isElsewhere, platformIn } from './platform-names.js';
import type { Cell, FileRow } from './records.js';

/** What a whole column looks like: numbers of every column that could hold them, dates of date columns. */
export interface ColumnProfile extends HourCells {
  readonly column: Column;
  readonly numbers: NumberShapes | null;
  readonly dates: DateShapes | null;
  /** Cells that aren't missing; counted for names only. */
  filled: number;
  /** Of them, those that are no bare number and no date. */
  wordy: number;
  /** Cells that are hours of days, and others that aren't missing; counted where no column of dates is known. */
  hours: number;
  others: number;
  /** Of the first cells of a column without a name that is known: those that aren't missing, and of these, dates. */
  looked: number;
  dated: number;
  /** Of those, codes of currencies. */
  codes: number;
  /** Of those, the ones that name a platform, and which they name. */
  platforms: number;
  readonly named: Set<string>;
  /** The platform that each of them names, in order; empty: none. */
  readonly inOrder: string[];
}

/** A name as people give it: neither a bare number nor a date. */
export function isWordy(cell: Cell): boolean {
  if (typeof cell !== 'string') return false;
  const text = cell.trim();
  return !/^[-+]?[\d\s.,:/%-]+$/.test(text);
}

/** Cells that show whether a column has dates. */
const ENOUGH_LOOKED = 200;
/** Share of them that are dates in a column of dates: totals and notes below stand in it, too. */
const MOSTLY_DATES = 0.9;
/** The same of platforms: some rows have one that isn't known here. */
const MOSTLY_PLATFORMS = 0.8;

const isUnknown = ({ because }: Column): boolean => because.kind === 'unknown';

/** Columns without a name that is known whose cells are dates. */
export const withDates = (profiles: readonly ColumnProfile[]): readonly string[] =>
  profiles
    .filter(({ column, looked, dated }) => isUnknown(column) && looked >= 2 && dated >= MOSTLY_DATES * looked)
    .map(({ column }) => column.header);

/** Where no column is known to name platforms, and the cells of one do, or of several that name the same, that is the column of platforms, whatever it is called. `null`: there is none. */
export function withPlatforms(columns: Columns, profiles: readonly ColumnProfile[]): Columns | null {
  if (columns.groups.length > 0 || columns.all.some(({ field }) => field === 'platform')) return null;
  const home = columns.platform?.ownExport === true ? columns.platform.name : null;
  const named = profiles.filter(
    ({ column, looked, platforms, named: names }) =>
      isUnknown(column) &&
      looked >= 2 &&
      platforms >= MOSTLY_PLATFORMS * looked &&
      // A table with one platform's names of columns may be anybody's, but not with another platform in its cells.
      (home === null || [...names].some((name) => isElsewhere(home, name))),
  );
  const [only, ...others] = named;
  if (only === undefined || others.some(({ inOrder }) => inOrder.join() !== only.inOrder.join())) return null;
  const column: Column = { ...only.column, field: 'platform', because: { kind: 'platforms' } };
  return { ...columns, platform: null, all: columns.all.map((one) => (one.index === column.index ? column : one)) };
}

/** Where no column is known to have currencies, and all cells of one are codes of them, that is the column of currencies, whatever it is called. `null`: there is none. */
export function withCurrencies(columns: Columns, profiles: readonly ColumnProfile[]): Columns | null {
  if (columns.all.some(({ field }) => field === 'currency')) return null;
  const [only, ...others] = profiles.filter(
    ({ column, looked, codes }) => isUnknown(column) && looked >= 2 && codes === looked,
  );
  if (only === undefined || others.length > 0) return null;
  const column: Column = { ...only.column, field: 'currency', because: { kind: 'currencies' } };
  return { ...columns, all: columns.all.map((one) => (one.index === column.index ? column : one)) };
}

const isDate = (column: Column): boolean => column.field !== null && FIELDS[column.field] === 'date';

/** Whether figures or rates stand in a column. */
export function isNumeric(column: Column): boolean {
  if (column.field === null) return false;
  const kind = FIELDS[column.field];
  return kind === 'money' || kind === 'count' || kind === 'attributed' || kind === 'rate';
}

/** First pass over the rows below the header: each column as a whole. */
export async function profileColumns(
  rows: AsyncIterable<FileRow>,
  columns: Columns,
  headers: readonly string[],
  headerRow: number,
): Promise<readonly ColumnProfile[]> {
  const profiles = columns.all.map((column): ColumnProfile => {
    const asDates = isDate(column);
    const asNumbers = isNumeric(column) || (column.field === null && column.header !== '');
    return {
      column,
      numbers: asNumbers ? noShapes() : null,
      dates: asDates ? noDateShapes() : null,
      filled: 0,
      wordy: 0,
      hours: 0,
      others: 0,
      looked: 0,
      dated: 0,
      codes: 0,
      platforms: 0,
      named: new Set(),
      inOrder: [],
    };
  });
  const looked = profiles.filter(
    (profile) => profile.numbers !== null || profile.dates !== null || isName(profile.column),
  );
  const undated = hasDates(columns) ? [] : profiles.filter(({ column }) => mayBeHours(column));
  for await (const { row, cells } of rows) {
    if (row <= headerRow || cells.length < 2 || repeatsHeader(cells, headers)) continue;
    for (const profile of looked) observe(profile, cells[profile.column.index] ?? '', columns.language);
    for (const profile of undated) observeHour(profile, cells[profile.column.index] ?? '');
  }
  return profiles;
}

/** @param cell of a column that may turn out to be one of hours */
function observeHour(profile: ColumnProfile, cell: Cell): void {
  if (typeof cell === 'string' && isMissing(cell)) return;
  if (typeof cell === 'string' && isHourOfADay(cell)) profile.hours += 1;
  else profile.others += 1;
}

const isName = ({ field }: Column): boolean => field !== null && FIELDS[field] === 'label';

function observe(profile: ColumnProfile, cell: Cell, language: string): void {
  const { numbers, dates } = profile;
  if (numbers === null && dates === null) {
    if (typeof cell === 'string' && isMissing(cell)) return;
    profile.filled += 1;
    if (isWordy(cell)) profile.wordy += 1;
    return;
  }
  if (
    profile.column.field === null &&
    profile.looked < ENOUGH_LOOKED &&
    !(typeof cell === 'string' && isMissing(cell))
  ) {
    profile.looked += 1;
    if (typeof cell === 'string' && isCurrency(cell.trim())) profile.codes += 1;
    const platform = typeof cell === 'string' ? platformIn(cell)?.platform : undefined;
    profile.inOrder.push(platform ?? '');
    if (platform !== undefined) {
      profile.platforms += 1;
      profile.named.add(platform);
    }
    // A number alone may be anything.
    const seconds = epochIn(cell);
    // Whole hours since 1970 are no numbers of campaigns.
    if (seconds !== null && seconds % 3600 === 0) profile.dated += 1;
    else if (
      typeof cell !== 'number' &&
      typeof readDate(cell, 'day first') !== 'string' &&
      !/^\d+(?:\.\d+)?$/.test(String(cell))
    )
      profile.dated += 1;
  }
  if (numbers !== null) {
    if (typeof cell === 'string') observeNumber(numbers, cell, isNumeric(profile.column) ? language : null);
    else if (typeof cell === 'number') observeTyped(numbers, cell);
    else numbers.text += 1;
  }
  if (dates !== null) {
    const date = profile.column.field === 'week' ? namedAsWeek(cell) : cell;
    if (typeof date === 'string') observeDate(dates, date);
    else if (epochIn(date) !== null) observeDate(dates, String(date));
    else dates.typed += 1;
  }
}

function observeTyped(shapes: NumberShapes, value: number): void {
  shapes.plain += 1;
  if (value === 0) shapes.zeros += 1;
  const fraction = /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
  shapes.decimals = Math.max(shapes.decimals, fraction);
  if (fraction > 0) shapes.fractions += 1;
}
