/** Every finding about an export, one function each. Tests compare with these functions. */
import { visibleText } from '../../encoding/visible.js';
import type { Finding, FindingLevel, QuarantineReason } from '../types.js';

const quote = (text: string): string => `"${visibleText(text.length > 60 ? `${text.slice(0, 57)}…` : text)}"`;
const rowsOf = (count: number): string => (count === 1 ? '1 row' : `${count} rows`);
const list = (names: readonly string[]): string => names.map(quote).join(', ');

function finding(level: FindingLevel, code: string, message: string, place: Partial<Finding> = {}): Finding {
  return { level, code, message, ...place };
}
const refusal = (code: string, message: string, place?: Partial<Finding>) => finding('refusal', code, message, place);
const warning = (code: string, message: string, place?: Partial<Finding>) => finding('warning', code, message, place);
const note = (code: string, message: string, place?: Partial<Finding>) => finding('note', code, message, place);

// The file.

export const unreadable = (detail: string): Finding => refusal('unreadable', `the file can't be read: ${detail}`);
export const emptyFile = (): Finding => refusal('empty-file', 'the file is empty');
export const binaryFile = (): Finding =>
  refusal('binary-file', 'the file is neither text nor an XLSX workbook: export it as CSV or XLSX');
export const oldWorkbook = (): Finding =>
  refusal('old-workbook', 'the file is an old .xls workbook: save it as .xlsx or CSV');
export const brokenWorkbook = (detail: string): Finding =>
  refusal('broken-workbook', `the workbook can't be opened: ${detail}`);
const sizeOf = (bytes: number): string =>
  bytes >= 1024 ** 3 ? `${bytes / 1024 ** 3} GiB` : `${bytes / 1024 ** 2} MiB`;
export const tooLarge = (what: string, most: number): Finding =>
  refusal('too-large', `${what} is larger than ${sizeOf(most)}: export a shorter time, or fewer columns`);
export const tooMany = (what: string, most: number): Finding =>
  refusal(
    'too-many',
    `there are more than ${most.toLocaleString('en')} ${what}: export a shorter time, or less detail`,
  );
export const tooManyColumns = (row: number, found: number, most: number): Finding =>
  refusal('too-many-columns', `row ${row} has ${found.toLocaleString('en')} cells: no export has more than ${most}`, {
    row,
  });
export const tooSlow = (seconds: number): Finding =>
  refusal('too-slow', `reading it takes longer than ${seconds / 60} minutes: export a shorter time, or less detail`);
export const brokenText = (encoding: string): Finding =>
  refusal('broken-text', `the file breaks off or mixes encodings: it isn't ${encoding} throughout`);
export const unclosedQuote = (line: number): Finding =>
  refusal('unclosed-quote', `a quotation mark opened on line ${line} is never closed: the file breaks off`, {
    row: line,
  });
export const malformedCsv = (detail: string): Finding => refusal('malformed-csv', `the CSV can't be parsed: ${detail}`);
export const legacyEncoding = (encoding: string): Finding =>
  warning('legacy-encoding', `the file isn't UTF-8; it was read as ${encoding}, so names may have wrong letters`);
export const noFinalNewline = (): Finding =>
  note('no-final-newline', 'the last line has no end: if the file was cut off, its last figure may be short of digits');
export const strayByte = (): Finding =>
  note('stray-byte', 'one byte stands after the last line and is no character: it was left out');

// The header.

export const noHeader = (searched: number): Finding =>
  refusal(
    'no-header',
    `none of the first ${rowsOf(searched)} names columns of an export (spend, impressions, clicks, …): ` +
      'name them with a mapping',
  );
export const noFigures = (headers: readonly string[]): Finding =>
  refusal('no-figures', `no column of spend, impressions, clicks or conversions among ${list(headers.slice(0, 12))}`);
export const noRows = (): Finding => refusal('no-rows', 'there is a header, but not one row of figures below it');
export const allQuarantined = (count: number, reason: QuarantineReason): Finding =>
  refusal('all-quarantined', `none of ${rowsOf(count)} could be read; most often: ${reason}`);
export const sameField = (field: string, headers: readonly string[]): Finding =>
  refusal('same-field', `columns ${list(headers)} are all ${field}: say with a mapping which one counts`);
export const unknownMapping = (header: string, headers: readonly string[]): Finding =>
  refusal('unknown-mapping', `the mapping names a column ${quote(header)}; the file has ${list(headers.slice(0, 12))}`);
export const unknownField = (field: string): Finding =>
  refusal('unknown-field', `the mapping names a field ${quote(field)}, which there is none of`);

// Figures.

export const mixedMarks = (column: string, point: string, comma: string): Finding =>
  refusal('mixed-decimal-marks', `${quote(column)} has decimal points (${point}) and decimal commas (${comma})`, {
    column,
  });
export const ambiguousMark = (column: string, example: string): Finding =>
  refusal(
    'ambiguous-decimal-mark',
    `${quote(column)}: ${quote(example)} is thousands to one reader and decimals to the next, and nothing in the file ` +
      'tells which: say what the decimal mark is',
    { column },
  );

// Dates.

export const mixedDateOrders = (column: string, day: string, month: string): Finding =>
  refusal(
    'mixed-date-orders',
    `${quote(column)} has the day first (${day}) and the month first (${month}): say which, and the others are set aside`,
    { column },
  );
export const ambiguousDates = (column: string, example: string): Finding =>
  refusal(
    'ambiguous-dates',
    `${quote(column)}: ${example} has the day first to one reader and the month first to the next: say which`,
    { column },
  );
export const noDates = (): Finding =>
  note('no-dates', 'there is no date column: rows are a breakdown of one unknown period');
