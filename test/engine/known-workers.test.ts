import type { Redis } from 'ioredis';
import { describe, expect, it } from 'vitest';
import { BEAT_MILLISECONDS, queueNames } from '../../src/engine/queue/names.js';
import { knownWorkers, otherVersions } from '../../src/engine/queue/workers.js';

const NAMES = queueNames('test', 'v1');
const NOW = 1_800_000_000_250;
const beat = (version: string, seen: number) => JSON.stringify({ version, threads: 2, rate: 1.5, seen });

/** What is asked of Redis: its clock, and a hash by its name. */
const redisWith = (beats: Readonly<Record<string, string>>): Redis =>
  ({
    time: async () => [Math.floor(NOW / 1000), 1000 * (NOW % 1000)],
    hgetall: async (name: string) => (name === NAMES.workers ? beats : {}),
  }) as unknown as Redis;

describe('workers that a queue knows', () => {
  it('are those that were heard of within four beats, by the clock of Redis', async () => {
    const redis = redisWith({
      'here:1': beat('v1', NOW),
      'here:2': beat('v1', NOW - 4 * BEAT_MILLISECONDS + 1),
      'gone:3': beat('v1', NOW - 4 * BEAT_MILLISECONDS),
      'gone:4': beat('v1', NOW - 86_400_000),
    });
    const known = await knownWorkers(redis, NAMES);
    expect(known.map(({ name }) => name)).toEqual(['here:1', 'here:2']);
    expect(known[0]).toEqual({ name: 'here:1', version: 'v1', threads: 2, rate: 1.5, seen: NOW });
  });

  it('of another version are told apart', async () => {
    const redis = redisWith({ 'here:1': beat('v1', NOW), 'here:2': beat('v0', NOW), 'gone:3': beat('v0', 0) });
    expect((await otherVersions(redis, NAMES, 'v1')).map(({ name }) => name)).toEqual(['here:2']);
  });
});
