import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import type {
  ColumnReading,
  Evidence,
  ExportReading,
  ExportRows,
  ExportSource,
  FaultDetail,
  Finding,
  QuarantineReason,
  TextColumn,
} from '../types.js';
import { resolveBlankZeros } from './blank-zeros.js';
import { assignColumns, type Columns, type Mapping } from './columns.js';
import { dateOrder, decimalMarks } from './conventions.js';
import { type CurrencyReading, checkedCode, detectCurrency } from './currency.js';
import type { DateOrder } from './dates.js';
import { filledDown, namedOnce } from './fill-down.js';
import { withHours } from './hours.js';
import { type Found, findLayout } from './layout.js';
import * as messages from './messages.js';
import type { DecimalMark } from './numbers.js';
import { planRows, type RowPlan } from './plan.js';
import { platformIn, platformOfType } from './platform-names.js';
import { isNumeric, profileColumns, withDates, withPlatforms } from './profile.js';
import { withRawText } from './quarantine.js';
import { checkRates } from './rates.js';
import { ENOUGH_ROWS, type RowsRead, readRows, type SetAside } from './read-rows.js';
import { ranked, resultsAside, unread, viewThrough } from './reading-notes.js';
import type { FileRow } from './records.js';
import { refusalOf, refuse } from './refusal.js';
import { findRepeats } from './repeats.js';
import { exportRows, type Sheets, withSheets } from './sheets.js';
import { processReadEffects, type ReadEffects, type StoredFile, storeFile } from './source.js';
import { findSubtotals } from './subtotals.js';
import { acceptedRows, noRows } from './table.js';
import { compareTotals, totalRows } from './totals.js';
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
  readonly effects?: ReadEffects;
}

/**
 * Reads a platform's export: CSV, TSV or XLSX, by path or as a stream of bytes.
 *
 * The file is passed over a few times (digest, columns as a whole, rows, text of wrong rows) and never held in memory;
 * what is kept is 8 bytes a figure, 4 a text, and each different text once: a million rows of 12 columns (87 MB of CSV)
 * peak at 280 to 320 MB resident, within a JavaScript heap of 96 MB. What can't be read right is refused
 * (`status: 'refused'`, no rows, the reasons in `findings`) or set aside row by row; nothing is thrown for a file's
 * content. Throws RangeError for a currency that is none.
 */
