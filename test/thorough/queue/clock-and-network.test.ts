// @module-tag slow
import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { huni } from '../../cli/support.js';
import { has, ownProcesses, PREFIX } from './own-processes.js';
import { hasRedis } from './redis.js';

const isRoot = process.getuid?.() === 0;
/** Enough variants for a thread to be at it for a while. */
const MANY = ['sweep', 'plan.yaml', '--vary', 'budget=500..1400 step 5', '--json'];

// Beside the other faults of a queue: most of the time goes into waiting.
describe.skipIf(!hasRedis())('a queue whose clocks or network are wrong', () => {
  const { cleaning, redisWith, workerOf, planFolder } = ownProcesses();

  it.skipIf(!has('faketime', '--version'))(
    'minds no clocks that jump',
    async () => {
      const redis = await redisWith();
      const folder = await planFolder();
      const alone = await huni(folder, MANY);
      const clock = join(folder, 'clock');
      await writeFile(clock, '+0');
      const by = [
        'env',
        'FAKETIME_NO_CACHE=1',
        `FAKETIME_TIMESTAMP_FILE=${clock}`,
        'FAKETIME_DONT_FAKE_MONOTONIC=1',
        `LD_PRELOAD=${execFileSync('sh', ['-c', 'ls /usr/lib/*/faketime/libfaketimeMT.so.1']).toString().trim()}`,
      ];
      await writeFile(clock, '+400d');
      const [command, ...settings] = by;
      const told = execFileSync(command!, [...settings, process.execPath, '-p', 'Date.now()']).toString();
      expect(Number(told) - Date.now()).toBeGreaterThan(399 * 86_400_000);
      await writeFile(clock, '+0');
      await workerOf({ ...redis, prefix: PREFIX, by });
      let jumping = true;
      const jumps = (async () => {
        for (let k = 0; jumping; k++) {
          await writeFile(clock, ['+2h', '-3h', '+400d', '+0'][k % 4]!);
          await pause(300);
        }
      })();
      const swept = await huni(folder, [...MANY, '--engine', redis.url, '--prefix', PREFIX], { env: redis.env });
      jumping = false;
      await jumps;
      expect(swept).toMatchObject({ code: 0, err: '' });
      expect(swept.out).toBe(alone.out);
    },
    120_000,
  );

  it.skipIf(!isRoot || !has('ip', 'netns'))(
    'outlasts a network that is away for longer than a lock holds',
    async () => {
      const [space, here, there] = ['huni-test', 'huni-test-a', 'huni-test-b'];
      const ip = (...args: string[]): void => void execFileSync('ip', args, { stdio: 'ignore' });
      ip('netns', 'add', space);
      cleaning.push(() => ip('netns', 'del', space));
      ip('link', 'add', here, 'type', 'veth', 'peer', 'name', there, 'netns', space);
      ip('addr', 'add', '10.213.7.1/30', 'dev', here);
      ip('link', 'set', here, 'up');
      ip('-n', space, 'addr', 'add', '10.213.7.2/30', 'dev', there);
      ip('-n', space, 'link', 'set', there, 'up');
      const redis = await redisWith(['--bind', '127.0.0.1', '10.213.7.1']);
      const folder = await planFolder();
      const alone = await huni(folder, MANY);
      const url = `redis://10.213.7.1:${redis.port}`;
      await workerOf({ ...redis, url, prefix: PREFIX, by: ['ip', 'netns', 'exec', space] });
      let through = false;
      const sweeping = huni(folder, [...MANY, '--engine', redis.url, '--prefix', PREFIX], { env: redis.env });
      void sweeping.then(() => {
        through = true;
      });
      // Once some answers are there.
      const looked = redis.client();
      const taken = async (): Promise<number> =>
        Number(/cmdstat_hdel:calls=(\d+)/.exec(await looked.info('commandstats'))?.[1] ?? 0);
      while ((await taken()) < 2) await pause(20);
      ip('link', 'set', here, 'down');
      await pause(14_000);
      expect(through).toBe(false);
      ip('link', 'set', here, 'up');
      const swept = await sweeping;
      expect(swept).toMatchObject({ code: 0, err: '' });
      expect(swept.out).toBe(alone.out);
    },
    180_000,
  );
});
