import type { Dimension, Measure } from '../types.js';
import type { Column, Columns } from './columns.js';
import { FIELDS, type Field } from './fields.js';
import { partOfUnit } from './header-name.js';
import { scaledName } from './magnitude.js';
import type { ColumnProfile } from './profile.js';

/** Where the figures of one platform stand in a row. */
export interface GroupPlan {
  /** `null` in a file with one platform a row. */
  readonly group: string | null;
  readonly measures: readonly { readonly measure: Measure; readonly column: Column }[];
  readonly rates: readonly Column[];
  readonly labels: readonly { readonly dimension: Dimension; readonly column: Column }[];
  readonly meaning: Readonly<Partial<Record<Measure, string>>>;
}

/** How a row becomes figures. */
export interface RowPlan {
  readonly groups: readonly GroupPlan[];
  readonly date: Column | null;
  readonly start: Column | null;
  readonly end: Column | null;
  /** Text that tells rows apart: names, breakdowns, unknown columns of text. */
  readonly key: readonly number[];
  /** Of them, those that are no dimension of their own: breakdowns, hours, unknown text. */
  readonly split: readonly number[];
  /** Columns that may say of rows that they are planned or of a period before, but for those that a mapping gives. */
  readonly comparing: readonly number[];
  /** Columns in which a row may say which days or rows it sums: all of those, weeks beside days, and columns without a header. */
  readonly sayingSums: readonly number[];
  /** Names of campaigns, sets, ads: without one a row is a total. */
  readonly identity: readonly number[];
  readonly labelColumns: readonly Column[];
  readonly figureColumns: readonly Column[];
  /**
   * Powers of ten that columns are in where these aren't units: millionths, as interfaces for programs give amounts (`cost_micros`), cents, or
   * thousands (`Impressions (000)`).
   */
  readonly scales: ReadonlyMap<number, number>;
  /** How far impressions and clicks may be off for being written in thousands; 0 where they aren't. */
  readonly countSlack: number;
  /** That the columns are named in: says what `12 B` is. */
  readonly language: string;
  /** Columns of counts that are whole but for a stray cell. */
  readonly wholeCounts: ReadonlySet<number>;
  /** Columns of names that are words but for a stray cell. */
  readonly wordyNames: readonly Column[];
  /** Columns of counts in which a zero is left blank. */
  readonly blankZeros: ReadonlySet<number>;
  /** LinkedIn counts the opening of a sponsored message as a click: there clicks may be above impressions. */
  readonly opensAreClicks: boolean;
}

/** What a measure is taken from, best first, and what it then counts. */
const CHOICES: readonly (readonly [Measure, readonly (readonly [Field, string])[]])[] = [
  ['spend', [['spend', 'spend']]],
  ['impressions', [['impressions', 'impressions']]],
  ['reach', [['reach', 'people reached']]],
  ['frequency', [['frequency', 'impressions a person']]],
  [
    'clicks',
    [
      ['clicks_link', 'link clicks'],
      ['clicks_destination', 'clicks to the destination'],
      ['clicks_outbound', 'outbound clicks'],
      ['clicks', 'clicks as the platform counts them'],
      ['clicks_all', 'all clicks, on the ad itself too'],
    ],
  ],
  [
    'clicks_all',
    [
      ['clicks_all', 'all clicks, on the ad itself too'],
      ['clicks', 'clicks as the platform counts them'],
    ],
  ],
  [
    'views',
    [
      ['views_thruplay', 'ThruPlays (15 seconds or to the end)'],
      ['views_6s', 'views of 6 seconds'],
      ['views_3s', 'views of 3 seconds'],
      ['views_2s', 'views of 2 seconds'],
      ['views', 'views as the platform counts them'],
    ],
  ],
  ['engagements', [['engagements', 'engagements']]],
  ['landing_page_views', [['landing_page_views', 'landing page views']]],
  [
    'conversions',
    [
      ['conversions', 'conversions as the platform counts them'],
      ['purchases', 'purchases'],
      ['leads', 'leads'],
      ['results', 'results whose indicator is a purchase, lead or other conversion'],
    ],
  ],
  ['purchases', [['purchases', 'purchases']]],
  ['leads', [['leads', 'leads']]],
  ['results', [['results', 'results of whatever the campaign aimed at']]],
  ['revenue', [['revenue', 'conversion value']]],
];

