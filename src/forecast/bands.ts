import type { Decision } from '../engine/evaluation.js';
import type { Session } from '../engine/session.js';
import type { Expression, KpiName } from '../scenario/expressions/types.js';
import type { Summary } from '../summary/types.js';

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

/** A summary; or, where it is of what is expected, the one of counts with its mean and its mean's error. */
export function withMeanOf(known: Summary | undefined, summary: Summary, expected: true | undefined): Summary {
  if (expected !== true || known === undefined) return summary;
  return { ...known, mean: summary.mean, se: summary.se };
}
