import { findHeader, HEADER_WITHIN } from './header.js';
import { visible } from './header-name.js';
import type { Found } from './layout.js';
import { shortened } from './limits.js';
import { platformIn } from './platform-names.js';
import { type FileRow, fileRows, type Layout, workbookRows } from './records.js';
import { isRefusal } from './refusal.js';
import type { StoredFile } from './source.js';
import { cellText } from './total-row.js';
import { saysTotal } from './total-words.js';
import { listedSheets } from './unpacked.js';

/** Column that the names of sheets stand in, where they are platforms. */
const PLATFORM = 'Platform';
/** Workbooks have a sheet a month, a market or a platform. */
const MOST_SHEETS = 64;

/** A workbook's sheets that belong together, and those with figures in other columns, by name. */
export interface Sheets {
  readonly found: Found;
  readonly read: readonly string[];
  readonly others: readonly string[];
  /** Those with the same columns that aren't shown. */
  readonly hidden: readonly string[];
}

/**
 * Sheets with the same columns as the one that was found are parts of one table (a month, an account or a platform each): they are read one
 * after the other, but for those that the workbook hides, and where each is named for a platform, and no column is, that is their rows' platform. `others` have columns of an export, too, but not
 * the same ones.
 */
export async function withSheets(file: StoredFile, found: Found, mapped: ReadonlySet<string>): Promise<Sheets> {
  const { layout, header } = found;
  if (layout.format === 'csv') return { found, read: [], others: [], hidden: [] };
  const listed = await listedSheets(file);
  const nameOf = (sheet: number): string => listed[sheet]?.name ?? `sheet ${sheet + 1}`;
  const own = named(header.headers);
  const [more, others, hidden]: [number[], number[], number[]] = [[], [], []];
  for (let sheet = 0; sheet < Math.min(listed.length, MOST_SHEETS); sheet++) {
    if (sheet === layout.sheet) continue;
    const other = await headerOf(file, sheet, mapped);
    if (other === null) continue;
    if (named(other) !== own) others.push(sheet);
    else if (listed[sheet]?.hidden === true) hidden.push(sheet);
    else more.push(sheet);
  }
  const read = more.length === 0 ? [] : [layout.sheet, ...more].map(nameOf);
  const platforms = read.map((name) => platformIn(name)?.platform ?? '');
  const byPlatform =
    platforms.length > 0 &&
    !platforms.includes('') &&
    new Set(platforms).size > 1 &&
    !header.headers.some((one) => visible(one).toLowerCase() === PLATFORM.toLowerCase());
  return {
    found: {
      ...found,
      layout: { ...layout, ...(more.length === 0 ? {} : { more }), ...(byPlatform ? { platforms } : {}) },
      header: byPlatform ? { ...header, headers: [...header.headers, PLATFORM] } : header,
    },
    read,
    others: others.map(nameOf),
    hidden: hidden.map(nameOf),
  };
}

/** A sheet's header; `null`: it has none, or can't be read. */
async function headerOf(
  file: StoredFile,
  sheet: number,
  mapped: ReadonlySet<string>,
): Promise<readonly string[] | null> {
  const rows: FileRow[] = [];
  try {
    for await (const row of workbookRows(file, sheet, HEADER_WITHIN)) rows.push(shortened(row));
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }
  return findHeader(rows, mapped)?.headers ?? null;
}

/** Names of columns as far as there are any. */
function named(headers: readonly string[]): string {
  const last = headers.findLastIndex((header) => header !== '');
  return JSON.stringify(headers.slice(0, last + 1));
}

/** All rows of a file in order, each with the platform that its sheet is named for, where sheets are. */
export function exportRows(file: StoredFile, layout: Layout, headers: readonly string[]): AsyncGenerator<FileRow> {
  const platforms = layout.format === 'xlsx' ? layout.platforms : undefined;
  const rows = fileRows(file, layout);
  return platforms === undefined ? rows : withPlatform(rows, platforms, headers.length - 1);
}

/** @param width columns before that of platforms */
async function* withPlatform(
  rows: AsyncIterable<FileRow>,
  platforms: readonly string[],
  width: number,
): AsyncGenerator<FileRow> {
  for await (const one of rows) {
    const { cells, sheet = 0 } = one;
    const filled = cells.filter((cell) => cellText(cell) !== '');
    // Totals and titles are no platform's.
    if (filled.length < 2 || saysTotal(cellText(filled[0]))) yield one;
    else {
      const own = Array.from({ length: width }, (_, at) => cells[at] ?? '');
      yield { ...one, cells: [...own, platforms[sheet] ?? '', ...cells.slice(width)] };
    }
  }
}
