// @module-tag slow
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { encode } from '../../../src/engine/codec.js';
import { redisAddress } from '../../../src/engine/queue/address.js';
import { queueNames } from '../../../src/engine/queue/names.js';
import { createQueueRunner } from '../../../src/engine/queue/runner.js';
import { queueStatus } from '../../../src/engine/queue/status.js';
import { openQueueWorker, type QueueWorker } from '../../../src/engine/queue/worker.js';
import type { JobAnswer, JobBatch, JobRunner } from '../../../src/engine/whole/types.js';
import { folderWith, huni, SMALL } from '../../cli/support.js';
import { hasRedis, type OwnRedis, PASSWORD, startRedis } from './redis.js';

const BIN = resolve(import.meta.dirname, '../../../bin/huni.js');

/** Answers with what it was asked, after a while; what it has to throw, it throws. */
function echo(onRun: (data: { n: number; throws?: string }) => void = () => {}, after = 0): JobRunner {
  return {
    parallel: 1,
    async run({ jobs }, { onAnswer }) {
      const data = jobs[0]!.data as { n: number; throws?: string };
      onRun(data);
      if (after > 0) await new Promise((resolve) => setTimeout(resolve, after));
      if (data.throws !== undefined) throw new Error(data.throws);
      onAnswer(0, { ok: true, bytes: Uint8Array.of(data.n % 256, data.n >> 8) });
    },
    close: async () => {},
  };
}

function batchOf(data: readonly unknown[]): JobBatch {
  return {
    kind: 'echo',
    content: { id: 'c0ffee', bytes: encode({ plan: 'content' }) },
    jobs: data.map((one, k) => ({ key: String(k), data: one })),
  };
}

