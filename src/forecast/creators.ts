import type { Decision } from '../engine/evaluation.js';
import type { Session } from '../engine/session.js';
import { givenCounts } from '../scenario/pay.js';
import type { Scenario } from '../scenario/types.js';

/** What a creator's posts cost and bring, lines and all other posts held: means over all futures, in currency. */
export interface CreatorOutcome {
  readonly id: string;
  readonly name: string;
  /** Posts in the plan; `most` is `null` where their number was not to be chosen. */
  readonly posts: number;
  readonly most: number | null;
  /** A post's pay, the rights fee among it, and what it adds to the plan's gross margin: of the plan's posts, or of a first one. */
  readonly cost: number;
  readonly margin: number;
  /** What one post more would add to profit; `null` where there may be no more. */
  readonly next: number | null;
}

const FIGURES = (['pay', 'gross_margin', 'profit'] as const).map((name) => ({ kind: 'kpi', name }) as const);

/** Each creator of a plan: three evaluations at most, on the report's draws. */
export async function creatorOutcomes(
  session: Session,
  scenario: Scenario,
  decision: Decision,
  signal?: AbortSignal,
): Promise<readonly CreatorOutcome[]> {
  const counts = decision.posts ?? givenCounts(scenario);
  const at = async (source: number, posts: number): Promise<readonly [number, number, number]> => {
    const other = counts.slice();
    other[source] = posts;
    const options = { gradients: false, ...(signal === undefined ? {} : { signal }) };
    const { values } = await session.evaluate({ ...decision, posts: other }, FIGURES, 'fresh', options);
    const means = values.map((series) => series.reduce((sum, value) => sum + value, 0) / series.length);
    return [means[0], means[1], means[2]];
  };
  const outcomes: CreatorOutcome[] = [];
  for (const [index, source] of scenario.sources.entries()) {
    if (source.kind !== 'creator') continue;
    const most = source.posts.kind === 'chosen' ? source.posts.max : null;
    const posts = counts[index];
    const some = Math.max(1, posts);
    const [payWithout, marginWithout, profitWithout] = await at(index, 0);
    const [pay, margin, profit] = await at(index, some);
    const more = most === null || posts >= most ? null : posts === 0 ? profit : (await at(index, posts + 1))[2];
    outcomes.push({
      id: source.id,
      name: source.name,
      posts,
      most,
      cost: (pay - payWithout) / some,
      margin: (margin - marginWithout) / some,
      next: more === null ? null : more - (posts === 0 ? profitWithout : profit),
    });
  }
  return outcomes;
}
