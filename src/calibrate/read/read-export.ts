import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import type { ColumnReading, Evidence, ExportReading, ExportRows, ExportSource, Finding } from '../types.js';
import { resolveBlankZeros } from './blank-zeros.js';
import { assignColumns, type Column, type Columns, type Mapping } from './columns.js';
import { dateOrder, decimalMarks } from './conventions.js';
import { type CurrencyReading, checkedCode, detectCurrency } from './currency.js';
import { dateParts, withWholeDates } from './date-parts.js';
import { type DateOrder, readDate } from './dates.js';
import { withEpochDays } from './epoch-days.js';
import { filledDown, namedOnce } from './fill-down.js';
import { withHours } from './hours.js';
import { type Found, findLayout } from './layout.js';
import * as messages from './messages.js';
import type { DecimalMark } from './numbers.js';
import { overlappingWindows } from './overlaps.js';
import { planRows } from './plan.js';
import { type ColumnProfile, isNumeric, profileColumns, withCurrencies, withDates, withPlatforms } from './profile.js';
import { withRawText } from './quarantine.js';
import { type RowsRead, readRows } from './read-rows.js';
import {
  asWritten,
  blankSpend,
  idleEnd,
  perhapsMillionths,
  ranked,
  resultsAside,
  taxSaid,
  unread,
  viewThrough,
} from './reading-notes.js';
import type { FileRow } from './records.js';
import { refusalOf, refuse } from './refusal.js';
import { reportDay } from './report-day.js';
import { reshaped } from './reshape.js';
import { otherPlatforms, resolvePlatform } from './row-platforms.js';
import { looksLikeRunningSums } from './running-sums.js';
import {
  countReasons,
  nothingAccepted,
  refuseWrong,
  resolveFuture,
  resolveRates,
  resolveRepeats,
  resolveSubtotals,
  summaries,
} from './set-aside.js';
import { exportRows, type Sheets, withSheets } from './sheets.js';
import { processReadEffects, type ReadEffects, type StoredFile, storeFile } from './source.js';
import { acceptedRows, noRows } from './table.js';
import { compareTotals, totalRows } from './totals.js';
import { withUnnamedDates } from './unnamed-dates.js';
import { orderByMonths, windowHints } from './window-hints.js';
import { fillStarts, periodInPreamble, resolveWindows } from './windows.js';

export interface ReadOptions {
  /** Header → field (see `FIELDS`), or `ignore`; headers left out are recognised. */
  readonly mapping?: Mapping;
  /** Platform of all rows, over what the file says. */
  readonly platform?: string;
  /** Order of day and month, where the file leaves it open or mixes both. */
  readonly dayFirst?: boolean;
  /** ISO 4217, where the file names none. */
  readonly currency?: string;
  /** Decimal mark, where the file leaves it open. */
  readonly decimal?: DecimalMark;
  /** Today, `YYYY-MM-DD`: rows of later days are no spend made, and set aside; left out: rows of any day count. */
  readonly today?: string;
  readonly effects?: ReadEffects;
}

/**
 * Reads a platform's export: CSV, TSV or XLSX, by path or as a stream of bytes.
 *
 * The file is passed over a few times (digest, columns as a whole, rows, text of wrong rows) and never held in memory;
 * what is stored is 8 bytes a figure, 4 a text, and each different text once: a million rows of 12 columns (87 MB of CSV)
 * peak at 280 to 320 MB resident, within a JavaScript heap of 96 MB. What can't be read right is refused
 * (`status: 'refused'`, no rows, the reasons in `findings`) or set aside row by row; nothing is thrown for a file's
 * content. Throws RangeError for a currency or a day that is none.
 */
