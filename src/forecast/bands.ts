import type { Decision } from '../engine/evaluation.js';
import type { Session } from '../engine/session.js';
import type { Expression, KpiName } from '../scenario/expressions/types.js';
import type { Summary } from '../summary/types.js';
import type { Band } from './details.js';

/**
 * Summaries of KPIs of a whole plan as a report has them: where orders are counted (section 14), bands are of counts and means
 * of what is expected.
 */
export async function bandsOf<Name extends KpiName>(
  session: Session,
  decision: Decision,
  names: readonly Name[],
  signal?: AbortSignal,
): Promise<Record<Name, Summary>> {
  const total = names.map((name) => ({ name, expression: { kind: 'kpi', name } as Expression }));
  const selection = { total, groups: false, cumulative: false, counts: true };
  const priced = await session.price(decision, selection, signal === undefined ? {} : { signal });
  const summaries = await session.summarize(priced, signal);
  const bands = {} as Record<string, Summary>;
  priced.keys.forEach(({ kpi, expected }, series) => {
    bands[kpi] = withMeanOf(bands[kpi], summaries[series], expected);
  });
  return bands as Record<Name, Summary>;
}

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