/** Hands bytes on to a Redis, and breaks off its first answers to a whole bundle of jobs after 100 bytes. */
async function breakingProxy(
  port: number,
): Promise<{ readonly port: number; broken(): number; close(): Promise<void> }> {
  let broken = 0;
  const server = createServer((client) => {
    const upstream = connect(port, '127.0.0.1');
    let asked = 0;
    client.on('error', () => {}).on('close', () => upstream.destroy());
    upstream.on('error', () => {}).on('close', () => client.destroy());
    client.on('data', (bytes) => {
      asked += bytes.length;
      upstream.write(bytes);
    });
    upstream.on('data', (bytes) => {
      if (asked > 50_000 && broken < 2) {
        broken++;
        client.end(bytes.subarray(0, 100));
        return;
      }
      asked = 0;
      client.write(bytes);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    broken: () => broken,
    async close() {
      server.close();
    },
  };
}

describe.skipIf(!hasRedis())('a queue', () => {
  let redis: OwnRedis;
  const opened: { close(): Promise<void> }[] = [];
  let runs = 0;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((one) => one.close()));
  });
  afterAll(() => redis.stop());

  const prefixOf = (): string => `test${++runs}`;
  const runnerFor = async (prefix: string, version = 'v1', onRefused = (_: string, __: string): void => {}) => {
    const address = await redisAddress(redis.url, redis.env);
    const runner = await createQueueRunner({ address, version, prefix, onRefused });
    opened.push(runner);
    return runner;
  };
  const workerFor = async (prefix: string, runners: readonly JobRunner[], version = 'v1'): Promise<QueueWorker> => {
    const address = await redisAddress(redis.url, redis.env);
    const worker = await openQueueWorker({ address, version, prefix, runners });
    opened.push(worker);
    return worker;
  };
  const answersOf = async (
    runner: JobRunner,
    batch: JobBatch,
    signal?: AbortSignal,
  ): Promise<Map<number, JobAnswer>> => {
    const answers = new Map<number, JobAnswer>();
    await runner.run(batch, {
      signal,
      onAnswer(index, answer) {
        if (answers.has(index)) throw new Error(`job ${index} answered twice`);
        answers.set(index, answer);
      },
    });
    return answers;
  };

  it('answers every job once, by whichever worker, and leaves nothing behind', async () => {
    const prefix = prefixOf();
    const did = [0, 0];
    await workerFor(prefix, [echo(() => did[0]!++)]);
    await workerFor(prefix, [echo(() => did[1]!++), echo(() => did[1]!++)]);
    const answers = await answersOf(await runnerFor(prefix), batchOf(Array.from({ length: 700 }, (_, n) => ({ n }))));
    expect(answers.size).toBe(700);
    expect(
      [...answers].every(([n, answer]) => answer.ok && answer.bytes[0] === n % 256 && answer.bytes[1] === n >> 8),
    ).toBe(true);
    expect(did[0]! + did[1]!).toBe(700);
    expect(Math.min(...did)).toBeGreaterThan(0);
    const keys = await redis.client().keys(`${prefix}:*`);
    expect(keys.filter((key) => /answers|-\d+$/.test(key))).toEqual([]);
  });

  it('tries a job that fails three times, says why, and goes on with the rest', async () => {
    const prefix = prefixOf();
    const tried = new Map<number, number>();
    await workerFor(prefix, [echo(({ n }) => tried.set(n, (tried.get(n) ?? 0) + 1))]);
    const data = [{ n: 0 }, { n: 1, throws: 'this one is bad' }, { n: 2 }];
    const answers = await answersOf(await runnerFor(prefix), batchOf(data));
    expect(answers.get(1)).toEqual({ ok: false, message: 'this one is bad' });
    expect([answers.get(0)!.ok, answers.get(2)!.ok]).toEqual([true, true]);
    expect([...tried]).toEqual(
      expect.arrayContaining([
        [0, 1],
        [1, 3],
        [2, 1],
      ]),
    );
  });

  it('gives no job to a worker of another version, and names it', async () => {
    const prefix = prefixOf();
    let took = 0;
    await workerFor(prefix, [echo(() => took++)], 'v0');
    const refused: string[] = [];
    const runner = await runnerFor(prefix, 'v1', (_, version) => refused.push(version));
    const answering = answersOf(runner, batchOf([{ n: 1 }]));
    await new Promise((resolve) => setTimeout(resolve, 3000));
    expect(refused).toEqual(['v0']);
    await workerFor(prefix, [echo()]);
    expect((await answering).size).toBe(1);
    expect(took).toBe(0);
  });

  it('takes its jobs back when it is told to stop', async () => {
    const prefix = prefixOf();
    const controller = new AbortController();
    const runner = await runnerFor(prefix);
    const answering = answersOf(runner, batchOf(Array.from({ length: 700 }, (_, n) => ({ n }))), controller.signal);
    setTimeout(() => controller.abort(new Error('interrupted')), 300);
    await expect(answering).rejects.toThrow('interrupted');
    const names = queueNames(prefix, 'v1');
    expect(await redis.client().llen(`${prefix}:${names.queue}:wait`)).toBe(0);
  });

  it('tells what is left of a run, and how fast it goes', async () => {
    const prefix = prefixOf();
    const address = await redisAddress(redis.url, redis.env);
    const status = (): Promise<string> => queueStatus({ address, prefix, version: 'v1' });
    expect(await status()).not.toContain('left');
    await workerFor(prefix, [echo(() => {}, 100)]);
    const answering = answersOf(await runnerFor(prefix), batchOf(Array.from({ length: 100 }, (_, n) => ({ n }))));
    // Workers tell of themselves every five seconds, runs every two.
    await new Promise((resolve) => setTimeout(resolve, 5600));
    const [, left, jobs, rate] =
      /((\d+) jobs of one run left, ([\d.]+) a second: about \d+ s)/.exec(await status()) ?? [];
    expect(left).toBeDefined();
    expect(Number(jobs)).toBeLessThan(100);
    expect(Number(rate)).toBeGreaterThan(1);
    await answering;
    expect(await status()).not.toContain('left');
  });

  it('loses nothing when Redis is killed and started again in the middle', async () => {
    const prefix = prefixOf();
    await workerFor(prefix, [echo(() => {}, 5), echo(() => {}, 5)]);
    const runner = await runnerFor(prefix);
    const answering = answersOf(runner, batchOf(Array.from({ length: 600 }, (_, n) => ({ n }))));
    await new Promise((resolve) => setTimeout(resolve, 500));
    await redis.restart();
    expect((await answering).size).toBe(600);
  });

  it('goes on where the connection breaks while Redis says what it took', async () => {
    const prefix = prefixOf();
    const through = await breakingProxy(redis.port);
    opened.push(through);
    const address = await redisAddress(`redis://127.0.0.1:${through.port}`, redis.env);
    const runner = await createQueueRunner({ address, version: 'v1', prefix });
    opened.push(runner);
    await workerFor(prefix, [echo(), echo()]);
    const answers = await answersOf(runner, batchOf(Array.from({ length: 600 }, (_, n) => ({ n }))));
    expect(through.broken()).toBeGreaterThanOrEqual(2);
    expect(answers.size).toBe(600);
    expect([...answers].every(([n, answer]) => answer.ok && answer.bytes[0] === n % 256)).toBe(true);
    const names = queueNames(prefix, 'v1');
    expect(await redis.client().llen(`${prefix}:${names.queue}:wait`)).toBe(0);
  });

  it('says so where the password is wrong, nobody is there, or a plan is too large', async () => {
    const address = await redisAddress(redis.url, { HUNI_REDIS_PASSWORD: 'wrong' });
    const wrong = await createQueueRunner({ address, version: 'v1', prefix: 'x' }).catch((error: Error) => error);
    expect((wrong as Error).message).toContain('refuses the user or password');
    expect((wrong as Error).message).not.toContain(PASSWORD);
    const nobody = await redisAddress('redis://127.0.0.1:1', {});
    await expect(createQueueRunner({ address: nobody, version: 'v1', prefix: 'x' })).rejects.toThrow(
      "can't be reached",
    );
    const runner = await runnerFor(prefixOf());
    const large = { ...batchOf([{ n: 1 }]), content: { id: 'big', bytes: new Uint8Array(65 * 1024 * 1024) } };
    await expect(answersOf(runner, large)).rejects.toThrow('expected at most');
  });

  describe('with workers as processes of their own', () => {
    const processes: ChildProcess[] = [];
    const start = async (prefix: string): Promise<ChildProcess> => {
      const args = [BIN, 'worker', '--redis', redis.url, '--threads', '1', '--prefix', prefix];
      const worker = spawn(process.execPath, args, {
        env: { ...process.env, ...redis.env },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      processes.push(worker);
      await once(worker.stderr!, 'data');
      return worker;
    };
    afterEach(() => {
      for (const worker of processes.splice(0)) worker.kill('SIGKILL');
    });
    const KEYS = ['--vary', 'budget=500..1400 step 100', '--vary', 'economics.margin=40%,60%'];

    it('sweeps to the same bytes as threads do, though a worker is killed and another one frozen', async () => {
      const { folder, remove } = await folderWith({ 'plan.yaml': SMALL });
      const alone = await huni(folder, ['sweep', 'plan.yaml', ...KEYS, '--json']);
      expect(alone).toMatchObject({ code: 0, err: '' });
      const prefix = prefixOf();
      const [killed, frozen] = [await start(prefix), await start(prefix)];
      const sweeping = huni(
        folder,
        ['sweep', 'plan.yaml', ...KEYS, '--json', '--engine', redis.url, '--prefix', prefix],
        {
          env: redis.env,
        },
      );
      await new Promise((resolve) => setTimeout(resolve, 2500));
      killed.kill('SIGKILL');
      frozen.kill('SIGSTOP');
      await start(prefix);
      const swept = await sweeping;
      frozen.kill('SIGCONT');
      expect(swept.err).toBe('');
      expect(swept.out).toBe(alone.out);
      await remove();
    });

    it('finishes the job in hand when a worker is told to stop', async () => {
      const prefix = prefixOf();
      const worker = await start(prefix);
      const ended = once(worker, 'exit');
      worker.kill('SIGTERM');
      expect(await ended).toEqual([0, null]);
    });

    it('tells what is going on', async () => {
      const prefix = prefixOf();
      await start(prefix);
      const { folder, remove } = await folderWith();
      const status = await huni(folder, ['worker', '--redis', redis.url, '--prefix', prefix, '--status'], {
        env: redis.env,
      });
      expect(status.code).toBe(0);
      expect(status.out).toMatch(
        /0 waiting, 0 active, 0 delayed, 0 failed; 1 threads at work\nworker .*: 1 threads, this version/,
      );
      const wrong = await huni(folder, ['worker', '--redis', redis.url], { env: { HUNI_REDIS_PASSWORD: 'wrong' } });
      expect(wrong).toMatchObject({ code: 2, out: '' });
      expect(wrong.err).toContain('refuses the user or password');
      await remove();
    });
  });
});
