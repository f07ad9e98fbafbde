import { type ScenarioDocument, writePlanBack } from '../scenario/write.js';
import type { Track } from './track.js';

/**
 * The plan's text with the rest as it was planned anew: budgets, what each line spends by period (the past as it was spent), creative
 * shares, and the posts of creators whose number was to be chosen. `null`: nothing is to be changed.
 *
 * @param document that the plan was read from
 */
export function replannedText(document: ScenarioDocument, { result, scenario }: Track): string | null {
  const { replan } = result;
  if (replan.kind !== 'planned' || replan.moves.length === 0) return null;
  // Within phases weights are of a phase's share, which what was spent need not keep.
  const flighting = new Map(
    scenario.phases.length > 0
      ? []
      : scenario.lines.flatMap(({ id }, k) => (replan.budgets[k] > 0 ? [[id, replan.periods[k]] as const] : [])),
  );
  const posts = new Map(replan.posts.map(({ id, posts: chosen }) => [id, chosen]));
  return writePlanBack(document, replan.budgets, replan.creative, flighting, posts);
}
