/** What the library's engine does, apart: these modules are loaded with the first forecast, not with the library. */

import { runAdvised } from '../advice/index.js';
import { compareScenarios } from '../forecast/compare/compare.js';
import { ContradictionError, NotComparableError, OptionError } from '../forecast/errors.js';
import { explainForecast } from '../forecast/explain.js';
import { runFrontier } from '../forecast/frontier/frontier.js';
import { CorrelationError } from '../model/correlate-inputs.js';
import { UndefinedGoalError } from '../optimize/errors.js';
import { TrackError, trackPlan } from '../track/index.js';
import type { Failure, Outcome } from './outcome.js';

export { openEngine } from '../engine/open.js';

export const perform = {
  run: runAdvised,
  compare: compareScenarios,
  explain: explainForecast,
  frontier: runFrontier,
  track: trackPlan,
} as const;

/** What a scenario or an option makes impossible as a failure; whatever else is thrown is thrown on. */
export async function outcomeOf<T>(work: Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work };
  } catch (error) {
    const failure = failureOf(error);
    if (failure === null) throw error;
    return { ok: false, failure };
  }
}

function failureOf(error: unknown): Failure | null {
  if (error instanceof ContradictionError) {
    const { message, rules, relaxations, asked } = error;
    return { kind: 'contradiction', message, rules, relaxations, asked };
  }
  if (error instanceof UndefinedGoalError) return { kind: 'goal', message: error.message };
  if (error instanceof CorrelationError) return { kind: 'correlation', message: error.message };
  if (error instanceof NotComparableError) return { kind: 'not-comparable', message: error.message };
  if (error instanceof TrackError) return { kind: 'track', message: error.message };
  if (error instanceof OptionError) return { kind: 'option', message: error.message };
  return null;
}