const LABELS: readonly (readonly [Dimension, readonly Field[]])[] = [
  ['account', ['account']],
  ['campaign', ['campaign', 'campaign_id']],
  ['adset', ['adset', 'adset_id']],
  ['ad', ['ad', 'ad_id']],
  ['objective', ['objective']],
  ['platform', ['platform']],
  ['campaign_type', ['campaign_type']],
  ['country', ['country']],
  ['currency', ['currency']],
  ['result_indicator', ['result_indicator']],
];

const IDENTITY: readonly Field[] = ['campaign', 'campaign_id', 'adset', 'adset_id', 'ad', 'ad_id'];
const KEY: readonly Field[] = [
  ...IDENTITY,
  'account',
  'platform',
  'campaign_type',
  'country',
  'currency',
  'breakdown',
  'hour',
  'objective',
];
const COMPARING: readonly Field[] = ['breakdown', 'campaign_type', 'objective', 'attribute'];
const RATES: readonly Field[] = [
  'ctr',
  'ctr_link',
  'ctr_all',
  'cpm',
  'cpc',
  'cpc_link',
  'cpc_all',
  'frequency',
  'spend_daily',
];

/** Cells of another kind that may stand in a column by mistake; from this many rows on one is distinguished from the other. */
const STRAY = 0.05;
const ENOUGH_CELLS = 8;

function isWholeCount({ column, numbers }: ColumnProfile): boolean {
  if (numbers === null || column.field === null || FIELDS[column.field] !== 'count') return false;
  // Thousands have decimals.
  if ((scaleOf(column) ?? 0) > 0) return false;
  const all = numbers.plain + numbers.point + numbers.comma + numbers.threeAfterPoint + numbers.threeAfterComma;
  return all >= ENOUGH_CELLS && numbers.fractions <= Math.max(1, STRAY * all);
}

/** The power of ten that a column's name says its figures are in; `null`: they are units, or none. */
export function scaleOf({ field, header }: Column): number | null {
  const kind = field === null ? 'ignored' : FIELDS[field];
  const part = kind === 'money' ? partOfUnit(header) : null;
  if (part !== null) return part.power;
  return kind === 'money' || kind === 'count' || kind === 'attributed' ? (scaledName(header)?.power ?? null) : null;
}

/** Half of the last decimal that a count in thousands is written with. */
function slackOf({ column, numbers }: ColumnProfile, scales: ReadonlyMap<number, number>): number {
  const power = scales.get(column.index) ?? 0;
  if (power <= 0 || numbers === null || column.field === null || FIELDS[column.field] !== 'count') return 0;
  return 0.5 * 10 ** (power - numbers.decimals);
}

function isWordyName({ column: { field }, filled, wordy }: ColumnProfile): boolean {
  const name = field === 'campaign' || field === 'adset' || field === 'ad' || field === 'objective';
  return name && filled >= ENOUGH_CELLS && filled - wordy <= Math.max(1, STRAY * filled);
}

/** Platforms whose exports leave a count of zero blank. */
const BLANK_ZEROS = new Set(['meta']);

/** Clicks, results and what follows them, with blanks and without one written zero: there a blank is a zero. */
function leavesZerosBlank({ column: { field }, numbers }: ColumnProfile): boolean {
  if (numbers === null || field === null || field === 'impressions' || field === 'reach') return false;
  const counted = FIELDS[field] === 'count' || FIELDS[field] === 'attributed' || field === 'revenue';
  return counted && numbers.zeros === 0 && numbers.missing > 0 && numbers.plain + numbers.point + numbers.comma > 0;
}

