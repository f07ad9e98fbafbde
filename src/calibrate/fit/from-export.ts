import { type ExportReading, type ExportRows, type Measure, NO_DAY } from '../types.js';
import { type Campaign, DAILY_FIELDS, type DailyField, type DailyRows } from './daily.js';

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
  /** Sentences a person should read. */
  readonly notes: readonly string[];
}

/** Exports that can't be taken together; the message says why and what to do. */
export class MixedExportsError extends Error {
  override readonly name = 'MixedExportsError';
}

const SOURCE: Readonly<Record<DailyField, Measure>> = {
  spend: 'spend',
  impressions: 'impressions',
  clicks: 'clicks',
  conversions: 'conversions',
  views: 'views',
  reach: 'reach',
};

/** What is followed through time; and what is told apart where there is no time. */
const DATED_UNITS = ['campaign', 'adset', 'ad', 'account'] as const;
const UNDATED_UNITS = ['ad', 'adset', 'campaign', 'account'] as const;

/**
 * Kept rows of exports as daily rows by campaign. Meta's figures go to facebook where no placement tells them apart. Rows
 * that cover several days stand on their last one. Files without dates give one row a unit (ad, else ad set, else
 * campaign): what lies between units can be fitted then, what changes from day to day can't. Of several currencies in
 * one file the one with the most rows is taken.
 *
 * @throws {MixedExportsError} where files have different currencies
 */
export function dailyRowsOf(readings: readonly ExportReading[]): DailyExport {
  const read = readings.filter(({ status }) => status === 'read');
  const notes: string[] = [];
  const currency = commonCurrency(read);
  const campaigns = new Map<string, number>();
  const list: Campaign[] = [];
  const objectives: string[] = [];
  const owners: string[] = [];
  const columns = Object.fromEntries(DAILY_FIELDS.map((field) => [field, [] as number[]])) as Record<
    DailyField,
    number[]
  >;
  const [campaign, day]: [number[], number[]] = [[], []];
  let dated = false;
  for (const { rows, currency: own, platform: told } of read) {
    const only = told !== null && told.names.length === 1 ? told.names[0]! : '';
    const main = own.codes.length > 1 ? mainCurrency(rows) : null;
    if (main !== null) notes.push(`rows in currencies other than ${main} are left out of the fits`);
    const text = (dimension: keyof ExportRows['texts'], row: number): string => {
      const column = rows.texts[dimension];
      return column?.values[column.codes[row]!] ?? '';
    };
    for (let row = 0; row < rows.count; row++) {
      if (main !== null && text('currency', row) !== main) continue;
      const hasDay = rows.end[row]! !== NO_DAY;
      dated ||= hasDay;
      const units = hasDay ? DATED_UNITS : UNDATED_UNITS;
      const name = units.map((dimension) => text(dimension, row)).find((value) => value !== '') ?? 'all rows';
      const platform = platformName(text('platform', row) || only);
      const key = JSON.stringify([platform, name]);
      let index = campaigns.get(key);
      if (index === undefined) {
        index = list.length;
        campaigns.set(key, index);
        list.push({ name, platform, stage: null });
        objectives.push(text('objective', row));
        owners.push(text('campaign', row) || name);
      }
      campaign.push(index);
      day.push(hasDay ? rows.end[row]! : 0);
      for (const field of DAILY_FIELDS) columns[field].push(rows.measures[SOURCE[field]]?.[row] ?? Number.NaN);
    }
  }
  if (!dated && list.length > 0) {
    notes.push('the rows have no dates: what lies between ads is fitted, what changes with time is not');
  }
  if (list.some(({ platform }) => platform === UNKNOWN)) {
    notes.push('no file says which platform its rows are from: --map platform=NAME does');
  }
  const arrays = Object.fromEntries(DAILY_FIELDS.map((field) => [field, Float64Array.from(columns[field])]));
  return {
    rows: {
      campaigns: list,
      campaign: Int32Array.from(campaign),
      day: Int32Array.from(day),
      ...(arrays as Record<DailyField, Float64Array>),
    },
    objectives,
    owners,
    currency,
    dated,
    notes,
  };
}

/** A platform's name where nothing tells it. */
export const UNKNOWN = 'unknown';

function platformName(given: string): string {
  if (given === '') return UNKNOWN;
  return given === 'meta' ? 'facebook' : given;
}

function commonCurrency(readings: readonly ExportReading[]): string | null {
  const codes = new Set(
    readings.flatMap(({ currency, rows }) => {
      if (currency.codes.length > 1) return mainCurrency(rows);
      return currency.code ?? [];
    }),
  );
  if (codes.size > 1) {
    const names = [...codes].sort().join(' and ');
    throw new MixedExportsError(`the files are in ${names}: give files of one currency at a time`);
  }
  const [only] = codes;
  return only ?? null;
}

function mainCurrency({ texts, count }: ExportRows): string {
  const counts = new Map<string, number>();
  for (let row = 0; row < count; row++) {
    const code = texts.currency?.values[texts.currency.codes[row]!] ?? '';
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}
