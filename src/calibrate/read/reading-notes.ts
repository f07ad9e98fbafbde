/** What is found of an export once it is read. */
import { type ExportRows, type Finding, NO_DAY } from '../types.js';
import type { Columns } from './columns.js';
import { formatDay } from './dates.js';
import { normalizeHeader } from './header-name.js';
import * as messages from './messages.js';
import { type RowPlan, scaleOf } from './plan.js';
import { type ColumnProfile, isNumeric } from './profile.js';
import { taxInName } from './tax-in-name.js';

/** Rows with more conversions than clicks: of views. */
export function viewThrough(conversions: Float64Array | undefined, clicks: Float64Array | undefined): Finding[] {
  if (conversions === undefined || clicks === undefined) return [];
  let count = 0;
  for (let at = 0; at < clicks.length; at++) if ((conversions[at] ?? 0) > (clicks[at] ?? 0)) count += 1;
  return count === 0 ? [] : [messages.moreConversions(count)];
}

/** A line above the table that says what its figures are in. */
const IN_THOUSANDS =
  /(?:^|[\s(])['’‘]000s?\b|\(000s?\)|\bin (?:thousands|millions|tsd|tausend|mio|migliaia|milioni)\b|\b(?:en|em) (?:milliers|miles|milhares|millions|millones|milhões)\b|\bbin (?:TL|adet|₺|USD|EUR)|(?<!\p{L})(?:в тыс|тыс\.|в тысячах|w tys|tys\.|млн|بالآلاف|بالملايين|千円|万円|单位：[千万])/iu;

/** What is said of how figures and weeks are written: thousands in names, in cells and above the table, weeks by number. */
export function asWritten(profiles: readonly ColumnProfile[], preamble: readonly string[]): readonly Finding[] {
  const numeric = profiles.filter(({ column }) => isNumeric(column));
  const powers = new Map<number, string[]>();
  for (const { column } of numeric) {
    const power = scaleOf(column) ?? 0;
    if (power > 0) powers.set(power, [...(powers.get(power) ?? []), column.header]);
  }
  const short = numeric.filter(({ numbers }) => (numbers?.abbreviated ?? 0) > 0);
  const line = powers.size > 0 ? undefined : preamble.find((above) => IN_THOUSANDS.test(above));
  return [
    ...[...powers].map(([power, headers]) => messages.inThousands(headers, 10 ** power)),
    ...short.slice(0, 1).map(({ numbers }) =>
      messages.abbreviated(
        short.map(({ column }) => column.header),
        numbers?.exampleAbbreviated ?? '',
      ),
    ),
    ...(line === undefined ? [] : [messages.aboveInThousands(line)]),
    ...profiles.flatMap(({ column, dates }) =>
      dates !== null && dates.weeks > 0 ? [messages.isoWeeks(column.header, dates.exampleWeek)] : [],
    ),
    ...profiles.flatMap(({ column, dates }) =>
      dates !== null && dates.epochs > 0 ? [messages.epochDates(column.header, dates.exampleEpoch)] : [],
    ),
  ];
}

/** A column of spend whose name says that taxes or fees are, or aren't, in its amounts. */
export function taxSaid({ all }: Columns): readonly Finding[] {
  return all.flatMap(({ field, header }) => {
    const said = field === 'spend' ? taxInName(normalizeHeader(header)) : null;
    return said === null ? [] : [messages.taxInName(header, said.of)];
  });
}

/** Columns that are taken for nothing. */
export function unread({ all }: Columns): Finding[] {
  const headers = all.filter(({ field, header }) => field === null && header !== '').map(({ header }) => header);
  return headers.length === 0 ? [] : [messages.unreadColumns(headers)];
}

/** Days without spend at the end from which on they are reported, and the rows that a file of days has. */
const MOST_IDLE = 3;
const ENOUGH_DAYS = 14;

/** Last days on which nothing was spent or shown in any row: still to come, or a pause; the pace of the last weeks has them in it. */
export function idleEnd({ count, start, end, measures: { spend, impressions } }: ExportRows): readonly Finding[] {
  if (spend === undefined) return [];
  let [first, busy, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < count; at++) {
    const [from, to] = [start[at] ?? NO_DAY, end[at] ?? NO_DAY];
    if (from === NO_DAY || to === NO_DAY) continue;
    first = Math.min(first, from);
    last = Math.max(last, to);
    if ((spend[at] ?? 0) > 0 || (impressions?.[at] ?? 0) > 0) busy = Math.max(busy, to);
  }
  const idle = last - busy;
  return Number.isFinite(idle) && idle > MOST_IDLE && busy - first >= ENOUGH_DAYS
    ? [messages.idleEnd(idle, formatDay(busy + 1))]
    : [];
}

/** Rows that were shown and whose spend is blank: it counts as nothing, and may be a formula that was never worked out. */
export function blankSpend({ count, row, measures: { spend, impressions } }: ExportRows): readonly Finding[] {
  let [blank, first] = [0, 0];
  for (let at = 0; at < count; at++) {
    if (spend === undefined || !Number.isNaN(spend[at]) || !((impressions?.[at] ?? 0) > 0)) continue;
    if (blank === 0) first = row[at] ?? 0;
    blank += 1;
  }
  return blank === 0 ? [] : [messages.blankSpend(blank, first)];
}

/** A cent in millionths. */
const CENT = 10_000;
/** Amounts that say what all of them are. */
const ENOUGH_AMOUNTS = 5;
/** A thousand impressions cost as much in no currency that has cents. */
const MOST_PRICE = 100_000;

/** Amounts that look like millionths though their column doesn't say so: cents to the last one, and absurdly dear if they were units. */
export function perhapsMillionths({ groups, scales }: RowPlan, { measures }: ExportRows): readonly Finding[] {
  const column = groups.flatMap((group) => group.measures).find(({ measure }) => measure === 'spend')?.column;
  const { spend, impressions } = measures;
  if (column === undefined || scales.has(column.index) || spend === undefined || impressions === undefined) return [];
  let [amounts, money, shown] = [0, 0, 0];
  for (let at = 0; at < spend.length; at++) {
    const amount = spend[at] || 0;
    if (amount % CENT !== 0) return [];
    if (amount !== 0) amounts += 1;
    money += amount;
    shown += impressions[at] || 0;
  }
  const price = (1000 * money) / shown;
  return amounts < ENOUGH_AMOUNTS || !(price >= MOST_PRICE)
    ? []
    : [messages.perhapsMillionths(column.header, Math.round(price))];
}

const LEVELS = ['refusal', 'warning', 'note'] as const;

/** Results of campaigns of unknown aims, where nothing else counts orders or leads. */
export function resultsAside({ groups }: RowPlan, measures: ExportRows['measures']): readonly Finding[] {
  const column = groups.flatMap((group) => group.measures).find(({ measure }) => measure === 'results')?.column;
  const some = measures.results?.some((value) => value > 0) ?? false;
  return column === undefined || !some || measures.conversions !== undefined
    ? []
    : [messages.resultsAside(column.header)];
}

/** What refuses first, then what warns. */
export function ranked(findings: readonly Finding[]): readonly Finding[] {
  return LEVELS.flatMap((level) => findings.filter((finding) => finding.level === level));
}
