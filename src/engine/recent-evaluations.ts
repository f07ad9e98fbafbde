import type { PlanFunction } from '../scenario/expressions/types.js';
import type { Decision, Evaluation } from './evaluation.js';

/** What plans came to lately on one set of draws: an optimiser, and whoever judges what it found, ask for the same plans. */
export interface RecentEvaluations {
  /** What is known of the plan, or is evaluated now. Whoever asks leaves the values as they are. */
  get(plan: Decision, functions: readonly PlanFunction[], evaluate: () => Promise<Evaluation>): Promise<Evaluation>;
}

/** Numbers that are kept, in all. */
const MOST_NUMBERS = 2 ** 20;

export function createRecentEvaluations(): RecentEvaluations {
  const known = new Map<string, Evaluation>();
  let kept = 0;
  const sizeOf = ({ draws, values }: Evaluation): number => draws * values.length;
  const forget = (key: string): void => {
    const evaluation = known.get(key);
    if (evaluation !== undefined) kept -= sizeOf(evaluation);
    known.delete(key);
  };
  return {
    async get(plan, functions, evaluate) {
      const key = keyOf(plan, functions);
      const found = known.get(key) ?? (await evaluate());
      // The last one asked for stands last.
      forget(key);
      known.set(key, found);
      kept += sizeOf(found);
      for (const oldest of known.keys()) {
        if (kept <= MOST_NUMBERS) break;
        forget(oldest);
      }
      return found;
    },
  };
}

function keyOf(
  { budgets, creative, byPeriod, posts, pressureAt }: Decision,
  functions: readonly PlanFunction[],
): string {
  const numbers = [budgets, creative, byPeriod, posts, pressureAt].map((part) =>
    part === undefined ? null : Array.from(part, String),
  );
  return JSON.stringify([numbers, functions]);
}
