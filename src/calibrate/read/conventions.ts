import { currencyDigits } from '../../units/money.js';
import type { Finding } from '../types.js';
import type { Column } from './columns.js';
import { type DateOrder, type DateShapes, yearlessIn } from './dates.js';
import { FIELDS } from './fields.js';
import * as messages from './messages.js';
import type { DecimalMark, NumberShapes } from './numbers.js';
import { scaleOf } from './plan.js';
import { type ColumnProfile, isNumeric } from './profile.js';
import { refuse } from './refusal.js';

/** Cells of the other writing that may stand in a column by mistake; they are set aside with their rows. */
const STRAY = 0.02;

/**
 * The decimal mark of every column of figures: by the cells that can be read one way only, in the column, else in the
 * file; counts have no decimals; and currencies without a smaller unit have none either. What is left is refused.
 */
export function decimalMarks(
  profiles: readonly ColumnProfile[],
  given: DecimalMark | undefined,
  currency: string | null,
): ReadonlyMap<number, DecimalMark> {
  const numeric = profiles.filter(({ column, numbers }) => numbers !== null && isNumeric(column));
  const marks = new Map<number, DecimalMark>();
  if (given !== undefined) {
    for (const { column } of numeric) marks.set(column.index, given);
    return marks;
  }
  const file = fileMark(numeric);
  const counts = countGroups(numeric);
  for (const { column, numbers } of numeric) {
    const shapes = numbers as NumberShapes;
    const kind = column.field === null ? 'ignored' : FIELDS[column.field];
    const own = ownMark(shapes, column.header);
    if (own !== null) {
      marks.set(column.index, own);
      continue;
    }
    const points = shapes.threeAfterPoint;
    const commas = shapes.threeAfterComma;
    if (points === 0 && commas === 0) {
      marks.set(column.index, file ?? '.');
      continue;
    }
    if (points > 0 && commas > 0) refuse(messages.ambiguousMark(column.header, shapes.exampleThree));
    const grouped: DecimalMark = points > 0 ? ',' : '.';
    const decimal: DecimalMark = points > 0 ? '.' : ',';
    if (kind === 'count' && !inThousands(column, shapes)) {
      // Nobody counts thousandths of an impression: these are thousands, unless the file says otherwise elsewhere.
      if (file === decimal) refuse(messages.ambiguousMark(column.header, shapes.exampleThree));
      marks.set(column.index, grouped);
    } else if (file !== null) {
      marks.set(column.index, file);
    } else if (kind === 'rate') {
      marks.set(column.index, counts ?? decimal);
    } else if (counts === grouped || (kind === 'money' && currency !== null && currencyDigits(currency) === 0)) {
      marks.set(column.index, grouped);
    } else {
      refuse(messages.ambiguousMark(column.header, shapes.exampleThree));
    }
  }
  return marks;
}

/** Thousands have decimals, counts or not. */
const inThousands = (column: Column, { abbreviated }: NumberShapes): boolean =>
  abbreviated > 0 || (scaleOf(column) ?? 0) > 0;

function ownMark({ point, comma, examplePoint, exampleComma }: NumberShapes, header: string): DecimalMark | null {
  if (point === 0 && comma === 0) return null;
  if (Math.min(point, comma) > STRAY * (point + comma)) refuse(messages.mixedMarks(header, examplePoint, exampleComma));
  return point >= comma ? '.' : ',';
}

/** The mark that all columns agree on which can be read one way only. */
function fileMark(numeric: readonly ColumnProfile[]): DecimalMark | null {
  const found = new Set<DecimalMark>();
  for (const { numbers } of numeric) {
    if (numbers === null || (numbers.point === 0 && numbers.comma === 0)) continue;
    found.add(numbers.point >= numbers.comma ? '.' : ',');
  }
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}

/** The mark that goes with how counts are grouped, where they are. */
function countGroups(numeric: readonly ColumnProfile[]): DecimalMark | null {
  let points = 0;
  let commas = 0;
  for (const { column, numbers } of numeric) {
    if (numbers === null || column.field === null || FIELDS[column.field] !== 'count') continue;
    if (inThousands(column, numbers)) continue;
    points += numbers.threeAfterPoint;
    commas += numbers.threeAfterComma;
  }
  if (points > 0 === commas > 0) return null;
  return points > 0 ? ',' : '.';
}

/** Languages that write the day first wherever they write numbers. */
const DAY_FIRST = new Set(['pt', 'es', 'fr', 'it', 'de', 'tr', 'az', 'ar', 'he', 'id', 'ru']);

/**
 * One order of day and month for all date columns: by days above 12, by the point between them (which only day-first
 * writing has), by the header's language; else `open` says what the caller refuses with, unless more tells it.
 */
export function dateOrder(
  profiles: readonly ColumnProfile[],
  dayFirst: boolean | undefined,
  language: string,
): {
  readonly order: DateOrder;
  readonly findings: readonly Finding[];
  /** Why nothing here tells the order; `null` where something does. */
  readonly open: Finding | null;
} {
  const dated = profiles.flatMap(({ column, dates }) => (dates === null ? [] : [{ header: column.header, dates }]));
  const findings = dated.flatMap(({ header, dates }) => {
    const forms = [...dates.forms].filter(([, count]) => count > 1 || dates.text === 0).map(([form]) => form);
    const several = new Set(forms.map((form) => form.replace(/[T ].*$/, ''))).size > 1;
    return several && dates.named === 0 ? [messages.dateForms(header, forms)] : [];
  });
  for (const { header, dates } of dated) {
    const example = yearlessIn(dates);
    if (example !== null) refuse(messages.noYears(header, example));
  }
  if (dayFirst !== undefined) return { order: dayFirst ? 'day first' : 'month first', findings, open: null };
  const sum = (of: (dates: DateShapes) => number): number => dated.reduce((total, { dates }) => total + of(dates), 0);
  for (const { header, dates } of dated) {
    if (dates.dayFirst > 0 && dates.monthFirst > 0) {
      refuse(messages.mixedDateOrders(header, dates.exampleDayFirst, dates.exampleMonthFirst));
    }
  }
  const days = sum((dates) => dates.dayFirst);
  const months = sum((dates) => dates.monthFirst);
  if (days > 0 && months > 0) {
    const one = dated.find(({ dates }) => dates.dayFirst > 0);
    const two = dated.find(({ dates }) => dates.monthFirst > 0);
    refuse(
      messages.mixedDateOrders(one?.header ?? '', one?.dates.exampleDayFirst ?? '', two?.dates.exampleMonthFirst ?? ''),
    );
  }
  if (months > 0) return { order: 'month first', findings, open: null };
  const either = sum((dates) => dates.either);
  const dotted = sum((dates) => dates.dotted);
  const known = days > 0 || either === dotted || DAY_FIRST.has(language);
  const order = either + days + sum((dates) => dates.same) > 0 ? 'day first' : 'year first';
  if (known) return { order, findings, open: null };
  const unclear = dated.find(({ dates }) => dates.either > 0);
  const open = messages.ambiguousDates(unclear?.header ?? '', unclear?.dates.exampleEither ?? '');
  return { order, findings, open };
}