/** Decides which column feeds which figure. */
export function planRows(columns: Columns, profiles: readonly ColumnProfile[], platform: string | null): RowPlan {
  const of = (field: Field, group: string | null): Column | undefined =>
    columns.all.find((column) => column.field === field && (column.group === group || column.group === null));
  const groups = (columns.groups.length > 0 ? columns.groups : [null]).map((group) =>
    planGroup(group, of, columns, (column) => hasFigures(profiles, column)),
  );
  const shared = columns.all.filter(({ group }) => group === null);
  const unknownText = profiles.filter(({ column, numbers }) => {
    if (column.field !== null || numbers === null) return false;
    const figures = numbers.plain + numbers.point + numbers.comma + numbers.threeAfterPoint + numbers.threeAfterComma;
    return numbers.text > figures;
  });
  const keyed = columns.all.filter(({ field }) => field !== null && KEY.includes(field));
  const pick = (...fields: Field[]): Column | null =>
    fields.map((field) => shared.find((column) => column.field === field)).find((column) => column !== undefined) ??
    null;
  const date = pick('date', 'week', 'month');
  const scales = new Map(
    columns.all.flatMap((column) => {
      const power = scaleOf(column);
      return power === null ? [] : [[column.index, power] as const];
    }),
  );
  return {
    groups,
    date: date ?? (pick('end') === null ? pick('start') : null),
    start: date === null && pick('end') !== null ? pick('start') : null,
    end: date === null ? pick('end') : null,
    key: [...keyed.map(({ index }) => index), ...unknownText.map(({ column }) => column.index)],
    split: [
      ...keyed.filter(({ field }) => field === 'breakdown' || field === 'hour').map(({ index }) => index),
      ...unknownText.map(({ column }) => column.index),
    ],
    comparing: [
      ...unknownText.map(({ column }) => column),
      ...shared.filter(({ field }) => field !== null && COMPARING.includes(field)),
    ].flatMap(({ because, index }) => (because.kind === 'mapping' ? [] : [index])),
    sayingSums: [
      ...keyed.map(({ index }) => index),
      ...unknownText.map(({ column }) => column.index),
      ...shared
        .filter(({ field, header }) => header === '' || (field !== null && FIELDS[field] === 'date'))
        .map(({ index }) => index),
    ],
    identity: profiles
      .filter(({ column: { field }, filled }) => field !== null && IDENTITY.includes(field) && filled > 0)
      .map(({ column }) => column.index),
    labelColumns: keyed,
    opensAreClicks: platform === 'linkedin',
    figureColumns: [...new Set(groups.flatMap((group) => group.measures.map(({ column }) => column)))],
    scales,
    countSlack: Math.max(0, ...profiles.map((profile) => slackOf(profile, scales))),
    language: columns.language,
    wholeCounts: new Set(profiles.filter(isWholeCount).map(({ column }) => column.index)),
    wordyNames: profiles.filter(isWordyName).map(({ column }) => column),
    blankZeros: new Set(
      columns.platform?.ownExport === true && BLANK_ZEROS.has(columns.platform.name)
        ? profiles.filter(leavesZerosBlank).map(({ column }) => column.index)
        : [],
    ),
  };
}

function hasFigures(profiles: readonly ColumnProfile[], column: Column): boolean {
  const numbers = profiles.find((profile) => profile.column === column)?.numbers ?? null;
  if (numbers === null) return true;
  const { plain, point, comma, threeAfterPoint, threeAfterComma, zeros } = numbers;
  return plain + point + comma + threeAfterPoint + threeAfterComma > zeros;
}

function planGroup(
  group: string | null,
  of: (field: Field, group: string | null) => Column | undefined,
  columns: Columns,
  hasFigures: (column: Column) => boolean,
): GroupPlan {
  const measures: { measure: Measure; column: Column }[] = [];
  const meaning: Partial<Record<Measure, string>> = {};
  for (const [measure, choices] of CHOICES) {
    const usable = choices.filter(([field]) => {
      if (measure === 'conversions' && field === 'results' && of('result_indicator', group) === undefined) return false;
      return of(field, group) !== undefined;
    });
    // A column of zeros or blanks gives way to one with figures: leads where nobody set up conversions.
    const chosen = usable.find(([field]) => hasFigures(of(field, group) as Column)) ?? usable[0];
    if (chosen === undefined) continue;
    const column = of(chosen[0], group);
    if (column === undefined) continue;
    const link = measures.find((entry) => entry.measure === 'clicks');
    if (measure === 'clicks_all' && link?.column === column) continue;
    measures.push({ measure, column });
    meaning[measure] = `"${column.header}": ${chosen[1]}`;
  }
  const labels: { dimension: Dimension; column: Column }[] = [];
  for (const [dimension, fields] of LABELS) {
    const column = fields.map((field) => of(field, group)).find((found) => found !== undefined);
    if (column !== undefined) labels.push({ dimension, column });
  }
  const rates = columns.all.filter(({ field, group: own }) => own === group && field !== null && RATES.includes(field));
  return { group, measures, rates, labels, meaning };
}

/** Whether a result counts as a conversion, by Meta's indicator: `actions:offsite_conversion.fb_pixel_purchase`. */
export function isConversion(indicator: string): boolean {
  return /purchase|lead|conversion|regist|subscri|checkout|order|install|submit/i.test(indicator);
}
