import { QueueError } from './errors.js';

/** How long Redis may refuse to take more for want of memory, in milliseconds. */
export const FULL_FOR = 60_000;
/** Between two attempts, in milliseconds. */
const AGAIN = 250;

/** Whether Redis refused for want of memory (`maxmemory`). */
export function isFull(error: unknown): boolean {
  return error instanceof Error && /^OOM|maxmemory/.test(error.message);
}

/**
 * Does what takes memory in Redis as soon as there is some: others make room as they take out what they wait for.
 *
 * @throws {QueueError} where there is none for too long
 */
export async function whenThereIsRoom(work: () => Promise<unknown>, fullFor = FULL_FOR): Promise<void> {
  const since = performance.now();
  for (;;) {
    try {
      await work();
      return;
    } catch (error) {
      if (!isFull(error)) throw error;
      if (performance.now() - since > fullFor) throw fullError();
      await new Promise((resolve) => setTimeout(resolve, AGAIN));
    }
  }
}

export function fullError(): QueueError {
  return new QueueError('Redis has had no memory left for a minute: raise its maxmemory, or sweep fewer variants');
}
