import { parse } from 'csv-parse/sync';
import { kindOf, plausibility } from './encoding.js';
import { findHeader, HEADER_WITHIN, type Header } from './header.js';
import { shortened } from './limits.js';
import * as messages from './messages.js';
import { csvOptions, type FileRow, type Layout, workbookRows } from './records.js';
import { refusalOf, refuse } from './refusal.js';
import type { StoredFile } from './source.js';
import { listedSheets, refuseBomb } from './unpacked.js';

/** How a file is written and where its header is, whatever kind of table it is. */
interface FoundBy<Head> {
  readonly layout: Layout;
  readonly header: Head;
  /** A file that isn't UTF-8 though it has no mark that says so. */
  readonly legacy: boolean;
}

export type Found = FoundBy<Header>;

/** Finds a header among a file's first rows; `score`: how many of its cells are names that it knows. */
type HeaderFinder<Head> = (rows: readonly FileRow[]) => (Head & { readonly score: number }) | null;

const DELIMITERS = [',', ';', '\t', '|'];

/** A workbook's further sheets are looked at where the first has no header. */
const SHEETS = 5;

/** Finds how a file is written and where its header is: of all readings the one that knows most columns. */
export async function findLayout(file: StoredFile, mapped: ReadonlySet<string>): Promise<Found> {
  let searched = 0;
  const found = await findLayoutBy(file, (rows) => {
    searched = Math.max(searched, rows.length);
    return findHeader(rows, mapped);
  });
  return found ?? refuse(messages.noHeader(searched));
}

/** The same with another way to know a header; `null` where no reading has one. */
export async function findLayoutBy<Head>(
  file: StoredFile,
  find: HeaderFinder<Head>,
): Promise<FoundBy<Head & { readonly score: number }> | null> {
  if (file.bytes === 0) refuse(messages.emptyFile());
  const kind = kindOf(file);
  if (kind.kind === 'xlsx') {
    await refuseBomb(file);
    return findSheet(file, find);
  }
  let best: FoundBy<Head & { readonly score: number }> | null = null;
  let bestPlausible = 0;
  for (const encoding of kind.encodings) {
    const text = sampleText(file, encoding);
    // Bytes that aren't this encoding's at all.
    if (kind.encodings.length > 1 && text.includes('\ufffd')) continue;
    const plausible = kind.encodings.length > 1 ? plausibility(text) : 1;
    for (const delimiter of DELIMITERS) {
      const rows = sampleRows(text, delimiter);
      const header = find(rows);
      const known = best?.header.score ?? 0;
      if (header === null || header.score < known) continue;
      // Names of columns say most; where they are plain ASCII, the letters of the names below do.
      if (header.score === known && plausible <= bestPlausible + 1e-9) continue;
      bestPlausible = plausible;
      best = { layout: { format: 'csv', encoding, delimiter }, header, legacy: kind.encodings.length > 1 };
    }
  }
  return best;
}

/** The file's beginning, up to the last whole line. */
function sampleText(file: StoredFile, encoding: string): string {
  const text = new TextDecoder(encoding).decode(file.head);
  if (file.bytes <= file.head.length) return text;
  return text.slice(0, Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1);
}

function sampleRows(text: string, delimiter: string): FileRow[] {
  const rows: FileRow[] = [];
  const collect = (cells: string[]): null => {
    rows.push(shortened({ row: rows.length + 1, cells }));
    return null;
  };
  try {
    parse(text, { ...csvOptions(delimiter), to: HEADER_WITHIN, on_record: collect as never });
  } catch {
    // Rows before the mistake are enough to know the header by; reading the whole file comes upon it again.
  }
  return rows;
}

async function findSheet<Head>(
  file: StoredFile,
  find: HeaderFinder<Head>,
): Promise<FoundBy<Head & { readonly score: number }> | null> {
  let best: FoundBy<Head & { readonly score: number }> | null = null;
  const listed = await listedSheets(file);
  // Of sheets with as many columns that are known, one that is shown.
  const isHidden = (sheet: number): number => (listed[sheet]?.hidden === true ? 1 : 0);
  const order = Array.from({ length: SHEETS }, (_, sheet) => sheet).sort((a, b) => isHidden(a) - isHidden(b));
  for (const [place, sheet] of order.entries()) {
    const rows: FileRow[] = [];
    try {
      for await (const row of workbookRows(file, sheet, HEADER_WITHIN)) rows.push(shortened(row));
    } catch (error) {
      // One sheet must be there; after the last one there are no more.
      if (place === 0) refuse(refusalOf(error));
      continue;
    }
    const header = find(rows);
    if (header !== null && header.score > (best?.header.score ?? 0)) {
      best = { layout: { format: 'xlsx', sheet }, header, legacy: false };
    }
  }
  return best;
}
