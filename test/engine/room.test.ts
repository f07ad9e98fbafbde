import { describe, expect, it } from 'vitest';
import { QueueError } from '../../src/engine/queue/errors.js';
import { whenThereIsRoom } from '../../src/engine/queue/room.js';

const full = () => new Error("OOM command not allowed when used memory > 'maxmemory'.");

/** Work that finds a full Redis so many times, then does. */
function work(times: number, error: () => Error = full) {
  let tries = 0;
  return {
    tries: () => tries,
    run: async () => {
      tries++;
      if (tries <= times) throw error();
    },
  };
}

describe('a Redis that is full', () => {
  it('is asked again until there is room', async () => {
    const some = work(2);
    await whenThereIsRoom(some.run, 60_000);
    expect(some.tries()).toBe(3);
  });

  it('is given up after a while, in words', async () => {
    const some = work(Number.POSITIVE_INFINITY);
    const waiting = whenThereIsRoom(some.run, 0);
    await expect(waiting).rejects.toThrow(QueueError);
    await expect(waiting).rejects.toThrow('Redis has had no memory left');
  });

  it('is not waited for where something else is wrong', async () => {
    const some = work(1, () => new Error('READONLY'));
    await expect(whenThereIsRoom(some.run, 60_000)).rejects.toThrow('READONLY');
    expect(some.tries()).toBe(1);
  });
});
