import type { Column, Columns } from './columns.js';
import { FIELDS, type Field } from './fields.js';
import { repeatsHeader } from './header.js';
import { isMissing } from './numbers.js';
import { type ColumnProfile, isNumeric } from './profile.js';
import type { Cell, FileRow } from './records.js';
import { longHashOf } from './table.js';
import { cellText } from './total-row.js';
import { saysTotal } from './total-words.js';

/** What merged cells and the outlines of pivot tables name once for a group of rows. */
const NAMED_ONCE: ReadonlySet<Field> = new Set<Field>([
  'date',
  'week',
  'month',
  'start',
  'account',
  'campaign',
  'campaign_id',
  'adset',
  'adset_id',
  'platform',
  'objective',
  'campaign_type',
  'country',
]);
/** Two merged cells have a name on every second row. */
const LEAST_BLANK = 0.5;
/** A closer look is worth it below this share of the rows with figures, totals among them. */
const MOST_FILLED = 0.7;
/** Of fewer rows nothing can be said. */
const LEAST_ROWS = 4;
/** Larger tables are no work of hands. */
const MOST_ROWS = 500_000;

/**
 * The columns that have a name on the first row of each group and blanks below it, as merged cells and pivot tables are saved. So it is where half of
 * the cells are blank, the first isn't, every row is of a day and names of its own once they are filled down, and the rows of one group are those
 * of the next or there is one group: blanks among days in a row are names that are missing. Two passes, and none where no column is half blank.
 */
export async function namedOnce(
  rows: () => AsyncIterable<FileRow>,
  columns: Columns,
  profiles: readonly ColumnProfile[],
  header: { readonly row: number; readonly headers: readonly string[] },
): Promise<readonly Column[]> {
  const figures = Math.max(0, ...profiles.map(numbersIn));
  const asked = profiles.flatMap((profile) => {
    const { column } = profile;
    const filled = filledIn(profile);
    const once = column.field !== null && NAMED_ONCE.has(column.field);
    return once && filled > 0 && filled <= MOST_FILLED * figures ? [column] : [];
  });
  if (asked.length === 0 || figures > MOST_ROWS) return [];
  const blanks = new Map(asked.map((column) => [column, 0]));
  let count = 0;
  for await (const cells of figureRows(rows(), columns, header)) {
    count += 1;
    for (const column of asked) {
      if (!isMissing(cellText(cells[column.index]))) continue;
      blanks.set(column, count === 1 ? Number.NaN : (blanks.get(column) ?? 0) + 1);
    }
  }
  const once = asked.filter((column) => (blanks.get(column) ?? 0) >= LEAST_BLANK * count);
  // Figures under names that aren't known tell rows apart no more than others do.
  const figured = new Set(profiles.flatMap((profile) => (numbersIn(profile) > 0 ? [profile.column] : [])));
  const others = columns.all.filter(
    (column) => !isNumeric(column) && !once.includes(column) && !(column.field === null && figured.has(column)),
  );
  if (once.length === 0 || count < LEAST_ROWS || !others.some(({ field }) => field !== null)) return [];
  const last = new Map<Column, string>();
  const [whole, parts] = [new Set<number>(), new Set<number>()];
  let groups = 0;
  for await (const cells of figureRows(rows(), columns, header)) {
    const names = once.filter(({ index }) => !isMissing(cellText(cells[index])));
    for (const column of names) last.set(column, cellText(cells[column.index]));
    if (names.length > 0) groups += 1;
    const own = others.map(({ index }) => cellText(cells[index])).join('\u0001');
    parts.add(longHashOf(own));
    whole.add(longHashOf(`${once.map((column) => last.get(column)).join('\u0001')}\u0002${own}`));
  }
  return whole.size === count && (parts.size < count || groups === 1) ? once : [];
}

/** Rows with the names of their groups. */
export function filledDown(
  rows: AsyncGenerator<FileRow>,
  once: readonly Column[],
  columns: Columns,
  header: { readonly row: number; readonly headers: readonly string[] },
): AsyncGenerator<FileRow> {
  return once.length === 0 ? rows : withNames(rows, once, columns, header);
}

async function* withNames(
  rows: AsyncIterable<FileRow>,
  once: readonly Column[],
  columns: Columns,
  header: { readonly row: number; readonly headers: readonly string[] },
): AsyncGenerator<FileRow> {
  const last = new Map<number, Cell>();
  for await (const one of rows) {
    if (one.row <= header.row || !isOfFigures(one.cells, columns, header.headers)) {
      yield one;
      continue;
    }
    const cells = [...one.cells];
    for (const { index } of once) {
      const cell = cells[index] ?? '';
      if (isMissing(cellText(cell))) cells[index] = last.get(index) ?? '';
      else last.set(index, cell);
    }
    yield { ...one, cells };
  }
}

/** Cells of the rows that have figures and a name or day of their own. */
async function* figureRows(
  rows: AsyncIterable<FileRow>,
  columns: Columns,
  header: { readonly row: number; readonly headers: readonly string[] },
): AsyncGenerator<readonly Cell[]> {
  for await (const { row, cells } of rows) {
    if (row > header.row && isOfFigures(cells, columns, header.headers)) yield cells;
  }
}

/** Whether a row has figures and a name or day of its own, and is neither a total nor the header again. */
function isOfFigures(cells: readonly Cell[], { all }: Columns, headers: readonly string[]): boolean {
  const texts = cells.map(cellText);
  if (saysTotal(texts.find((text) => text !== '') ?? '') || repeatsHeader(cells, headers)) return false;
  const has = (some: (column: Column) => boolean): boolean =>
    all.some((column) => some(column) && !isMissing(texts[column.index] ?? ''));
  return (
    has(isNumeric) && has(({ field }) => field !== null && (FIELDS[field] === 'label' || FIELDS[field] === 'date'))
  );
}

function numbersIn({ numbers }: ColumnProfile): number {
  if (numbers === null) return 0;
  return numbers.plain + numbers.point + numbers.comma + numbers.threeAfterPoint + numbers.threeAfterComma;
}

function filledIn({ dates, filled }: ColumnProfile): number {
  if (dates === null) return filled;
  const { yearFirst, dayFirst, monthFirst, either, same, named, typed, text } = dates;
  return yearFirst + dayFirst + monthFirst + either + same + named + typed + text;
}
