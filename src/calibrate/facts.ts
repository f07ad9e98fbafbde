/** What can be said of an export, as data: the words are in `words/`, a catalogue a language. */

export type FindingLevel = 'refusal' | 'warning' | 'note';

/** Why a row was set aside. */
export type QuarantineReason =
  | 'too many fields'
  | 'too few fields'
  | 'not a number'
  | 'not a date'
  | 'no date'
  | 'impossible date'
  | 'ends before it starts'
  | 'negative amount'
  | 'clicks above impressions'
  | 'shifted columns'
  | 'reach above impressions'
  | 'rate contradicts its counts'
  | 'duplicate'
  | 'restated later'
  | 'in another file'
  | 'subtotal among rows'
  | 'row without a name'
  | 'planned or before'
  | 'after today'
  | 'unknown currency'
  | 'no figures';

/** Which part of a date stands first. */
export type DateOrder = 'day first' | 'month first' | 'year first';

/** Why a file can't be opened: a reason that is known here, or the system's own word. */
export type ReadFault =
  | 'no such file'
  | 'it is a directory'
  | 'permission denied'
  | 'nobody wrote to this pipe for 5 seconds'
  | { readonly system: string };

/** What is larger than it may be. */
export type Oversized =
  | 'the file'
  | 'what comes through the pipe'
  | 'the workbook'
  | 'the unpacked workbook'
  | 'an unpacked part of the workbook'
  | { readonly textOf: string };

/** What there are more of than there may be. */
export type Countable =
  | 'rows'
  | 'cells'
  | 'rows that contradict themselves'
  | 'parts of the workbook'
  | { readonly textsOf: string };

/** What exactly was found in a row that is set aside, or in a rate. */
export type FaultDetail =
  | { readonly kind: 'cell'; readonly text: string }
  | { readonly kind: 'blank'; readonly header: string }
  | { readonly kind: 'value'; readonly header: string; readonly text: string; readonly of: 'figure' | 'count' | 'name' }
  | { readonly kind: 'window'; readonly from: string; readonly to: string }
  | { readonly kind: 'clicks'; readonly clicks: number; readonly impressions: number }
  | { readonly kind: 'people'; readonly people: number; readonly impressions: number }
  | { readonly kind: 'fields'; readonly found: number; readonly expected: number }
  | { readonly kind: 'same as above' }
  | { readonly kind: 'again'; readonly row: number }
  | { readonly kind: 'nameless' }
  | { readonly kind: 'rate'; readonly header: string; readonly given: number; readonly found: number }
  | { readonly kind: 'none' };

/** What tells a platform or a currency. */
export type Evidence =
  | { readonly kind: 'given' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'platforms side by side' }
  | { readonly kind: 'column of platforms' }
  | { readonly kind: 'campaign names' }
  | { readonly kind: 'own columns'; readonly headers: readonly string[] }
  | { readonly kind: 'column names' }
  | { readonly kind: 'all columns' }
  | { readonly kind: 'column named'; readonly header: string }
  | { readonly kind: 'file name'; readonly word: string }
  | { readonly kind: 'column of currencies' }
  | { readonly kind: 'column'; readonly header: string }
  | { readonly kind: 'dollar sign' }
  | { readonly kind: 'sign'; readonly header: string };

/** Why a column was taken for what it was taken for, or for nothing. */
export type ColumnEvidence =
  | { readonly kind: 'mapping' }
  | { readonly kind: 'group'; readonly group: string }
  /** Its cells are hours of days, and no other column has dates. */
  | { readonly kind: 'hours' }
  /** Its cells are dates, and no other column has any. */
  | { readonly kind: 'dates' }
  /** Put together of these columns' cells. */
  | { readonly kind: 'date parts'; readonly headers: readonly string[] }
  /** Its cells are codes of currencies, and no other column has any. */
  | { readonly kind: 'currencies' }
  /** Its cells name platforms, and no other column does. */
  | { readonly kind: 'platforms' }
  | { readonly kind: 'no header' }
  | { readonly kind: 'unknown' }
  /** A name of a platform's exports, or of anyone's (`null`), in a language, and how that is known. */
  | { readonly kind: 'name'; readonly platform: string | null; readonly language: string; readonly known: string }
  | { readonly kind: 'shared' }
  | { readonly kind: 'used'; readonly header: string; readonly field: string };

