import type { Column, Columns } from './columns.js';
import { FIELDS, type Field } from './fields.js';
import { repeatsHeader } from './header.js';
import { isMissing } from './numbers.js';
import { type ColumnProfile, isNumeric } from './profile.js';
import type { Cell, FileRow } from './records.js';
import { hashInto } from './table.js';
import { cellText, saysTotal } from './total-row.js';

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
/** Of a whole column, totals in it: below this share of the figures a closer look is worth it. */
const MOST_FILLED = 0.7;
/** Of fewer rows nothing can be said. */
const LEAST_ROWS = 4;
/** Larger tables are no work of hands. */
const MOST_ROWS = 500_000;

/**
 * The columns that have a name on the first row of each group and blanks below it, as merged cells and pivot tables are saved. So it is where half of
 * the cells are blank, the first isn't, every row is of a day and names of its own once they are filled down, and the rows of one group are those
 * of the next or there is one group: blanks among days in a row are names that are missing. One pass, and none where no column is half blank.
 */
export async function namedOnce(
  rows: () => AsyncIterable<FileRow>,
  columns: Columns,
  profiles: readonly ColumnProfile[],
  header: { readonly row: number; readonly headers: readonly string[] },
): Promise<readonly Column[]> {
  const figures = Math.max(0, ...profiles.map(numbersIn));
  const asked = profiles.filter((profile) => {
    const { column } = profile;
    const filled = filledIn(profile);
    return column.field !== null && NAMED_ONCE.has(column.field) && filled > 0 && filled <= MOST_FILLED * figures;
  });
  const candidates = asked.map(({ column }) => column.index);
  const others = columns.all.filter((column) => !isNumeric(column) && !candidates.includes(column.index));
  if (candidates.length === 0 || figures > MOST_ROWS || !others.some(({ field }) => field !== null)) return [];
  const blanks = new Map(candidates.map((index) => [index, 0]));
  const last = new Map<number, string>();
  const [all, parts] = [new Set<number>(), new Set<number>()];
  let [count, groups] = [0, 0];
  for await (const { row, cells } of rows()) {
    if (row <= header.row || !isOfFigures(cells, columns, header.headers)) continue;
    count += 1;
    let begins = false;
    for (const index of candidates) {
      const text = cellText(cells[index]);
      if (!isMissing(text)) {
        last.set(index, text);
        begins = true;
      } else if (count === 1) return [];
      else blanks.set(index, (blanks.get(index) ?? 0) + 1);
    }
    if (begins) groups += 1;
    const own = others.map(({ index }) => cellText(cells[index])).join('\u0001');
    parts.add(numberOf(own));
    all.add(numberOf(`${candidates.map((index) => last.get(index)).join('\u0001')}\u0002${own}`));
  }
  const halfBlank = [...blanks.values()].every((blank) => blank >= LEAST_BLANK * count);
  const repeated = parts.size < count || groups === 1;
  return count >= LEAST_ROWS && halfBlank && all.size === count && repeated ? asked.map(({ column }) => column) : [];
}

/** Rows with the names of their groups. */
export async function* filledDown(
  rows: AsyncIterable<FileRow>,
  once: readonly Column[],
  columns: Columns,
  header: { readonly row: number; readonly headers: readonly string[] },
): AsyncGenerator<FileRow> {
  const last = new Map<number, Cell>();
  for await (const one of rows) {
    if (once.length === 0 || one.row <= header.row || !isOfFigures(one.cells, columns, header.headers)) {
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

const words = new Uint32Array(2);
function numberOf(text: string): number {
  hashInto(words, 0, text);
  return (words[0] as number) * 2 ** 21 + ((words[1] as number) >>> 11);
}
