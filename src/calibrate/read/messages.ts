/** Every finding about an export, one function each. Tests compare with these functions. */
import { visibleText } from '../../encoding/visible.js';
import type {
  Countable,
  DateOrder,
  FaultDetail,
  Finding,
  FindingCode,
  FindingLevel,
  FindingParameters,
  Oversized,
  QuarantineReason,
  ReadFault,
} from '../types.js';

/** A text of the file as a terminal may print it, cut to what a sentence has room for. */
export const shown = (text: string): string => visibleText(text.length > 60 ? `${text.slice(0, 57)}…` : text);

/** Headers that a sentence has room for. */
export const some = (headers: readonly string[], most: number = headers.length): readonly string[] =>
  headers.slice(0, most).map(shown);

type Place = Pick<Finding, 'column' | 'row'>;

function finding<Code extends FindingCode>(
  level: FindingLevel,
  code: Code,
  parameters: FindingParameters[Code],
  place: Place = {},
): Finding {
  return { level, code, parameters, ...place } as Finding;
}
export const refusal = <Code extends FindingCode>(code: Code, parameters: FindingParameters[Code], place?: Place) =>
  finding('refusal', code, parameters, place);
export const warning = <Code extends FindingCode>(code: Code, parameters: FindingParameters[Code], place?: Place) =>
  finding('warning', code, parameters, place);
const note = <Code extends FindingCode>(code: Code, parameters: FindingParameters[Code], place?: Place) =>
  finding('note', code, parameters, place);

// The file.

export const unreadable = (fault: ReadFault): Finding => refusal('unreadable', { fault });
export const emptyFile = (): Finding => refusal('empty-file', {});
export const binaryFile = (): Finding => refusal('binary-file', {});
export const oldWorkbook = (): Finding => refusal('old-workbook', {});
export const brokenWorkbook = (detail: string): Finding => refusal('broken-workbook', { detail });
export const tooLarge = (what: Oversized, most: number): Finding => refusal('too-large', { what, most });
export const tooMany = (what: Countable, most: number): Finding => refusal('too-many', { what, most });
export const tooManyColumns = (row: number, found: number, most: number): Finding =>
  refusal('too-many-columns', { row, found, most }, { row });
export const tooSlow = (seconds: number): Finding => refusal('too-slow', { seconds });
export const brokenText = (encoding: string): Finding => refusal('broken-text', { encoding });
export const unclosedQuote = (line: number): Finding => refusal('unclosed-quote', { line }, { row: line });
export const malformedCsv = (detail: string): Finding => refusal('malformed-csv', { detail });
export const legacyEncoding = (encoding: string): Finding => warning('legacy-encoding', { encoding });
export const noFinalNewline = (): Finding => note('no-final-newline', {});
export const strayByte = (): Finding => note('stray-byte', {});
export const sheetsTogether = (sheets: readonly string[]): Finding =>
  note('sheets-together', { sheets: some(sheets, 64) });
export const otherSheets = (sheets: readonly string[]): Finding =>
  warning('other-sheets', { sheets: some(sheets, 64) });
export const hiddenSheets = (sheets: readonly string[]): Finding =>
  warning('hidden-sheets', { sheets: some(sheets, 64) });

// The header.

export const noHeader = (searched: number): Finding => refusal('no-header', { searched });
export const noFigures = (headers: readonly string[]): Finding => refusal('no-figures', { headers: some(headers, 12) });
export const unsaidFigures = (periods: readonly string[]): Finding =>
  refusal('unsaid-figures', { first: shown(periods[0] ?? ''), last: shown(periods.at(-1) ?? '') });
export const unknownFigures = (column: string, names: readonly string[]): Finding =>
  refusal('unknown-figures', { column: shown(column), names: some(names) });
export const noRows = (): Finding => refusal('no-rows', {});
/** @param detail what the first of the rows with that reason has */
export const allQuarantined = (count: number, reason: QuarantineReason, detail: FaultDetail): Finding =>
  refusal('all-quarantined', { count, reason, detail });
export const sameField = (field: string, headers: readonly string[]): Finding =>
  refusal('same-field', { field, headers: some(headers) });
export const unknownMapping = (header: string, headers: readonly string[]): Finding =>
  refusal('unknown-mapping', { header: shown(header), headers: some(headers, 12) });
export const unknownField = (field: string): Finding => refusal('unknown-field', { field: shown(field) });

// Figures.

