import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderWith, SMALL } from '../cli/support.js';
import { hasRedis, type OwnRedis, startRedis } from '../thorough/queue/redis.js';
import { startWorkerProcess } from '../thorough/queue/worker-process.js';
import { chromiumPath, openBrowser } from './chromium.js';
import { ROOT } from './planner-page.js';

describe.skipIf(chromiumPath() === null || !hasRedis())('the planner whose long jobs go to a queue', () => {
  let browser: Browser;
  let redis: OwnRedis;
  let worker: ChildProcess;
  let server: ChildProcess;

  beforeAll(async () => {
    browser = await openBrowser();
    redis = await startRedis();
    worker = await startWorkerProcess({ ...redis, prefix: 'planner', threads: 2 });
  });
  afterAll(async () => {
    server?.kill('SIGKILL');
    worker?.kill('SIGKILL');
    await redis?.stop();
  });

  it('optimises a plan on the page by what a worker elsewhere has priced', async () => {
    const { folder, remove } = await folderWith({ 'small.yaml': SMALL.replace('draws: 512', 'draws: 131072') });
    const args = ['serve', folder, '--port', '0', '--engine', redis.url, '--prefix', 'planner'];
    server = spawn(process.execPath, [join(ROOT, 'bin/huni.js'), ...args], {
      env: { ...process.env, ...redis.env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [said] = (await once(server.stdout!, 'data')) as [Buffer];
    const [address] = /http:\S+/.exec(String(said))!;
    const page = await browser.newPage();
    await page.goto(address);
    await page.getByRole('link', { name: /Small/ }).click();
    const answered = async (): Promise<number> => {
      const stats = await redis.client().info('commandstats');
      return [...stats.matchAll(/cmdstat_hdel:calls=(\d+)/g)].reduce((sum, [, calls]) => sum + Number(calls), 0);
    };
    await page.getByRole('button', { name: 'Optimise' }).click();
    await page.getByText('Why', { exact: true }).click();
    await page
      .getByText(/^(holds|fails): /)
      .first()
      .waitFor();
    expect(await answered()).toBeGreaterThan(0);
    await page.close();
    await remove();
  });
});
