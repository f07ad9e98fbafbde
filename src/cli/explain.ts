import { ContradictionError } from '../forecast/errors.js';
import { CorrelationError } from '../model/correlate-inputs.js';
import { UndefinedGoalError } from '../optimize/errors.js';
import { InputError } from './exit.js';

/** Turns what a run throws over its input into the user's message; everything else is thrown on. */
export async function explained<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ContradictionError) {
      const { factTexts } = await import('../report/facts.js');
      const told = factTexts(error.scenario).contradiction(error.asked, error.relaxations);
      throw new InputError(`${path}: ${told}`);
    }
    if (error instanceof UndefinedGoalError) throw new InputError(`${path}: goal: ${error.message}`);
    if (error instanceof CorrelationError) throw new InputError(`${path}: ${error.message}`);
    throw error;
  }
}