export const mixedMarks = (column: string, point: string, comma: string): Finding =>
  refusal('mixed-decimal-marks', { column: shown(column), point, comma }, { column });
export const ambiguousMark = (column: string, example: string): Finding =>
  refusal('ambiguous-decimal-mark', { column: shown(column), example: shown(example) }, { column });

/** @param times 1,000 or a million: what the figures are multiplied by */
export const inThousands = (headers: readonly string[], times: number): Finding =>
  warning('in-thousands', { headers: some(headers, 12), times });
export const abbreviated = (headers: readonly string[], example: string): Finding =>
  warning('abbreviated', { headers: some(headers, 12), example: shown(example) });

// Dates.

export const mixedDateOrders = (column: string, day: string, month: string): Finding =>
  refusal('mixed-date-orders', { column: shown(column), day, month }, { column });
export const noYears = (column: string, example: string): Finding =>
  refusal('no-years', { column: shown(column), example: shown(example) }, { column });
export const ambiguousDates = (column: string, example: string): Finding =>
  refusal('ambiguous-dates', { column: shown(column), example }, { column });
/** @param headers columns that have dates under names that aren't known; `as`: what they would be */
export const noDates = (headers: readonly string[], as: 'date' | 'start'): Finding =>
  headers.length === 0 ? note('no-dates', { headers, as }) : warning('no-dates', { headers: some(headers, 12), as });
export const dateForms = (column: string, forms: readonly string[]): Finding =>
  note('date-forms', { column: shown(column), forms }, { column });
/** @param line above the table, that speaks of thousands */
export const aboveInThousands = (line: string): Finding => warning('above-in-thousands', { line: shown(line) });
export const isoWeeks = (column: string, example: string): Finding =>
  warning('iso-weeks', { column: shown(column), example: shown(example) }, { column });
export const epochDates = (column: string, example: string): Finding =>
  note('epoch-dates', { column: shown(column), example: shown(example) }, { column });
export const openEnds = (count: number): Finding => note('open-ends', { count });
/** @param count rows beyond the first that covers each day */
export const overlappingWindows = (count: number, row: number): Finding =>
  warning('overlapping-windows', { count, row }, { row });
export const exclusiveEnds = (): Finding => note('exclusive-ends', {});
export const averagedDays = (least: number, most: number): Finding => note('averaged-days', { least, most });
export const lastDaysOnly = (least: number, most: number): Finding => warning('last-days-only', { least, most });
export const resultsAside = (column: string): Finding => warning('results-aside', { column });
export const orderByMonths = (order: DateOrder): Finding => note('order-by-months', { order });

// Currency.

export const mixedCurrencies = (codes: readonly string[]): Finding => warning('mixed-currencies', { codes });
export const unknownCurrency = (): Finding => warning('unknown-currency', {});
export const assumedDollars = (): Finding => warning('assumed-dollars', {});
/** @param found `null`: one that has no code */
export const otherCurrency = (given: string, found: string | null): Finding =>
  refusal('other-currency', { given, found });
export const currencyHeaders = (headers: readonly string[]): Finding =>
  refusal('currency-headers', { headers: some(headers) });
export const mixedSigns = (column: string, signs: readonly string[]): Finding =>
  refusal('mixed-signs', { column: shown(column), signs }, { column });

// Rows.

export const quarantined = (reason: QuarantineReason, count: number, row: number, detail: FaultDetail): Finding =>
  warning('quarantined', { reason, count, row, detail }, { row });
/** @param detail what the first of the rows with that reason has */
export const mostlyWrong = (count: number, rows: number, reason: QuarantineReason, detail: FaultDetail): Finding =>
  refusal('mostly-wrong', { count, rows, reason, detail });
export const shortRow = (row: number, found: number, expected: number): Finding =>
  warning('short-row', { row, found, expected }, { row });
export const totalDiffers = (row: number, what: 'spend' | 'impressions', total: string, sum: string): Finding =>
  warning('total-differs', { row, what, total, sum }, { row });
export const totalAgrees = (row: number, what: 'spend' | 'impressions', total: string): Finding =>
  note('total-agrees', { row, what, total }, { row });
export const unknownBreakdown = (repeats: number, rows: number): Finding =>
  refusal('unknown-breakdown', { repeats, rows });
export const unnamedRepeats = (count: number): Finding => note('unnamed-repeats', { count });
/** @param name what the rows are called: a word for a sum */
export const namedTotal = (count: number, name: string, row: number): Finding =>
  warning('named-total', { count, name: shown(name), row }, { row });