export async function readExport(input: string | Readable, options: ReadOptions = {}): Promise<ExportReading> {
  const currency = checkedCode(options.currency);
  if (options.today !== undefined) dayOf(options.today);
  let file: StoredFile | null = null;
  let found: Found | null = null;
  try {
    file = await storeFile(input, options.effects ?? processReadEffects);
    const mapped = new Set(Object.keys(options.mapping ?? {}));
    const sheets = await withSheets(file, await findLayout(file, mapped), mapped);
    found = sheets.found;
    return await readFound(file, sheets, { ...options, ...(currency === undefined ? {} : { currency }) });
  } catch (error) {
    return refused(sourceOf(file, found, typeof input === 'string' ? input : null), [refusalOf(error)]);
  } finally {
    await file?.dispose();
  }
}

async function readFound(file: StoredFile, { found, ...sheets }: Sheets, options: ReadOptions): Promise<ExportReading> {
  const { layout } = found;
  const writtenRows = (): AsyncGenerator<FileRow> => exportRows(file, layout, found.header.headers);
  const shaped = await reshaped(writtenRows, found.header);
  const header = shaped?.header ?? found.header;
  const sheetRows = shaped?.rows ?? writtenRows;
  const fileName = file.path === null ? null : basename(file.path);
  const assigned = assignColumns(header.headers, options.mapping ?? {}, fileName);
  const parts = await dateParts(sheetRows, assigned, header);
  const named = parts?.columns ?? assigned;
  const plainRows = (): AsyncGenerator<FileRow> =>
    parts === null ? sheetRows() : withWholeDates(sheetRows(), parts, header);
  const profiled = (some: Columns) => profileColumns(plainRows(), some, header.headers, header.row);
  const first = await profiled(named);
  const hourly = withHours(named, first) ?? (await withUnnamedDates(plainRows, named, first, header)) ?? named;
  const placed = withPlatforms(hourly, first) ?? hourly;
  const columns = withCurrencies(placed, first) ?? placed;
  const profiles = columns === named ? first : await profiled(columns);
  const once = await namedOnce(plainRows, columns, profiles, header);
  const fileRows = (): AsyncGenerator<FileRow> =>
    filledDown(withEpochDays(plainRows(), profiles), once, columns, header);
  const currency = detectCurrency(profiles, options.currency);
  const marks = decimalMarks(profiles, options.decimal, currency.code);
  const plan = planRows(columns, profiles, options.platform ?? columns.platform?.name ?? null);
  const endsOpen = layout.format === 'csv' && !/[\r\n]/.test(file.tail.toString('latin1'));
  const readIn = (one: DateOrder): Promise<RowsRead> =>
    readRows(fileRows(), header, plan, { marks, order: one }, endsOpen);
  const dates = dateOrder(profiles, options.dayFirst, columns.language);
  const { order, findings: dateFindings } =
    dates.open === null ? dates : await orderByMonths(readIn, plan, dates.open, dates.findings);
  const read = await readIn(order);
  refuseWrong(read);
  const futureFindings = resolveFuture(
    read,
    plan,
    options.today === undefined ? null : dayOf(options.today),
    reportDay(header.preamble, order),
  );
  const subtotalFindings = await resolveSubtotals(read, plan, header.headers, fileRows);
  const blankFindings = resolveBlankZeros(read.table, plan);
  const repeatFindings = resolveRepeats(read, plan);
  const rateFindings = resolveRates(read, plan, profiles);
  const { table, setAside } = read;
  setAside.sort((a, b) => a.row - b.row);
  let rows = acceptedRows(table);
  if (rows.count === 0) refuse(nothingAccepted(setAside));

  const columnsOfDates = plan.start !== null ? 'first and last' : plan.date !== null ? 'one date' : 'none';
  const lasts = columnsOfDates === 'none' && plan.end !== null ? fillStarts(rows) : null;
  const given = lasts === null ? columnsOfDates : 'first and last';
  const preamble = given === 'none' ? periodInPreamble(header.preamble, order) : null;
  if (preamble !== null) {
    rows.start.fill(preamble.start);
    rows.end.fill(preamble.end);
  }
  const windows = resolveWindows(
    rows,
    windowHints(given, plan, profiles, options.platform ?? columns.platform?.name ?? null, read),
  );
  const platform = resolvePlatform(columns, rows.texts, options.platform);
  if (platform.texts !== null) rows = { ...rows, texts: { ...rows.texts, platform: platform.texts } };
  refuseOtherColumn(rows, options.currency);
  const totals = totalRows(rows, currency.code);
  const codes = [...new Set(totals.spend.concat(totals.revenue).flatMap((total) => total.currency ?? []))];
  const quarantine = await withRawText(file, layout, setAside);
  const findings = [
    ...(sheets.read.length > 0 ? [messages.sheetsTogether(sheets.read)] : []),
    ...(sheets.others.length > 0 ? [messages.otherSheets(sheets.others)] : []),
    ...(sheets.hidden.length > 0 ? [messages.hiddenSheets(sheets.hidden)] : []),
    ...(shaped?.findings ?? []),
    ...columns.findings,
    ...otherPlatforms(columns, platform.reading, rows.texts),
    ...(once.length > 0 ? [messages.namedOnce(once.map((column) => column.header))] : []),
    ...currency.findings,
    ...dateFindings,
    ...asWritten(profiles, header.preamble),
    ...(found.legacy && layout.format === 'csv' ? [messages.legacyEncoding(layout.encoding)] : []),
    ...(endsOpen ? [messages.noFinalNewline()] : []),
    ...(layout.format === 'csv' && layout.encoding.startsWith('utf-16') && file.bytes % 2 === 1
      ? [messages.strayByte()]
      : []),
    ...(given === 'none' && preamble === null
      ? [messages.noDates(withDates(profiles), columns.all.some(({ field }) => field === 'end') ? 'start' : 'date')]
      : []),
    ...(lasts === null ? [] : [messages.lastDaysOnly(lasts.least, lasts.most)]),
    ...(windows.open > 0 ? [messages.openEnds(windows.open)] : []),
    ...(windows.exclusive ? [messages.exclusiveEnds()] : []),
    ...overlappingWindows(read.windows, new Set(rows.row), {
      exclusive: windows.exclusive,
      // Hours that end on the next day share it.
      once: columns.platform?.ownExport === true && !hasTimes(profiles, plan.start),
    }),
    ...(windows.averaged !== null && windows.averaged.most > 1
      ? [messages.averagedDays(windows.averaged.least, windows.averaged.most)]
      : []),
    ...(codes.length > 1 ? [messages.mixedCurrencies(codes)] : []),
    ...(codes.length === 0 && totals.spend.length > 0 ? [messages.unknownCurrency()] : []),
    ...futureFindings,
    ...summaries(setAside),
    ...read.shortRows.slice(0, 20).map(({ row, fields }) => messages.shortRow(row, fields, header.headers.length)),
    ...compareTotals(read.totalRows, totals),
    ...(read.messageOpens > 0 ? [messages.messageOpens(read.messageOpens)] : []),
    ...(read.linkAboveAll > 0 ? [messages.linkAboveAll(read.linkAboveAll)] : []),
    ...(read.mergedNames > 0 ? [messages.mergedNames(read.mergedNames)] : []),
    ...blankSpend(rows),
    ...idleEnd(rows),
    ...(looksLikeRunningSums(rows) ? [messages.runningSums()] : []),
    ...perhapsMillionths(plan, rows),
    ...viewThrough(rows.measures.conversions, rows.measures.clicks),
    ...resultsAside(plan, rows.measures),
    ...subtotalFindings,
    ...blankFindings,
    ...repeatFindings,
    ...rateFindings,
    ...taxSaid(columns),
    ...unread(columns),
  ];
  const perRow = plan.groups.length;
  return {
    status: 'read',
    source: sourceOf(file, found, file.path),
    platform: platform.reading,
    columns: columns.all.map((column) => describeColumn(column, marks, order)),
    currency: currencyReading(currency, codes, rows.texts.currency !== undefined, options.currency),
    period: windows.period,
    granularity: windows.granularity,
    meaning: Object.assign({}, ...plan.groups.map(({ meaning }) => meaning).reverse()),
    counts: {
      read: read.read,
      kept: rows.count / perRow,
      quarantined: setAside.length,
      leftOut: read.leftOut,
      reasons: countReasons(setAside),
      perRow,
    },
    totals,
    rows,
    quarantine,
    findings: ranked(findings),
  };
}