export async function readExport(input: string | Readable, options: ReadOptions = {}): Promise<ExportReading> {
  const currency = checkedCode(options.currency);
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
  const { layout, header } = found;
  const plainRows = (): AsyncGenerator<FileRow> => exportRows(file, layout, header.headers);
  const named = assignColumns(header.headers, options.mapping ?? {}, file.path === null ? null : basename(file.path));
  const profiled = (some: Columns) => profileColumns(plainRows(), some, header.headers, header.row);
  const first = await profiled(named);
  const hourly = withHours(named, first) ?? named;
  const columns = withPlatforms(hourly, first) ?? hourly;
  const profiles = columns === named ? first : await profiled(columns);
  const once = await namedOnce(plainRows, columns, profiles, header);
  const fileRows = (): AsyncGenerator<FileRow> => filledDown(plainRows(), once, columns, header);
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
    ...columns.findings,
    ...(once.length > 0 ? [messages.namedOnce(once.map((column) => column.header))] : []),
    ...currency.findings,
    ...dateFindings,
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
    ...(windows.averaged !== null && windows.averaged.most > 1
      ? [messages.averagedDays(windows.averaged.least, windows.averaged.most)]
      : []),
    ...(codes.length > 1 ? [messages.mixedCurrencies(codes)] : []),
    ...(codes.length === 0 && totals.spend.length > 0 ? [messages.unknownCurrency()] : []),
    ...summaries(setAside),
    ...read.shortRows.slice(0, 20).map(({ row, fields }) => messages.shortRow(row, fields, header.headers.length)),
    ...compareTotals(read.totalRows, totals),
    ...(read.messageOpens > 0 ? [messages.messageOpens(read.messageOpens)] : []),
    ...(read.linkAboveAll > 0 ? [messages.linkAboveAll(read.linkAboveAll)] : []),
    ...(read.mergedNames > 0 ? [messages.mergedNames(read.mergedNames)] : []),
    ...viewThrough(rows.measures.conversions, rows.measures.clicks),
    ...resultsAside(plan, rows.measures),
    ...subtotalFindings,
    ...blankFindings,
    ...repeatFindings,
    ...rateFindings,
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

/** A file most of whose rows contradict themselves isn't what its header says. */
function refuseWrong({ read, setAside, leftOut }: RowsRead): void {
  const rows = read - leftOut.blank - leftOut.footer - leftOut.total - leftOut['repeated header'];
  if (rows >= ENOUGH_ROWS && setAside.length > rows / 2) {
    const { reason, detail } = commonest(setAside);
    refuse(messages.mostlyWrong(setAside.length, rows, reason, detail));
  }
}

function nothingAccepted(setAside: readonly SetAside[]): Finding {
  if (setAside.length === 0) return messages.noRows();
  const { reason, detail } = commonest(setAside);
  return messages.allQuarantined(setAside.length, reason, detail);
}

/** The first row with the reason that most rows have. */
function commonest(setAside: readonly SetAside[]): Pick<SetAside, 'reason' | 'detail'> {
  const [first] = Object.entries(countReasons(setAside)).sort((a, b) => b[1] - a[1]);
  return setAside.find(({ reason }) => reason === first?.[0]) ?? { reason: 'not a number', detail: { kind: 'none' } };
}

function countReasons(setAside: readonly SetAside[]): Partial<Record<QuarantineReason, number>> {
  const counts: Partial<Record<QuarantineReason, number>> = {};
  for (const { reason } of setAside) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}

/** One finding a reason, with its first row. */
function summaries(setAside: readonly SetAside[]): Finding[] {
  const counts = countReasons(setAside);
  return Object.entries(counts).map(([reason, count]) => {
    const first = setAside.find((entry) => entry.reason === reason);
    return messages.quarantined(reason as QuarantineReason, count, first?.row ?? 0, first?.detail ?? { kind: 'none' });
  });
}

const SET_ASIDE = 1;

function setRowAside(read: RowsRead, at: number, perRow: number, reason: QuarantineReason, detail: FaultDetail): void {
  if (read.table.state[at] !== 0) return;
  for (let place = at; place < at + perRow; place++) read.table.state[place] = SET_ASIDE;
  read.setAside.push({ row: read.table.row[at] ?? 0, reason, detail });
}

/** Every `perRow`-th place: the first of each file row, or of one group. */
function places(count: number, perRow: number, first: number): Uint32Array {
  return Uint32Array.from({ length: Math.floor(count / perRow) }, (_, index) => index * perRow + first);
}

async function resolveSubtotals(
  read: RowsRead,
  plan: RowPlan,
  headers: readonly string[],
  rows: () => AsyncIterable<FileRow>,
): Promise<Finding[]> {
  const { sums, uneven } = await findSubtotals(rows, read.table, plan, read.labelCells);
  for (const { at, text, column } of sums) {
    const detail: FaultDetail =
      text === '' ? { kind: 'blank', header: headers[column] ?? '' } : { kind: 'cell', text: text.slice(0, 40) };
    setRowAside(read, at, 1, 'subtotal among rows', detail);
  }
  const [first] = uneven;
  return first === undefined ? [] : [messages.unevenSubtotals(uneven.length, first)];
}

/** Where more than this share of days is there again, that is no restating, but a breakdown that isn't known. */
const MOST_RESTATED = 0.5;

function resolveRepeats(read: RowsRead, plan: RowPlan): Finding[] {
  const perRow = plan.groups.length;
  const dated = plan.date !== null || plan.start !== null;
  const named = plan.identity.length > 0;
  if (!dated && !named) return [];
  const rows = places(read.table.count, perRow, 0);
  const { duplicates, restated } = findRepeats(read.table, rows);
  for (const at of duplicates) setRowAside(read, at, perRow, 'duplicate', { kind: 'same as above' });
  if (restated.length === 0) return [];
  if (!dated || !named) return [messages.unnamedRepeats(restated.length)];
  const again = new Set(restated.map(({ by }) => by));
  const days = restated.filter(({ at }) => !again.has(at)).length;
  const distinct = rows.length - duplicates.length - restated.length;
  if (days > MOST_RESTATED * distinct) refuse(messages.unknownBreakdown(restated.length, rows.length));
  for (const { at, by } of restated) {
    setRowAside(read, at, perRow, 'restated later', { kind: 'again', row: read.table.row[by] ?? 0 });
  }
  return [];
}

function resolveRates(read: RowsRead, plan: RowPlan, profiles: Parameters<typeof checkRates>[3]): Finding[] {
  const perRow = plan.groups.length;
  return plan.groups.flatMap((group, index) => {
    const { findings, contradictions } = checkRates(
      read.table,
      group,
      places(read.table.count, perRow, index),
      profiles,
    );
    for (const { at, detail } of contradictions) {
      setRowAside(read, at - index, perRow, 'rate contradicts its counts', detail);
    }
    return findings;
  });
}

/** From this share of rows on, campaigns are taken to say their platform. */
const NAMED_PLATFORMS = 0.6;

function resolvePlatform(
  columns: Columns,
  { platform: column, campaign: campaigns, campaign_type: types }: ExportRows['texts'],
  given: string | undefined,
): { reading: ExportReading['platform']; texts: TextColumn | null } {
  if (given !== undefined)
    return { reading: { names: [given], evidence: { kind: 'given' } }, texts: constantText(given, column, campaigns) };
  if (columns.groups.length > 0) {
    return { reading: { names: columns.groups, evidence: { kind: 'platforms side by side' } }, texts: null };
  }
  if (column !== undefined) {
    const names = [...new Set(column.codes)].map((code) => column.values[code] ?? '').filter((name) => name !== '');
    if (names.length > 0) return { reading: { names, evidence: { kind: 'column of platforms' } }, texts: null };
  }
  if (columns.platform !== null) {
    const { name, evidence } = columns.platform;
    const byType = name === 'google' && types !== undefined ? platformsByType(types) : null;
    if (byType !== null) return { reading: { names: byType.values.slice(1), evidence }, texts: byType };
    return { reading: { names: [name], evidence }, texts: constantText(name, column, campaigns) };
  }
  if (campaigns === undefined) return { reading: null, texts: null };
  const values = ['', ...new Set(campaigns.values.flatMap((value) => platformIn(value)?.platform ?? []))];
  const codeOf = campaigns.values.map((value) => values.indexOf(platformIn(value)?.platform ?? ''));
  const codes = campaigns.codes.map((code) => codeOf[code] ?? 0);
  const named = codes.reduce((count, code) => count + (code > 0 ? 1 : 0), 0);
  if (values.length < 2 || named < NAMED_PLATFORMS * codes.length) return { reading: null, texts: null };
  return { reading: { names: values.slice(1), evidence: { kind: 'campaign names' } }, texts: { codes, values } };
}

/** Video campaigns of a Google export run on YouTube; `null` where there are none. */
function platformsByType({ codes, values }: TextColumn): TextColumn | null {
  const names = values.map((value) => platformOfType(value));
  const seen = new Set([...codes].map((code) => names[code] ?? 'google'));
  if (!seen.has('youtube')) return null;
  const list = ['', ...seen];
  return { codes: codes.map((code) => list.indexOf(names[code] ?? 'google')), values: list };
}

function constantText(value: string, ...like: readonly (TextColumn | undefined)[]): TextColumn | null {
  const length = like.find((column) => column !== undefined)?.codes.length;
  return length === undefined ? null : { codes: new Uint32Array(length).fill(1), values: ['', value] };
}

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
