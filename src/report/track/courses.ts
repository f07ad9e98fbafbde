import type { Courses } from '../charts/course.js';
import type { Formats } from '../figure-formats.js';

interface Band {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

/**
 * Cumulative orders by period, as approved and as they come: what the report's chart and the planner's are both drawn of.
 *
 * @param rows one a period
 * @param words the axis' title, and what the two courses are called
 */
export function trackCourses(
  rows: readonly { readonly approved: Band; readonly now: Band }[],
  words: { readonly axis: string; readonly approved: string; readonly now: string },
  formats: Formats,
): Courses {
  const bands = (which: 'approved' | 'now') => rows.map((row) => ({ ...row[which], mean: row[which].p50 }));
  return {
    axis: words.axis,
    series: [
      { kind: 'given', label: words.approved, bands: bands('approved') },
      { kind: 'optimized', label: words.now, bands: bands('now') },
    ],
    write: formats.count,
    writeAxis: formats.short,
    zero: false,
  };
}