/** Day number of `2026-01-31`. @throws {RangeError} where there is no such day */
function dayOf(today: string): number {
  const read = readDate(today, 'year first');
  if (typeof read === 'string') throw new RangeError(`today: found "${today}", expected a day, YYYY-MM-DD`);
  return read.first;
}

const hasTimes = (profiles: readonly ColumnProfile[], of: Column | null): boolean =>
  profiles.some(({ column, dates }) => column === of && (dates?.timed ?? 0) > 0);

/** A column names each row's currency; one that is given is a choice among them, or a mistake. */
function refuseOtherColumn({ texts: { currency: column } }: ExportRows, given: string | undefined): void {
  if (given === undefined || column === undefined) return;
  const named = [...new Set(column.codes)].map((code) => column.values[code] ?? '').filter((code) => code !== '');
  if (named.length > 0 && !named.includes(given)) refuse(messages.otherCurrency(given, named.sort().join(', ')));
}

function currencyReading(
  found: CurrencyReading,
  codes: readonly string[],
  column: boolean,
  given: string | undefined,
): ExportReading['currency'] {
  const [only] = codes;
  const code = codes.length === 1 && only !== undefined ? only : codes.length === 0 ? found.code : null;
  const evidence: Evidence =
    column && (found.code === null || codes.length > 1) ? { kind: 'column of currencies' } : found.evidence;
  return {
    code,
    codes: codes.length === 0 && found.code !== null ? [found.code] : codes,
    evidence,
    ...(codes.length > 1 && given !== undefined ? { chosen: given } : {}),
  };
}

