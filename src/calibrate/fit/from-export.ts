import { failure, type Result, success } from '../../units/result.js';
import { say } from '../../words/said.js';
import { type ExportNote, type ExportReading, type ExportRows, type Measure, NO_DAY } from '../types.js';
import { type Campaign, DAILY_FIELDS, type DailyField, type DailyRows, type Exposure } from './daily.js';

/** Exports as daily rows, and what was decided on the way. */
export interface DailyExport {
  readonly rows: DailyRows;
  /** By entry of `rows.campaigns`: its objective as the platform names it, or the empty text. */
  readonly objectives: readonly string[];
  /** By entry of `rows.campaigns`: the campaign it belongs to, itself but for files without dates. */
  readonly owners: readonly string[];
  /** ISO 4217 of all rows; `null`: no file says. */
  readonly currency: string | null;
  readonly dated: boolean;
  /** Days that a row covers, at the median of what was spent. */
  readonly windowDays: number;
  /** Whether conversions are leads rather than orders, in every file that has any. */
  readonly leads: boolean;
  /** What a person should know. */
  readonly notes: readonly ExportNote[];
}

const SOURCE: Readonly<Record<DailyField, Measure>> = {
  spend: 'spend',
  impressions: 'impressions',
  clicks: 'clicks',
  conversions: 'conversions',
  views: 'views',
  reach: 'reach',
  revenue: 'revenue',
};

/** What is followed through time; and what is distinguished where there is no time. */
const DATED_UNITS = ['campaign', 'adset', 'ad', 'account'] as const;
const UNDATED_UNITS = ['ad', 'adset', 'campaign', 'account'] as const;

/**
 * Accepted rows of exports as daily rows by campaign. Meta's figures go to facebook where no placement tells them apart. Rows
 * that cover several days are spread over them evenly; people reached aren't, and stay by window. Files without dates give one row a unit (ad, else ad set, else
 * campaign): what lies between units can be fitted then, what changes from day to day can't. Of several currencies in
 * one file the one with the most rows is taken.
 *
 * @returns the rows, or why the files can't be taken together: they have different currencies
 */
export function dailyRowsOf(readings: readonly ExportReading[]): Result<DailyExport> {
  const read = readings.filter(({ status }) => status === 'read');
  const notes: ExportNote[] = [];
  const common = commonCurrency(read);
  if (!common.ok) return common;
  const currency = common.value;
  const campaigns = new Map<string, number>();
  const list: Campaign[] = [];
  const objectives: string[] = [];
  const owners: string[] = [];
  const columns = Object.fromEntries(DAILY_FIELDS.map((field) => [field, [] as number[]])) as Record<
    DailyField,
    number[]
  >;
  const [campaign, day]: [number[], number[]] = [[], []];
  const exposures: Exposure[] = [];
  const spendByDays = new Map<number, number>();
  const dated = read.some(({ rows }) => rows.end.some((end) => end !== NO_DAY));
  let open = 0;
  for (const { rows, currency: own, platform: detected } of read) {
    const only = detected !== null && detected.names.length === 1 ? detected.names[0] : '';
    const main = own.codes.length > 1 ? (own.chosen ?? mainCurrency(rows)) : null;
    if (main !== null) notes.push({ code: 'other-currencies', parameters: { main } });
    const text = textOf(rows);
    for (let row = 0; row < rows.count; row++) {
      if (main !== null && text('currency', row) !== main) continue;
      const [start, end] = [rows.start[row], rows.end[row]];
      const hasDay = end !== NO_DAY;
      if (dated && !hasDay) {
        open += 1;
        continue;
      }
      const units = hasDay ? DATED_UNITS : UNDATED_UNITS;
      const name = nameOf(text, row, units);
      const platform = platformName(text('platform', row) || only);
      const key = keyOf(platform, name);
      let index = campaigns.get(key);
      if (index === undefined) {
        index = list.length;
        campaigns.set(key, index);
        list.push({ name, platform, stage: null });
        objectives.push(text('objective', row));
        owners.push(text('campaign', row) || name);
      }
      const days = hasDay && start !== NO_DAY ? end - start + 1 : 1;
      const value = (field: DailyField) => rows.measures[SOURCE[field]]?.[row] ?? Number.NaN;
      for (let at = 0; at < days; at++) {
        campaign.push(index);
        day.push(hasDay ? end - days + 1 + at : 0);
        for (const field of DAILY_FIELDS) {
          columns[field].push(field === 'reach' && days > 1 ? Number.NaN : value(field) / days);
        }
      }
      spendByDays.set(days, (spendByDays.get(days) ?? 0) + (value('spend') || 0));
      if (days > 1 && value('reach') > 0) {
        const [impressions, reach, clicks] = [value('impressions'), value('reach'), value('clicks')];
        exposures.push({ campaign: index, days, impressions, reach, clicks });
      }
    }
  }
  for (const reading of read) exposures.push(...reachedBy(reading, campaigns));
  const windowDays = medianBySpend(spendByDays);
  if (open > 0) notes.push({ code: 'open-rows', parameters: { count: open } });
  if (windowDays > 1) notes.push({ code: 'spread-rows', parameters: { days: windowDays } });
  if (!dated && list.length > 0) {
    notes.push({ code: 'undated-rows', parameters: {} });
  }
  if (list.some(({ platform }) => platform === UNKNOWN)) {
    notes.push({ code: 'unknown-platform', parameters: {} });
  }
  const arrays = Object.fromEntries(DAILY_FIELDS.map((field) => [field, Float64Array.from(columns[field])]));
  return success({
    rows: {
      campaigns: list,
      campaign: Int32Array.from(campaign),
      day: Int32Array.from(day),
      ...(arrays as Record<DailyField, Float64Array>),
      ...(exposures.length === 0 ? {} : { exposures }),
    },
    objectives,
    owners,
    currency,
    dated,
    windowDays,
    leads: conversionsAreLeads(read),
    notes,
  });
}

