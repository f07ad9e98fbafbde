import type { Finding } from '../types.js';
import * as messages from './messages.js';
import { refuse } from './refusal.js';

/** A row's days, and what it is of without them. */
export interface NamedWindow {
  readonly row: number;
  /** A hash of its names. */
  readonly name: number;
  readonly start: number;
  readonly end: number;
}

/** Windows that are looked at; of tables with more rows than that of days, which are no work of hands, windows only. */
export const MOST_WINDOWS = 200_000;
export const MOST_DAYS = 50_000;

/**
 * Says where rows of the same names cover the same days in windows that aren't the same, as where reports of a month up to the 15th and up to
 * its end were put together, or a month's row below its days that isn't their sum: which of them counts nothing tells. A platform's own export has
 * each day of a name once, so that there it is refused.
 *
 * @param accepted rows that count
 * @param how `exclusive`: whether ends are the day after; `once`: whether the file has each day of a name once, as a platform's own has
 * @throws a refusal
 */
export function overlappingWindows(
  windows: readonly NamedWindow[],
  accepted: ReadonlySet<number>,
  { exclusive, once }: { readonly exclusive: boolean; readonly once: boolean },
): readonly Finding[] {
  const byName = new Map<number, NamedWindow[]>();
  for (const window of windows) {
    if (!accepted.has(window.row)) continue;
    const list = byName.get(window.name);
    if (list === undefined) byName.set(window.name, [window]);
    else list.push(window);
  }
  const rows = [...byName.values()].flatMap((list) => {
    list.sort((a, b) => a.start - b.start || a.end - b.end);
    let [last, long] = [Number.NEGATIVE_INFINITY, false];
    return list.flatMap(({ row, start, end }) => {
      const until = Math.max(start, exclusive ? end - 1 : end);
      // Days that are there twice are known as such.
      const covered = start <= last && (long || until > start);
      if (until > last) long = until > start;
      last = Math.max(last, until);
      return covered ? [row] : [];
    });
  });
  if (rows.length === 0) return [];
  const first = rows.reduce((least, row) => Math.min(least, row), Number.POSITIVE_INFINITY);
  if (once) refuse(messages.sharedDays(rows.length, first));
  return [messages.overlappingWindows(rows.length, first)];
}