function describeColumn(
  column: Columns['all'][number],
  marks: ReadonlyMap<number, DecimalMark>,
  order: DateOrder,
): ColumnReading {
  const { header, index, field, because, group } = column;
  const mark = isNumeric(column) ? marks.get(index) : undefined;
  const dated = field === 'date' || field === 'start' || field === 'end' || field === 'week' || field === 'month';
  return {
    header,
    position: index + 1,
    field,
    because,
    ...(group === null ? {} : { platform: group }),
    ...(mark === undefined ? {} : { decimalMark: mark }),
    ...(dated ? { dateOrder: order } : {}),
  };
}

function sourceOf(file: StoredFile | null, found: Found | null, path: string | null): ExportSource {
  const layout = found?.layout;
  return {
    path,
    sha256: file?.sha256 ?? '',
    bytes: file?.bytes ?? 0,
    format: layout?.format ?? 'csv',
    encoding: layout?.format === 'csv' ? layout.encoding : '',
    delimiter: layout?.format === 'csv' ? layout.delimiter : null,
    sheet:
      layout?.format === 'xlsx'
        ? [layout.sheet, ...(layout.more ?? [])].map((sheet) => `sheet ${sheet + 1}`).join(', ')
        : null,
    headerRow: found?.header.row ?? null,
    preamble: found?.header.preamble ?? [],
  };
}

function refused(source: ExportSource, findings: readonly Finding[]): ExportReading {
  return {
    status: 'refused',
    source,
    platform: null,
    columns: [],
    currency: { code: null, codes: [], evidence: { kind: 'nothing' } },
    period: null,
    granularity: 'none',
    meaning: {},
    counts: {
      read: 0,
      kept: 0,
      quarantined: 0,
      leftOut: { total: 0, footer: 0, blank: 0, 'repeated header': 0 },
      reasons: {},
      perRow: 1,
    },
    totals: { spend: [], revenue: [], counts: {} },
    rows: noRows(),
    quarantine: [],
    findings,
  };
}
