import { execFile } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlanResult } from '../../src/forecast/result.js';
import { stringifyPlan } from '../../src/report/result-json.js';
import { chromiumPath, openBrowser } from './chromium.js';

const ROOT = resolve(import.meta.dirname, '../..');
const huni = (...args: readonly string[]) =>
  promisify(execFile)(process.execPath, [join(ROOT, 'bin/huni.js'), ...args], { maxBuffer: 64e6 });

describe.skipIf(chromiumPath() === null)('a report that is alive', () => {
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    browser = await openBrowser();
    folder = await mkdtemp(join(tmpdir(), 'huni-live-'));
    await huni('run', join(ROOT, 'scenarios/baku-coffee.yaml'), '--no-optimize', '--live', '--quiet', '--out', folder);
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('reprices from disk without a network, and hands back a scenario that comes to the same', async () => {
    const file = join(folder, 'live.html');
    expect(statSync(file).size).toBeLessThan(3e6);
    expect(readFileSync(file, 'utf8')).not.toContain('unsafe-inline');
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      offline: true,
      locale: 'en-US',
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    try {
      await page.goto(pathToFileURL(file).href);
      await page.getByText('16,384 futures').waitFor();
      const amount = page.getByRole('spinbutton', { name: 'Budget of TikTok awareness' });
      await amount.fill('6000');
      await amount.press('Enter');
      await page.getByText('Not saved yet').waitFor();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Save the changed plan' }).click(),
      ]);
      const changed = join(folder, 'changed.yaml');
      await download.saveAs(changed);
      await huni('check', changed).catch((error: { readonly code: number }) => expect(error.code).toBe(1));
      const { stdout } = await huni('run', changed, '--no-optimize', '--json');
      const { given } = (JSON.parse(stdout) as { readonly plans: { readonly given: unknown } }).plans;
      await expect
        .poll(async () => stringifyPlan(await page.evaluate<PlanResult>('globalThis.huniPriced.plan')))
        .toBe(JSON.stringify(given, null, 2));
      expect(requests.filter((url) => !url.startsWith('file:') && !url.startsWith('blob:'))).toEqual([]);
      expect(complaints).toEqual([]);
    } finally {
      await context.close();
    }
  });
});