export const dateForms = (column: string, forms: readonly string[]): Finding =>
  note(
    'date-forms',
    `${quote(column)} writes dates in ${forms.length} ways: ${forms.join(', ')}; one order reads them all`,
    {
      column,
    },
  );
export const openEnds = (count: number): Finding =>
  note('open-ends', `${rowsOf(count)} without a last day: their window is not known`);

export const exclusiveEnds = (): Finding =>
  note('exclusive-ends', 'windows end on the day after their last one: their ends were put back by a day');
export const averagedDays = (days: number): Finding =>
  note('averaged-days', `spend over its average a day says that rows cover ${days} days from their date`);
export const orderByMonths = (order: string): Finding =>
  note('order-by-months', `dates are read ${order}: only then rows cover whole months, as their averages a day say`);

// Currency.

export const mixedCurrencies = (codes: readonly string[]): Finding =>
  warning('mixed-currencies', `amounts are in ${codes.join(', ')}: their totals are kept apart`);
export const unknownCurrency = (): Finding =>
  warning('unknown-currency', 'nothing in the file names a currency: say which');
export const assumedDollars = (): Finding =>
  warning('assumed-dollars', 'amounts have a $ sign only; US dollars are assumed');
export const otherCurrency = (given: string, found: string): Finding =>
  refusal('other-currency', `the currency was said to be ${given}, but the file says ${found}`);
export const currencyHeaders = (headers: readonly string[]): Finding =>
  refusal('currency-headers', `amounts in different currencies side by side: ${list(headers)}`);
export const mixedSigns = (column: string, signs: readonly string[]): Finding =>
  refusal('mixed-signs', `${quote(column)} has amounts in ${signs.join(' and ')}, and no column of currencies`, {
    column,
  });

// Rows.

export const quarantined = (reason: QuarantineReason, count: number, firstRow: number, detail: string): Finding =>
  warning('quarantined', `${rowsOf(count)} set aside, ${reason}: row ${firstRow}, ${detail}`, { row: firstRow });
export const mostlyWrong = (count: number, rows: number, reason: QuarantineReason): Finding =>
  refusal(
    'mostly-wrong',
    `${count} of ${rowsOf(rows)} contradict themselves, most often: ${reason}: the columns aren't what they are taken for`,
  );
export const shortRow = (row: number, found: number, expected: number): Finding =>
  warning('short-row', `row ${row} has ${found} of ${expected} fields; the others are taken as blank`, { row });
export const totalDiffers = (row: number, what: string, total: string, sum: string): Finding =>
  warning('total-differs', `the total on row ${row} says ${what} ${total}; the rows sum to ${sum}`, { row });
export const totalAgrees = (row: number, what: string, total: string): Finding =>
  note('total-agrees', `the total on row ${row} agrees with the rows' sum: ${what} ${total}`, { row });
export const unknownBreakdown = (repeats: number, rows: number): Finding =>
  refusal(
    'unknown-breakdown',
    `${repeats} of ${rowsOf(rows)} repeat a date and a name with other figures: too many to be restated days, and no ` +
      'column is known that would tell them apart: map it as breakdown',
  );
export const unnamedRepeats = (count: number): Finding =>
  note(
    'unnamed-repeats',
    `${rowsOf(count)} repeat a date and breakdown with other figures; without a campaign column they are all kept`,
  );
export const rateDisagrees = (column: string, rows: number, checked: number, row: number, detail: string): Finding =>
  warning(
    'rate-disagrees',
    `${quote(column)} differs from the counts in ${rows} of ${rowsOf(checked)}: row ${row}, ${detail}`,
    { column, row },
  );
export const rateIsOther = (column: string, agree: number, checked: number): Finding =>
  warning(
    'rate-is-other',
    `${quote(column)} agrees with the counts in only ${agree} of ${rowsOf(checked)}: it counts something else`,
    { column },
  );
export const messageOpens = (count: number): Finding =>
  note(
    'message-opens',
    `${rowsOf(count)} of sponsored messages have more clicks than impressions: opens count as clicks`,
  );
export const linkAboveAll = (count: number): Finding =>
  note(
    'link-above-all',
    `${rowsOf(count)} have more link clicks than clicks of all kinds: they are counted apart, and kept`,
  );
export const blankZeros = (headers: readonly string[]): Finding =>
  note('blank-zeros', `blanks are zeros in ${list(headers)}: this platform leaves a count of zero blank`);
export const moreConversions = (count: number): Finding =>
  note('view-through', `${rowsOf(count)} have more conversions than clicks: conversions after a view are counted`);
export const mergedNames = (count: number): Finding =>
  note(
    'merged-names',
    `${count} spellings of campaign names that differ only in case, spaces or underscores are taken as one`,
  );
export const sharedColumn = (header: string): Finding =>
  note('shared-column', `${quote(header)} belongs to no one platform and is left out`, { column: header });
export const unreadColumns = (headers: readonly string[]): Finding =>
  note('unread-columns', `not used: ${list(headers.slice(0, 20))}${headers.length > 20 ? ', …' : ''}`);

// Several files.

export const laterPull = (earlier: string, later: string, rows: number): Finding =>
  warning(
    'later-pull',
    `${rowsOf(rows)} of ${earlier} stand in ${later} too, which is the later pull: they count once`,
  );
export const otherParts = (one: string, other: string, rows: number): Finding =>
  refusal(
    'other-parts',
    `${rowsOf(rows)} of ${one} have the names and days of rows in ${other} with other figures: if they are parts of one ` +
      'account, export them together or with the column that tells them apart; if one is out of date, leave it out',
  );
export const partlyShared = (one: string, row: number, other: string): Finding =>
  refusal(
    'partly-shared',
    `row ${row} of ${one} covers days that ${other} has and days that it hasn't: which of its figures count twice ` +
      "can't be told; export both by day, or leave one out",
    { row },
  );
