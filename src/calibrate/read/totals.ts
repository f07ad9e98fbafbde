import { currencyDigits } from '../../units/money.js';
import type { ExportRows, ExportTotals, Finding, Measure, MoneyTotal } from '../types.js';
import { addExactly, exactSum, exactText, roundedText, sumValue } from './exact-sum.js';
import * as messages from './messages.js';
import type { TotalRow } from './read-rows.js';

/** Counts that may be added up over rows: people may not, they are in several. */
const ADDITIVE: readonly Measure[] = [
  'impressions',
  'clicks',
  'clicks_all',
  'views',
  'engagements',
  'landing_page_views',
  'conversions',
  'purchases',
  'leads',
  'results',
];

/** Sums of the accepted rows, to be held against the platform's own. */
export function totalRows(rows: ExportRows, currency: string | null): ExportTotals {
  const counts: Partial<Record<Measure, number>> = {};
  for (const measure of ADDITIVE) {
    const data = rows.measures[measure];
    if (data === undefined) continue;
    const sum = exactSum();
    for (const value of data) if (!Number.isNaN(value)) addExactly(sum, value);
    if (sum.count > 0) counts[measure] = sumValue(sum);
  }
  return { spend: moneyTotals(rows, 'spend', currency), revenue: moneyTotals(rows, 'revenue', currency), counts };
}

function moneyTotals(rows: ExportRows, measure: 'spend' | 'revenue', currency: string | null): MoneyTotal[] {
  const data = rows.measures[measure];
  if (data === undefined) return [];
  const codes = rows.texts.currency;
  const sums = new Map<string | null, ReturnType<typeof exactSum>>();
  for (let at = 0; at < rows.count; at++) {
    const value = data[at] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    const named = codes?.values[codes.codes[at] ?? 0] ?? '';
    const code = named === '' ? currency : named;
    const sum = sums.get(code) ?? exactSum();
    addExactly(sum, value);
    sums.set(code, sum);
  }
  return [...sums].map(([code, sum]) => ({
    currency: code,
    exact: exactText(sum),
    rounded: roundedText(sum, code === null ? 2 : currencyDigits(code)),
    value: sumValue(sum),
    rows: sum.count,
  }));
}

/** Holds the totals that the file itself gives against the rows' sums. */
export function compareTotals(given: readonly TotalRow[], totals: ExportTotals): readonly Finding[] {
  const spend = totals.spend.length === 1 ? totals.spend[0] : undefined;
  if (given.length === 0) return [];
  const usable = given.filter((total) => total.spend > 0);
  if (spend !== undefined && usable.length > 0) {
    const near = usable.find((total) => Math.abs(total.spend - spend.value) < 0.006);
    if (near !== undefined) return [messages.totalAgrees(near.row, 'spend', spend.rounded)];
    // A total for each sheet, or each part.
    const together = usable.reduce((sum, total) => sum + total.spend, 0);
    if (Math.abs(together - spend.value) < 0.006 * usable.length) return [];
    const largest = usable.reduce((a, b) => (b.spend > a.spend ? b : a));
    return [messages.totalDiffers(largest.row, 'spend', String(largest.spend), spend.rounded)];
  }
  const impressions = totals.counts.impressions;
  const counted = given.filter((total) => total.impressions > 0);
  if (impressions === undefined || counted.length === 0) return [];
  const same = counted.find((total) => total.impressions === impressions);
  if (same !== undefined) return [messages.totalAgrees(same.row, 'impressions', String(impressions))];
  const largest = counted.reduce((a, b) => (b.impressions > a.impressions ? b : a));
  return [messages.totalDiffers(largest.row, 'impressions', String(largest.impressions), String(impressions))];
}
