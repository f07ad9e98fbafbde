// @module-tag slow
import type { ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderWith, huni, SMALL } from '../../cli/support.js';
import { hasRedis, type OwnRedis, startRedis } from './redis.js';
import { startWorkerProcess } from './worker-process.js';

describe.skipIf(!hasRedis())('commands whose long work goes to a queue', () => {
  let redis: OwnRedis;
  let worker: ChildProcess;
  beforeAll(async () => {
    redis = await startRedis();
    worker = await startWorkerProcess({ ...redis, prefix: 'commands', threads: 2 });
  });
  afterAll(async () => {
    worker.kill('SIGKILL');
    await redis.stop();
  });

  /** How often answers were taken out of Redis since it was started. */
  const through = async (): Promise<number> => {
    const stats = await redis.client().info('commandstats');
    return [...stats.matchAll(/cmdstat_hdel:calls=(\d+)/g)].reduce((sum, [, calls]) => sum + Number(calls), 0);
  };

  it.each([
    ['compare', ['compare', 'plan.yaml', 'other.yaml', '--draws', '131072', '--json']],
    ['explain', ['explain', 'plan.yaml', '--draws', '65536', '--no-optimize', '--json']],
    ['frontier', ['frontier', 'plan.yaml', '--points', '2', '--draws', '131072', '--json']],
  ])(
    '%s gives the same bytes as on this machine',
    async (_, args) => {
      const other = SMALL.replace(/economics:/, 'memory_days: 9\neconomics:');
      const { folder, remove } = await folderWith({ 'plan.yaml': SMALL, 'other.yaml': other });
      const alone = await huni(folder, args);
      expect(alone).toMatchObject({ code: 0, err: '' });
      const before = await through();
      const queued = await huni(folder, [...args, '--engine', redis.url, '--prefix', 'commands'], { env: redis.env });
      expect(queued).toMatchObject({ code: 0, err: '' });
      expect(queued.out).toBe(alone.out);
      expect(await through()).toBeGreaterThan(before);
      await remove();
    },
    240_000,
  );

  it('say where the queue cannot be used, before anything is done', async () => {
    const { folder, remove } = await folderWith({ 'plan.yaml': SMALL });
    for (const args of [
      ['explain', 'plan.yaml'],
      ['frontier', 'plan.yaml'],
      ['compare', 'plan.yaml', 'plan.yaml'],
      ['serve', '.'],
    ]) {
      const wrong = await huni(folder, [...args, '--engine', redis.url], { env: { HUNI_REDIS_PASSWORD: 'wrong' } });
      expect(wrong).toMatchObject({ code: 2, out: '' });
      expect(wrong.err).toContain('refuses the user or password');
    }
    await remove();
  });
});