/** What each finding goes with, by its code. Texts of the file are cut, and stand as a terminal may print them. */
export interface FindingParameters {
  unreadable: Readonly<{ fault: ReadFault }>;
  'empty-file': Readonly<Record<never, never>>;
  'binary-file': Readonly<Record<never, never>>;
  'old-workbook': Readonly<Record<never, never>>;
  'broken-workbook': Readonly<{ detail: string }>;
  'too-large': Readonly<{ what: Oversized; most: number }>;
  'too-many': Readonly<{ what: Countable; most: number }>;
  'too-many-columns': Readonly<{ row: number; found: number; most: number }>;
  'too-slow': Readonly<{ seconds: number }>;
  'broken-text': Readonly<{ encoding: string }>;
  'unclosed-quote': Readonly<{ line: number }>;
  'malformed-csv': Readonly<{ detail: string }>;
  'legacy-encoding': Readonly<{ encoding: string }>;
  'no-final-newline': Readonly<Record<never, never>>;
  'stray-byte': Readonly<Record<never, never>>;
  'sheets-together': Readonly<{ sheets: readonly string[] }>;
  'other-sheets': Readonly<{ sheets: readonly string[] }>;
  /** Sheets with the same columns that the workbook doesn't show. */
  'hidden-sheets': Readonly<{ sheets: readonly string[] }>;
  'no-header': Readonly<{ searched: number }>;
  'no-figures': Readonly<{ headers: readonly string[] }>;
  'unsaid-figures': Readonly<{ first: string; last: string }>;
  'unknown-figures': Readonly<{ column: string; names: readonly string[] }>;
  'no-rows': Readonly<Record<never, never>>;
  'all-quarantined': Readonly<{ count: number; reason: QuarantineReason; detail: FaultDetail }>;
  'same-field': Readonly<{ field: string; headers: readonly string[] }>;
  'unknown-mapping': Readonly<{ header: string; headers: readonly string[] }>;
  'unknown-field': Readonly<{ field: string }>;
  'mixed-decimal-marks': Readonly<{ column: string; point: string; comma: string }>;
  'ambiguous-decimal-mark': Readonly<{ column: string; example: string }>;
  'in-thousands': Readonly<{ headers: readonly string[]; times: number }>;
  abbreviated: Readonly<{ headers: readonly string[]; example: string }>;
  'mixed-date-orders': Readonly<{ column: string; day: string; month: string }>;
  'no-years': Readonly<{ column: string; example: string }>;
  'ambiguous-dates': Readonly<{ column: string; example: string }>;
  /** Columns whose names aren't known and whose cells are dates, and what they would be. */
  'no-dates': Readonly<{ headers: readonly string[]; as: 'date' | 'start' }>;
  'date-forms': Readonly<{ column: string; forms: readonly string[] }>;
  'above-in-thousands': Readonly<{ line: string }>;
  'iso-weeks': Readonly<{ column: string; example: string }>;
  'epoch-dates': Readonly<{ column: string; example: string }>;
  'open-ends': Readonly<{ count: number }>;
  'overlapping-windows': Readonly<{ count: number; row: number }>;
  'exclusive-ends': Readonly<Record<never, never>>;
  'averaged-days': Readonly<{ least: number; most: number }>;
  'last-days-only': Readonly<{ least: number; most: number }>;
  'results-aside': Readonly<{ column: string }>;
  'order-by-months': Readonly<{ order: DateOrder }>;
  'mixed-currencies': Readonly<{ codes: readonly string[] }>;
  'unknown-currency': Readonly<Record<never, never>>;
  'assumed-dollars': Readonly<Record<never, never>>;
  'other-currency': Readonly<{ given: string; found: string | null }>;
  'currency-headers': Readonly<{ headers: readonly string[] }>;
  'mixed-signs': Readonly<{ column: string; signs: readonly string[] }>;
  quarantined: Readonly<{ reason: QuarantineReason; count: number; row: number; detail: FaultDetail }>;
  'mostly-wrong': Readonly<{ count: number; rows: number; reason: QuarantineReason; detail: FaultDetail }>;
  'short-row': Readonly<{ row: number; found: number; expected: number }>;
  'total-differs': Readonly<{ row: number; what: 'spend' | 'impressions'; total: string; sum: string }>;
  'total-agrees': Readonly<{ row: number; what: 'spend' | 'impressions'; total: string }>;
  'unknown-breakdown': Readonly<{ repeats: number; rows: number }>;
  'unnamed-repeats': Readonly<{ count: number }>;
  /** Rows of a campaign whose name is a word for a sum. */
  'named-total': Readonly<{ count: number; name: string; row: number }>;
  'shared-days': Readonly<{ count: number; row: number }>;
  'repeated-figures': Readonly<{ column: string }>;
  'idle-end': Readonly<{ days: number; from: string }>;
  'blank-spend': Readonly<{ count: number; row: number }>;
  /** Rows that a column says are of another period, or planned. */
  'comparison-rows': Readonly<{ column: string; value: string; count: number; spend: number; aside: boolean }>;
  /** Rows of days that were still to come. */
  'future-rows': Readonly<{ count: number; spend: number; first: string; last: string; today: string }>;
  /** Every row is of days still to come. */
  'all-future': Readonly<{ first: string; last: string; today: string }>;
  'running-sums': Readonly<Record<never, never>>;
  'perhaps-millionths': Readonly<{ column: string; price: number }>;
  'near-subtotals': Readonly<{ count: number; name: string; row: number }>;
  'uneven-subtotals': Readonly<{ count: number; row: number }>;
  'rate-disagrees': Readonly<{ column: string; rows: number; checked: number; row: number; detail: FaultDetail }>;
  'rate-is-other': Readonly<{ column: string; agree: number; checked: number }>;
  'message-opens': Readonly<{ count: number }>;
  'link-above-all': Readonly<{ count: number }>;
  'blank-zeros': Readonly<{ headers: readonly string[] }>;
  /** Amounts are without or with taxes or fees, by the name of their column. */
  'tax-in-name': Readonly<{ column: string; of: 'net' | 'gross' }>;
  'view-through': Readonly<{ count: number }>;
  'merged-names': Readonly<{ count: number }>;
  'named-once': Readonly<{ headers: readonly string[] }>;
  /** Columns are one platform's, and campaigns are named for others. */
  'other-platforms': Readonly<{ platform: string; names: readonly string[] }>;
  'shared-column': Readonly<{ header: string }>;
  /** One row a figure: a column names which. */
  'figures-in-rows': Readonly<{ column: string; figures: readonly string[] }>;
  /** A column a month, week or day. */
  'periods-in-columns': Readonly<{ first: string; last: string; count: number; figures: readonly string[] }>;
  'unread-columns': Readonly<{ headers: readonly string[]; more: boolean }>;
  'later-pull': Readonly<{ earlier: string; later: string; rows: number }>;
  /** Rows of longer stretches that are the sums of another file's shorter ones. */
  'finer-rows': Readonly<{ coarse: string; fine: string; rows: number }>;
  'other-parts': Readonly<{ one: string; other: string; rows: number }>;
  'partly-shared': Readonly<{ one: string; row: number; other: string }>;
  'several-budgets': Readonly<{ headers: readonly string[] }>;
  'not-an-amount': Readonly<{ row: number; column: string; found: string }>;
  'not-a-day': Readonly<{ row: number; column: string; found: string }>;
  'ends-before': Readonly<{ row: number }>;
  'no-channel': Readonly<{ row: number }>;
  'other-sum': Readonly<{ row: number; column: string; stated: string; sum: string }>;
  'other-total': Readonly<{ row: number; stated: string; sum: string }>;
  'plan-currencies': Readonly<{ codes: readonly string[] }>;
  'months-without-year': Readonly<{ headers: readonly string[] }>;
  'plan-dates': Readonly<{ example: string }>;
  'not-in-a-row': Readonly<{ header: string }>;
  'some-dated': Readonly<{ row: number }>;
  'daily-without-days': Readonly<{ row: number; column: string }>;
  'no-placements': Readonly<Record<never, never>>;
  'left-out': Readonly<{ row: number; channel: string; amount: string }>;
  'not-taken': Readonly<{ headers: readonly string[] }>;
}

