import { ContradictionError } from '../forecast/errors.js';
import { CorrelationError } from '../model/correlate-inputs.js';
import { InputError } from './exit.js';

/** Turns what a run throws over its input into the user's message; everything else is thrown on. */
export async function explained<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ContradictionError) {
      const ways = error.relaxations.map((sentence) => `  - ${sentence}`).join('\n');
      const mend = ways === '' ? '' : `\nAny of these would do:\n${ways}`;
      throw new InputError(`${path}: ${error.message}.${mend}`);
    }
    if (error instanceof CorrelationError) throw new InputError(`${path}: ${error.message}`);
    throw error;
  }
}
