import type { RedisAddress } from '../engine/queue/address.js';
import { say } from '../words/said.js';
import { InputError } from './exit.js';

/** Of every key that huni has in a Redis, unless an option says otherwise. */
export const PREFIX = 'huni';

/**
 * Reads the address of a queue; who we are there comes from the environment.
 *
 * @param option that the address was given by
 * @throws {InputError}
 */
export async function readAddress(option: string, text: string): Promise<RedisAddress> {
  const [{ redisAddress }, { QueueError }] = await Promise.all([
    import('../engine/queue/address.js'),
    import('../engine/queue/errors.js'),
  ]);
  try {
    return await redisAddress(text, process.env);
  } catch (error) {
    if (error instanceof QueueError) throw new InputError(say`${option}: ${error.message}`);
    throw error;
  }
}

/** Turns what makes a queue unusable into the user's message. */
export async function overQueue<T>(option: string, work: () => Promise<T>): Promise<T> {
  const { QueueError } = await import('../engine/queue/errors.js');
  try {
    return await work();
  } catch (error) {
    if (error instanceof QueueError) throw new InputError(say`${option}: ${error.message}`);
    throw error;
  }
}