export type FindingCode = keyof FindingParameters;

/** A finding of one code. */
export interface FindingOf<Code extends FindingCode> {
  readonly level: FindingLevel;
  readonly code: Code;
  readonly parameters: FindingParameters[Code];
  /** Where it is about one place. */
  readonly column?: string;
  readonly row?: number;
}

/** Something a person should know about a file. Made by the functions of `read/messages.ts` only. */
export type Finding = { readonly [Code in FindingCode]: FindingOf<Code> }[FindingCode];

/** What says which stage of the funnel a campaign, or a row of a media plan, is for. */
export type StageEvidence =
  | { readonly kind: 'objective'; readonly word: string }
  | { readonly kind: 'name'; readonly word: string }
  | { readonly kind: 'channel'; readonly word: string }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'given' };

/** A line that was fitted and isn't in the plan. */
export interface LineLeftOut {
  readonly line: string;
  /** Last day with spend, ISO; `null`: nothing says which platform it is on. */
  readonly spendUntil: string | null;
}

/** What a prior rests on. */
export type PriorSource =
  | { readonly kind: 'vague' }
  | { readonly kind: 'other platforms' }
  | { readonly kind: 'published'; readonly source: string; readonly period: string; readonly grade: string };

/** Where a fitted number came from. */
export interface FitOrigin {
  /** First and last day, ISO; `null`: the rows have no dates. */
  readonly days: { readonly first: string; readonly last: string } | null;
  readonly rows: number;
  readonly campaigns: number;
  /** What a rate was counted from; `null`: a price. */
  readonly counted: {
    readonly hits: number;
    readonly hitsOf: 'clicks' | 'views' | 'conversions';
    readonly trials: number;
    readonly trialsOf: 'impressions' | 'clicks';
  } | null;
  /** How the level of now was estimated; `null`: all days are one level. */
  readonly present: {
    /** Days; `null`: all days count alike. */
    readonly halfLife: number | null;
    /** Stretches that its spread was seen over, and days of each: weeks, or longer ones where rows or counts ask for it. */
    readonly stretches: number;
    readonly stretchDays: number;
  } | null;
  readonly prior: PriorSource;
}

