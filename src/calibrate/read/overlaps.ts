import type { Finding } from '../types.js';
import * as messages from './messages.js';

/** A row of several days, and what it is of without them. */
export interface NamedWindow {
  readonly row: number;
  /** A hash of its names. */
  readonly name: number;
  readonly start: number;
  readonly end: number;
}

/** Windows that are looked at. */
export const MOST_WINDOWS = 200_000;

/**
 * Says where rows of the same names cover the same days in windows that aren't the same, as where reports of a month up to the 15th and up to
 * its end were put together: which of them counts nothing tells.
 *
 * @param accepted rows that count
 * @param exclusive whether ends are the day after
 */
export function overlappingWindows(
  windows: readonly NamedWindow[],
  accepted: ReadonlySet<number>,
  exclusive: boolean,
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
    let last = Number.NEGATIVE_INFINITY;
    return list.flatMap(({ row, start, end }) => {
      const covered = start <= last;
      last = Math.max(last, exclusive ? end - 1 : end);
      return covered ? [row] : [];
    });
  });
  return rows.length === 0 ? [] : [messages.overlappingWindows(rows.length, Math.min(...rows.slice(0, 1000)))];
}
