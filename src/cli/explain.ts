import { ContradictionError } from '../forecast/errors.js';
import { CorrelationError } from '../model/correlate-inputs.js';
import { UndefinedGoalError } from '../optimize/errors.js';
import { placeInFile } from '../scenario/index.js';
import { say } from '../words/said.js';
import { InputError } from './exit.js';

/** Turns what a run throws over its input into the user's message; everything else is thrown on. */
export async function explained<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ContradictionError) throw new InputError(await contradictionMessage(path, error));
    if (error instanceof UndefinedGoalError) {
      const place = await placeInFile(path, [
        ['goal', 'maximize'],
        ['goal', 'minimize'],
      ]);
      throw new InputError(say`${place}: goal: ${error.said}`);
    }
    if (error instanceof CorrelationError) {
      throw new InputError(say`${await placeInFile(path, [['correlation', 'pairs']])}: ${error.said}`);
    }
    throw error;
  }
}

/** Rules that can't hold together, what each asks for, and what would make room. */
export async function contradictionMessage(path: string, error: ContradictionError): Promise<string> {
  const { factTexts } = await import('../report/facts.js');
  return `${path}: ${factTexts(error.scenario).contradiction(error.asked, error.relaxations)}`;
}