/** What was decided, and what can't be said, on the way from rows to a plan. */
export interface ExportNoteParameters {
  'other-currencies': Readonly<{ main: string }>;
  'open-rows': Readonly<{ count: number }>;
  'spread-rows': Readonly<{ days: number }>;
  'undated-rows': Readonly<Record<never, never>>;
  'unknown-platform': Readonly<Record<never, never>>;
  'lines-left-out': Readonly<{ lines: readonly LineLeftOut[] }>;
  'campaigns-without-rows': Readonly<{ count: number }>;
  /** Prices differ by weekday, which a plan by week or month doesn't have. */
  'weekday-prices': Readonly<{ line: string }>;
  /** The last week's price over that of the last four. */
  'price-of-late': Readonly<{ line: string; factor: number }>;
  /** Half of the conversions are recorded within so many days; `restated`: the conversions that it was estimated from, or it was given. */
  'late-conversions': Readonly<{ days: number; restated: number | null }>;
  /** The plan's budget over what the last four weeks would spend in as long. */
  'far-above-pace': Readonly<{ times: number }>;
  /** The last weeks priced again with their spend; shares are of what came. */
  repriced: Readonly<{
    from: string;
    to: string;
    figures: readonly { readonly name: 'impressions' | 'clicks' | 'conversions'; readonly share: number }[];
    far: boolean;
  }>;
}

export type ExportNoteCode = keyof ExportNoteParameters;

export type ExportNote = {
  readonly [Code in ExportNoteCode]: { readonly code: Code; readonly parameters: ExportNoteParameters[Code] };
}[ExportNoteCode];
