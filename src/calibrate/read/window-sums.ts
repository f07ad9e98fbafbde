import { NO_DAY } from '../types.js';
import { HALF_A_CENT } from './rounding.js';
import type { Table } from './table.js';

/** Tables that people put together have a few years of quarters, months and weeks. */
const MOST_WINDOWS = 500;

interface Window {
  readonly start: number;
  readonly end: number;
  rows: number;
  spend: number;
  impressions: number;
}

/**
 * Rows of a quarter, a month or a week among those of its months, weeks or days, as far as they are the sum of these: money and impressions of all rows of
 * the longer window are those of all rows within it. Shorter windows go first, so that a quarter is the sum of its months though their weeks are there, too.
 *
 * @returns places in the table, ascending
 */
export function windowSums(table: Table): readonly number[] {
  const [spend, impressions] = [table.measures.get('spend'), table.measures.get('impressions')];
  if (spend === undefined) return [];
  const windows = new Map<number, Window>();
  for (let at = 0; at < table.count; at++) {
    const start = table.start[at] as number;
    if (table.state[at] !== 0 || start === NO_DAY) continue;
    const end = Math.max(start, table.end[at] as number);
    const place = start * 2 ** 17 + end;
    let window = windows.get(place);
    if (window === undefined) {
      window = { start, end, rows: 0, spend: 0, impressions: 0 };
      windows.set(place, window);
    }
    window.rows += 1;
    window.spend += spend[at] || 0;
    window.impressions += impressions?.[at] || 0;
  }
  const all = [...windows.values()].sort((a, b) => a.end - a.start - (b.end - b.start));
  const long = all.filter(({ start, end }) => end > start);
  if (long.length === all.length && new Set(all.map(({ start, end }) => end - start)).size === 1) return [];
  if (long.length > MOST_WINDOWS) return [];
  const sums = new Set<Window>();
  for (const window of long) {
    const within = all.filter(
      (other) => other !== window && !sums.has(other) && other.start >= window.start && other.end <= window.end,
    );
    if (within.length >= 2 && isSum(window, within)) sums.add(window);
  }
  if (sums.size === 0) return [];
  return Array.from({ length: table.count }, (_, at) => at).filter((at) => {
    const start = table.start[at] ?? NO_DAY;
    if (table.state[at] !== 0 || start === NO_DAY) return false;
    const window = windows.get(start * 2 ** 17 + Math.max(start, table.end[at] ?? NO_DAY));
    return window !== undefined && sums.has(window);
  });
}

function isSum(window: Window, within: readonly Window[]): boolean {
  const total = (of: (one: Window) => number): number => within.reduce((sum, one) => sum + of(one), 0);
  const rows = window.rows + total((one) => one.rows);
  return (
    window.spend > 0 &&
    Math.abs(window.spend - total((one) => one.spend)) < HALF_A_CENT * (rows + 1) &&
    Math.abs(window.impressions - total((one) => one.impressions)) < 0.5
  );
}