/** @param count rows beyond the first that covers each day */
export const sharedDays = (count: number, row: number): Finding => refusal('shared-days', { count, row }, { row });
/** @param column by whose cells rows are repeated with the same money and impressions */
export const repeatedFigures = (column: string): Finding =>
  refusal('repeated-figures', { column: shown(column) }, { column });
/** @param days without spend, from `from` on */
export const idleEnd = (days: number, from: string): Finding => warning('idle-end', { days, from });
export const blankSpend = (count: number, row: number): Finding => warning('blank-spend', { count, row }, { row });
/** @param compared rows that a column calls planned or of a period before, their money, and whether they are set aside for it */
export const comparisonRows = (
  column: string,
  compared: {
    readonly value: string;
    readonly places: readonly unknown[];
    readonly spend: number;
    readonly clear: boolean;
  },
): Finding =>
  warning(
    'comparison-rows',
    {
      column: shown(column),
      value: shown(compared.value),
      count: compared.places.length,
      spend: compared.spend,
      aside: compared.clear,
    },
    { column },
  );
export const runningSums = (): Finding => warning('running-sums', {});
/** @param future rows of days after `today`, and their money; without any money a calendar that was filled in ahead */
export const futureRows = (future: FindingParameters['future-rows']): Finding =>
  future.spend > 0 ? warning('future-rows', future) : note('future-rows', future);
export const allInFuture = ({ first, last, today }: FindingParameters['all-future']): Finding =>
  warning('all-future', { first, last, today });
/** @param price of a thousand impressions, as the amounts say */
export const perhapsMillionths = (column: string, price: number): Finding =>
  warning('perhaps-millionths', { column: shown(column), price }, { column });
export const nearSubtotals = (count: number, name: string, row: number): Finding =>
  warning('near-subtotals', { count, name: shown(name), row }, { row });
export const unevenSubtotals = (count: number, row: number): Finding =>
  warning('uneven-subtotals', { count, row }, { row });
export const rateDisagrees = (
  column: string,
  rows: number,
  checked: number,
  row: number,
  detail: FaultDetail,
): Finding => warning('rate-disagrees', { column: shown(column), rows, checked, row, detail }, { column, row });
export const rateIsOther = (column: string, agree: number, checked: number): Finding =>
  warning('rate-is-other', { column: shown(column), agree, checked }, { column });
export const messageOpens = (count: number): Finding => note('message-opens', { count });
export const linkAboveAll = (count: number): Finding => note('link-above-all', { count });
export const blankZeros = (headers: readonly string[]): Finding => note('blank-zeros', { headers: some(headers) });
export const taxInName = (column: string, of: 'net' | 'gross'): Finding =>
  note('tax-in-name', { column: shown(column), of }, { column });
export const moreConversions = (count: number): Finding => note('view-through', { count });
export const mergedNames = (count: number): Finding => note('merged-names', { count });
export const namedOnce = (headers: readonly string[]): Finding => note('named-once', { headers: some(headers) });
export const otherPlatforms = (platform: string, names: readonly string[]): Finding =>
  warning('other-platforms', { platform, names });
export const sharedColumn = (header: string): Finding =>
  note('shared-column', { header: shown(header) }, { column: header });
export const figuresInRows = (column: string, figures: readonly string[]): Finding =>
  note('figures-in-rows', { column: shown(column), figures: some(figures, 8) });
export const periodsInColumns = (periods: readonly string[], figures: readonly string[]): Finding =>
  note('periods-in-columns', {
    first: shown(periods[0] ?? ''),
    last: shown(periods.at(-1) ?? ''),
    count: new Set(periods).size,
    figures: some(figures, 8),
  });
export const unreadColumns = (headers: readonly string[]): Finding =>
  note('unread-columns', { headers: some(headers, 20), more: headers.length > 20 });

// Several files.

export const laterPull = (earlier: string, later: string, rows: number): Finding =>
  warning('later-pull', { earlier, later, rows });
/** @param rows of the file of longer stretches that are left out */
export const finerRows = (coarse: string, fine: string, rows: number): Finding =>
  warning('finer-rows', { coarse, fine, rows });
export const otherParts = (one: string, other: string, rows: number): Finding =>
  refusal('other-parts', { one, other, rows });
export const partlyShared = (one: string, row: number, other: string): Finding =>
  refusal('partly-shared', { one, row, other }, { row });