/** People whom windows reached that count in no other way, since their days are there. @param campaigns by platform and name */
function reachedBy(
  { reached: rows, currency, platform: detected }: ExportReading,
  campaigns: ReadonlyMap<string, number>,
): readonly Exposure[] {
  if (rows === undefined || currency.codes.length > 1) return [];
  const text = textOf(rows);
  const only = detected?.names.length === 1 ? detected.names[0] : '';
  return Array.from({ length: rows.count }, (_, row) => row).flatMap((row) => {
    const campaign = campaigns.get(keyOf(text('platform', row) || only, nameOf(text, row, DATED_UNITS)));
    const [impressions, reach, clicks] = (['impressions', 'reach', 'clicks'] as const).map(
      (field) => rows.measures[field]?.[row] ?? Number.NaN,
    ) as [number, number, number];
    const days = rows.end[row] - rows.start[row] + 1;
    return campaign === undefined || !(reach > 0) ? [] : [{ campaign, days, impressions, reach, clicks }];
  });
}

type TextOf = (dimension: keyof ExportRows['texts'], row: number) => string;

function textOf({ texts }: ExportRows): TextOf {
  return (dimension, row) => {
    const column = texts[dimension];
    return column?.values[column.codes[row]] ?? '';
  };
}

const nameOf = (text: TextOf, row: number, units: readonly (keyof ExportRows['texts'])[]): string =>
  units.map((dimension) => text(dimension, row)).find((value) => value !== '') ?? 'all rows';

const keyOf = (platform: string, name: string): string => JSON.stringify([platformName(platform), name]);

/** By what each file's conversions are taken from: a column of leads, or results that all are. */
function conversionsAreLeads(readings: readonly ExportReading[]): boolean {
  const counting = readings.filter(({ totals }) => (totals.counts.conversions ?? 0) > 0);
  return (
    counting.length > 0 &&
    counting.every(({ meaning, rows }) => {
      const what = meaning.conversions ?? '';
      if (what.endsWith(': leads')) return true;
      const indicators = rows.texts.result_indicator?.values.filter((value) => value !== '') ?? [];
      return what.includes(': results') && indicators.length > 0 && indicators.every((value) => /lead/i.test(value));
    })
  );
}

/** Days that half of what was spent stands in rows of at most. */
function medianBySpend(spendByDays: ReadonlyMap<number, number>): number {
  const all = [...spendByDays].sort((a, b) => a[0] - b[0]);
  let left = all.reduce((sum, [, spend]) => sum + spend, 0) / 2;
  for (const [days, spend] of all) {
    left -= spend;
    if (left <= 0) return days;
  }
  return 1;
}

/** A platform's name where nothing tells it. */
export const UNKNOWN = 'unknown';

function platformName(given: string): string {
  if (given === '') return UNKNOWN;
  return given === 'meta' ? 'facebook' : given;
}

function commonCurrency(readings: readonly ExportReading[]): Result<string | null> {
  const codes = new Set(
    readings.flatMap(({ currency, rows }) => {
      if (currency.codes.length > 1) return currency.chosen ?? mainCurrency(rows);
      return currency.code ?? [];
    }),
  );
  if (codes.size > 1) {
    return failure(say`the files are in ${[...codes].sort().join(', ')}: give files of one currency at a time`);
  }
  const [only] = codes;
  return success(only ?? null);
}

function mainCurrency({ texts, count }: ExportRows): string {
  const counts = new Map<string, number>();
  for (let row = 0; row < count; row++) {
    const code = texts.currency?.values[texts.currency.codes[row]] ?? '';
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}
