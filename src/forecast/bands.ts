import type { Summary } from '../summary/types.js';
import type { Band } from './details.js';

/**
 * Bands of what is added up, the last one as the whole plan's figures have it: where nothing is recorded after the horizon they
 * are one figure, which counts drawn period by period would tell a little otherwise.
 */
export function endingAtTotal(
  bands: readonly Band[],
  total: Summary | undefined,
  tail: Summary | undefined,
): readonly Band[] {
  const last = bands.at(-1);
  if (last === undefined || total === undefined || total.mean === null) return bands;
  // What a campaign under way has had already is in one of them alone.
  if (Math.abs(total.mean - last.mean) > 1e-6 * Math.max(1, Math.abs(total.mean))) return bands;
  return endingAtCounts(bands, total, tail);
}

/** The same for what has means of counts, too, which tell two figures from one no better than their spread: of a plan that hasn't begun. */
export function endingAtCounts(
  bands: readonly Band[],
  total: Summary | undefined,
  tail: Summary | undefined,
): readonly Band[] {
  if (bands.length === 0 || total === undefined || total.mean === null || (tail?.mean ?? 0) !== 0) return bands;
  return [...bands.slice(0, -1), bandOf(total)];
}

export function bandOf({ p10, p50, p90, mean }: Summary): Band {
  return { p10: p10 ?? 0, p50: p50 ?? 0, p90: p90 ?? 0, mean: mean ?? 0 };
}

/** A summary; or, where it is of what is expected, the one of counts with its mean and its mean's error. */
export function withMeanOf(known: Summary | undefined, summary: Summary, expected: true | undefined): Summary {
  if (expected !== true || known === undefined) return summary;
  return { ...known, mean: summary.mean, se: summary.se };
}
