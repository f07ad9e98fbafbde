// @module-tag slow
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { encode } from '../../../src/engine/codec.js';
import { redisAddress } from '../../../src/engine/queue/address.js';
import { createQueueRunner } from '../../../src/engine/queue/runner.js';
import { openQueueWorker } from '../../../src/engine/queue/worker.js';
import type { JobRunner } from '../../../src/engine/whole/types.js';
import { huni } from '../../cli/support.js';
import { has, ownProcesses, PREFIX } from './own-processes.js';
import { hasRedis, type OwnRedis } from './redis.js';

/** Ten variants, small ones. */
const SWEEP = ['sweep', 'plan.yaml', '--vary', 'budget=500..1400 step 100', '--json'];

describe.skipIf(!hasRedis())('a queue in trouble', () => {
  const { cleaning, redisWith, workerOf, planFolder } = ownProcesses();

  describe('full to the brim', () => {
    const BYTES = 40_000;
    /** Answers with a good deal, each its own. */
    const large: JobRunner = {
      parallel: 1,
      async run({ jobs }, { onAnswer }) {
        const { n } = jobs[0]!.data as { n: number };
        onAnswer(0, { ok: true, bytes: new Uint8Array(BYTES).fill(n % 251) });
      },
      close: async () => {},
    };
    const batch = {
      kind: 'large',
      content: { id: 'c0ffee', bytes: encode('content') },
      jobs: Array.from({ length: 600 }, (_, n) => ({ key: String(n), data: { n } })),
    };
    const opened = async (redis: OwnRedis, fullFor?: number) => {
      const options = { address: await redisAddress(redis.url, redis.env), version: 'v1', prefix: PREFIX };
      const runner = await createQueueRunner({ ...options, ...(fullFor === undefined ? {} : { fullFor }) });
      cleaning.push(() => runner.close());
      return { options, runner };
    };
    const room = async (redis: OwnRedis, bytes: number): Promise<void> => {
      const client = redis.client();
      const used = Number(/used_memory:(\d+)/.exec(await client.info('memory'))![1]);
      await client.config('SET', 'maxmemory', String(bytes === 0 ? 0 : used + bytes));
    };

    it('answers every job once where answers make room for others', async () => {
      const redis = await redisWith();
      const { options, runner } = await opened(redis);
      // A tenth of what the answers take in all.
      await room(redis, (batch.jobs.length * BYTES) / 10);
      for (let k = 0; k < 2; k++) {
        const worker = await openQueueWorker({ ...options, runners: [large, large] });
        cleaning.push(() => worker.close());
      }
      const came = new Map<number, number>();
      await runner.run(batch, {
        onAnswer(index, answer) {
          expect(came.has(index)).toBe(false);
          came.set(index, answer.ok ? answer.bytes[0]! : -1);
        },
      });
      expect([...came].every(([n, first]) => first === n % 251)).toBe(true);
      expect(came.size).toBe(600);
    });

    it('waits for room, and says so where there is none for too long', async () => {
      const redis = await redisWith();
      const { options, runner } = await opened(redis, 3000);
      await room(redis, 1);
      const stuck = runner.run(batch, { onAnswer: () => {} });
      await expect(stuck).rejects.toThrow('Redis has had no memory left');
      const worker = await openQueueWorker({ ...options, runners: [large] });
      cleaning.push(() => worker.close());
      let came = 0;
      const patient = runner.run({ ...batch, jobs: batch.jobs.slice(0, 20) }, { onAnswer: () => came++ });
      await pause(1500);
      expect(came).toBe(0);
      await room(redis, 0);
      await patient;
      expect(came).toBe(20);
    });
  });

  it.skipIf(!has('openssl', 'version'))(
    'is spoken to by TLS, and by nothing that a stranger vouches for',
    async () => {
      const folder = await planFolder();
      const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
      const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
      const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key, '-out', certificate];
      execFileSync('openssl', [...made, ...subject], { stdio: 'ignore' });
      const redis = await redisWith(
        [
          '--tls-cert-file',
          certificate,
          '--tls-key-file',
          key,
          '--tls-ca-cert-file',
          certificate,
          '--tls-auth-clients',
          'no',
        ],
        { tls: certificate },
      );
      const trusting = { ...redis.env, NODE_EXTRA_CA_CERTS: certificate };
      const alone = await huni(folder, SWEEP);
      for (const host of ['localhost', '127.0.0.1']) {
        const url = `rediss://${host}:${redis.port}`;
        const worker = await workerOf({ url, env: trusting, prefix: PREFIX });
        const swept = await huni(folder, [...SWEEP, '--engine', url, '--prefix', PREFIX], { env: trusting });
        expect(swept).toMatchObject({ code: 0, err: '', out: alone.out });
        worker.kill('SIGKILL');
      }
      const url = `rediss://localhost:${redis.port}`;
      const stranger = await huni(folder, [...SWEEP, '--engine', url], { env: redis.env });
      expect(stranger).toMatchObject({ code: 2, out: '' });
      expect(stranger.err).toMatch(/can't be reached \(.*certificate/);
    },
    120_000,
  );

  it('gives up on a job that every worker dies of, by name, and does the rest', async () => {
    const redis = await redisWith();
    const folder = await planFolder();
    const env = { ...redis.env, NODE_OPTIONS: `--import=${resolve(import.meta.dirname, 'poison.mjs')}` };
    let ended = false;
    let died = 0;
    // Whoever looks after workers starts another one where one has died.
    const keeping = (async () => {
      while (!ended) {
        const worker = await workerOf({ ...redis, env, prefix: PREFIX });
        await Promise.race([once(worker, 'exit'), pause(90_000)]);
        died++;
      }
    })();
    const args = ['sweep', 'plan.yaml', '--vary', 'budget=500,700,1313,1100', '--json'];
    const swept = await huni(folder, [...args, '--engine', redis.url, '--prefix', PREFIX], { env: redis.env });
    ended = true;
    expect(swept.code).toBe(1);
    const { variants } = JSON.parse(swept.out) as { variants: { verdict: string; outcome: { message: string } }[] };
    expect(variants.map(({ verdict }) => verdict === 'failed')).toEqual([false, false, true, false]);
    expect(variants[2]!.outcome.message).toBe('each worker that took it died, or said nothing for 10 seconds');
    expect(died).toBeGreaterThanOrEqual(3);
    for (const clean of cleaning.splice(1)) await clean();
    await keeping;
  });
});
