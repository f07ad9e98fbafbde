// @module-tag slow
import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { folderWith, huni, SMALL } from '../../cli/support.js';
import { hasRedis, startRedis } from './redis.js';
import { startWorkerProcess } from './worker-process.js';

/** Takes three minutes and both cores: with every case only. */
describe.skipIf(!hasRedis() || process.env.HUNI_FULL !== '1')('a minute in which all goes wrong', () => {
  it('answers every variant once, with the same bytes: workers are killed, one is frozen, Redis is restarted', async () => {
    const redis = await startRedis();
    const prefix = 'endurance';
    const { folder, remove } = await folderWith({ 'plan.yaml': SMALL.replace('draws: 512', 'draws: 32768') });
    const args = ['sweep', 'plan.yaml', '--vary', 'budget=600..1399 step 1', '--json'];
    const workers: ChildProcess[] = [];
    const start = async (): Promise<ChildProcess> => {
      const worker = await startWorkerProcess({ ...redis, prefix });
      workers.push(worker);
      return worker;
    };
    const pair = [await start(), await start()];
    const began = performance.now();
    const sweeping = huni(folder, [...args, '--engine', redis.url, '--prefix', prefix], { env: redis.env });
    let over = false;
    void sweeping.then(() => {
      over = true;
    });
    let killed = 0;
    let frozen: ChildProcess | null = null;
    for (let k = 0; k < 12; k++) {
      await pause(5000);
      if (over) break;
      pair[k % 2]!.kill('SIGKILL');
      killed++;
      pair[k % 2] = await start();
      if (k === 3) await redis.restart();
      if (k === 4) {
        frozen = await start();
        await pause(1000);
        frozen.kill('SIGSTOP');
      }
      // For thirty seconds.
      if (k === 10) frozen?.kill('SIGCONT');
    }
    const swept = await sweeping;
    const seconds = (performance.now() - began) / 1000;
    for (const worker of workers) worker.kill('SIGKILL');
    const alone = await huni(folder, args);
    expect(swept).toMatchObject({ code: 0, err: '' });
    expect(swept.out).toBe(alone.out);
    expect(killed).toBeGreaterThanOrEqual(8);
    expect(seconds).toBeGreaterThan(40);
    await redis.stop();
    await remove();
  }, 600_000);
});
