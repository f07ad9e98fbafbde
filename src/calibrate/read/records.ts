import { pipeline, Readable } from 'node:stream';
import { type Options, parse } from 'csv-parse';
import { streamXlsxRows } from 'hucre/xlsx';
import { decode } from './encoding.js';
import { withinLimits } from './limits.js';
import * as messages from './messages.js';
import { refusalOf, refuse } from './refusal.js';
import type { StoredFile } from './source.js';

/** A cell: text of a CSV file, or what a workbook has typed. A blank one is the empty text. */
export type Cell = string | number | Date;

/** A row with its number, from 1; blank lines count. */
export interface FileRow {
  readonly row: number;
  readonly cells: readonly Cell[];
  /** Place of its sheet among those that are read, where there are several. */
  readonly sheet?: number;
}

/** How a file's rows are found. */
export type Layout =
  | { readonly format: 'csv'; readonly encoding: string; readonly delimiter: string }
  | {
      readonly format: 'xlsx';
      readonly sheet: number;
      /** Further sheets with the same columns, which are read after it. */
      readonly more?: readonly number[];
      /** Platform that the name of each sheet says, in their order, where the rows don't. */
      readonly platforms?: readonly string[];
    };

/** A row longer than this is no row: a quotation mark has swallowed what follows it. */
const LONGEST_RECORD = 1024 * 1024;

/** The parser's options that are used here; its own types stay out of the library's declarations. */
interface CsvOptions {
  readonly delimiter: string;
  readonly relax_quotes: boolean;
  readonly relax_column_count: boolean;
  readonly skip_empty_lines: boolean;
  readonly record_delimiter: string[];
  readonly max_record_size: number;
}

/** How CSV is parsed everywhere here: ragged rows and stray quotes come through, to be judged by content. */
export function csvOptions(delimiter: string): CsvOptions {
  return {
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: false,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: LONGEST_RECORD,
  };
}

/** All rows of a file in order, one after the other, in bounded memory. */
export function fileRows(file: StoredFile, layout: Layout): AsyncGenerator<FileRow> {
  const rows =
    layout.format === 'csv'
      ? csvRows(file, layout.encoding, layout.delimiter)
      : sheetRows(file, [layout.sheet, ...(layout.more ?? [])]);
  return withinLimits(rows);
}

async function* csvRows(file: StoredFile, encoding: string, delimiter: string): AsyncGenerator<FileRow> {
  let row = 0;
  for await (const cells of parsed(file, encoding, csvOptions(delimiter))) {
    row += 1;
    yield { row, cells: cells as string[] };
  }
}

/** Text of the rows asked for, as it stands in the file; `wanted` ascends. */
export async function* rawRows(
  file: StoredFile,
  layout: Layout,
  wanted: ReadonlySet<number>,
): AsyncGenerator<{ row: number; raw: string }> {
  if (layout.format === 'xlsx') {
    for await (const { row, cells } of sheetRows(file, [layout.sheet, ...(layout.more ?? [])])) {
      if (wanted.has(row)) yield { row, raw: cells.map(plainCell).join('\t') };
    }
    return;
  }
  let row = 0;
  for await (const record of parsed(file, layout.encoding, { ...csvOptions(layout.delimiter), raw: true })) {
    row += 1;
    if (wanted.has(row)) yield { row, raw: withoutLineEnd((record as { raw: string }).raw) };
  }
}

/** Without the line ends at its end: a pattern would begin anew at each of those within it. */
function withoutLineEnd(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === '\n' || text[end - 1] === '\r')) end -= 1;
  return text.slice(0, end);
}

const plainCell = (cell: Cell): string => (cell instanceof Date ? cell.toISOString() : String(cell));

async function* parsed(file: StoredFile, encoding: string, options: Options): AsyncGenerator<unknown> {
  const parser = parse(options);
  const text = Readable.from(decode(file.open() as AsyncIterable<Buffer>, encoding));
  // An error on the way destroys the parser, and so comes out of the loop below.
  pipeline(text, parser, () => {});
  try {
    for await (const record of parser) yield record;
  } catch (error) {
    refuseCsv(error);
  }
}

function refuseCsv(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE') {
    const line = error instanceof Error && 'lines' in error ? Number(error.lines) : 0;
    refuse(messages.unclosedQuote(line));
  }
  if (code.startsWith('CSV_')) refuse(messages.malformedCsv((error as Error).message));
  return refuse(refusalOf(error));
}

/** Rows of sheets one after the other; their numbers go on from one to the next. */
async function* sheetRows(file: StoredFile, sheets: readonly number[]): AsyncGenerator<FileRow> {
  let [before, last] = [0, 0];
  for (const [place, sheet] of sheets.entries()) {
    for await (const { row, cells } of workbookRows(file, sheet, undefined)) {
      last = before + row;
      yield { row: last, cells, sheet: place };
    }
    before = last;
  }
}

/** Rows of one sheet of a workbook, by its place from 0. */
export async function* workbookRows(
  file: StoredFile,
  sheet: number,
  maxRows: number | undefined,
): AsyncGenerator<FileRow> {
  const bytes = file.open();
  try {
    const input = Readable.toWeb(bytes) as ReadableStream<Uint8Array>;
    let next = 0;
    const limit = maxRows === undefined ? {} : { maxRows };
    for await (const { index, values } of streamXlsxRows(input, { sheet, ...limit })) {
      // A workbook leaves blank rows out.
      while (next < index) {
        next += 1;
        yield { row: next, cells: [] };
      }
      next = index + 1;
      yield { row: next, cells: values.map(cellOf) };
    }
  } catch (error) {
    refuse(messages.brokenWorkbook(error instanceof Error ? error.message : String(error)));
  } finally {
    // Whoever stops reading, or finds no workbook in it, leaves the file open otherwise.
    bytes.destroy();
  }
}

function cellOf(value: unknown): Cell {
  if (typeof value === 'string' || typeof value === 'number' || value instanceof Date) return value;
  if (value === null || value === undefined) return '';
  return String(value);
}
