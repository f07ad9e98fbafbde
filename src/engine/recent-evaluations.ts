import type { PlanFunction } from '../scenario/expressions/types.js';
import type { Decision, DrawSet, Evaluation } from './evaluation.js';

/** What is asked of a plan. */
interface Asked {
  readonly plan: Decision;
  readonly functions: readonly PlanFunction[];
  readonly set: DrawSet;
  readonly gradients: boolean;
}

/** What plans came to lately: an optimiser, and whoever judges what it found, ask for the same plans. */
interface RecentEvaluations {
  /** What is known of the plan, or is evaluated now. Whoever asks leaves the values as they are. */
  get(asked: Asked, evaluate: () => Promise<Evaluation>): Promise<Evaluation>;
}

/** Numbers that are cached, in all. */
const MOST_NUMBERS = 2 ** 20;

export function createRecentEvaluations(): RecentEvaluations {
  const known = new Map<string, Evaluation>();
  let kept = 0;
  const sizeOf = ({ values, gradients }: Evaluation): number =>
    [...values, ...gradients].reduce((sum, { length }) => sum + length, 0);
  const forget = (key: string): void => {
    const evaluation = known.get(key);
    if (evaluation !== undefined) kept -= sizeOf(evaluation);
    known.delete(key);
  };
  return {
    async get(asked, evaluate) {
      const key = keyOf(asked);
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

function keyOf({ plan, functions, set, gradients }: Asked): string {
  const { budgets, creative, byPeriod, posts, pressureAt } = plan;
  const numbers = [budgets, creative, byPeriod, posts, pressureAt].map((part) =>
    part === undefined ? null : Array.from(part, String),
  );
  return JSON.stringify([set, gradients, functions, numbers]);
}
