// @module-tag slow
import { describe, expect, it } from 'vitest';
import { encode } from '../../../src/engine/codec.js';
import { redisAddress } from '../../../src/engine/queue/address.js';
import { createQueueRunner } from '../../../src/engine/queue/runner.js';
import { openQueueWorker } from '../../../src/engine/queue/worker.js';
import type { JobRunner } from '../../../src/engine/whole/types.js';
import { hasRedis, startRedis } from './redis.js';

const JOBS = 10_000;
/** An answer of a sweep with some lines. */
const ANSWER_BYTES = 2000;

describe.skipIf(!hasRedis())('ten thousand small jobs', () => {
  it('are answered once each, in memory that their number does not decide', async () => {
    const redis = await startRedis(['--appendfsync', 'everysec']);
    const client = redis.client();
    const options = { address: await redisAddress(redis.url, redis.env), version: 'v1', prefix: 'many' };
    const echo: JobRunner = {
      parallel: 1,
      async run({ jobs }, { onAnswer }) {
        const n = jobs[0]!.data as number;
        onAnswer(0, { ok: true, bytes: new Uint8Array(ANSWER_BYTES).fill(n % 251) });
      },
      close: async () => {},
    };
    const runner = await createQueueRunner(options);
    const worker = await openQueueWorker({ ...options, runners: [echo, echo] });
    const used = async (): Promise<number> => Number(/used_memory:(\d+)/.exec(await client.info('memory'))![1]);
    const before = await used();
    let most = 0;
    let looking = true;
    const looks = (async () => {
      while (looking) {
        most = Math.max(most, await used());
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    })();
    const seen = new Uint8Array(JOBS);
    let wrong = 0;
    await runner.run(
      {
        kind: 'echo',
        content: { id: 'c0ffee', bytes: encode('content') },
        jobs: Array.from({ length: JOBS }, (_, n) => ({ key: String(n), data: n })),
      },
      {
        onAnswer(index, answer) {
          seen[index]!++;
          if (!answer.ok || answer.bytes[0] !== index % 251) wrong++;
        },
      },
    );
    looking = false;
    await looks;
    expect(seen.every((times) => times === 1)).toBe(true);
    expect(wrong).toBe(0);
    // 2,000 jobs of a kilobyte and their answers lie there at a time, where all of them would be 30 MB.
    expect(most - before).toBeLessThan(15e6);
    expect(await client.keys('many:answers:*')).toEqual([]);
    await worker.close();
    await runner.close();
    await redis.stop();
  });
});
