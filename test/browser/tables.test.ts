import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { huni as command, huniHere } from '../cli/support.js';
import { FULL } from '../sample.js';
import { chromiumPath, openBrowser } from './chromium.js';
import { measure } from './layout.js';

const WIDTHS = [360, 390, 768, 1001, 1440] as const;

const plan = (language: string): string => `name: Small
language: ${language}
currency: TRY
start: 2027-03-01
horizon: 8 weeks
budget: 2560000
draws: 256
economics: { order_value: 420 to 680, margin: 58%, repeat_rate: 15% to 40% }
lines:
  - { platform: facebook, stage: awareness, budget: 1280000, audience: 6m, cpm: 60 to 90, ctr: 1% to 2%, cvr: 1% to 3% }
  - { platform: tiktok, stage: awareness, budget: 1280000, audience: 6m, cpm: 60 to 90, ctr: 1% to 2%, cvr: 1% to 3% }
targets: [ roas >= 9 with 80%, orders >= 1000 ]
variants:
  all on TikTok: { lines: [ { platform: facebook, stage: awareness, budget: 0 }, { platform: tiktok, stage: awareness, budget: 2560000 } ] }
`;

function exported(): string {
  const rows = ['Date,Platform,Campaign name,Amount spent,Currency,Impressions,Link clicks,Conversions'];
  for (let day = 0; day < 120; day++) {
    const date = new Date(Date.UTC(2027, 2, 1 + day)).toISOString().slice(0, 10);
    rows.push(
      `${date},facebook,Reach,45000,TRY,${600000 + 900 * (day % 7)},${9000 + 31 * (day % 5)},${150 + (day % 9)}`,
    );
    rows.push(
      `${date},tiktok,Awareness,45000,TRY,${640000 - 700 * (day % 6)},${8000 + 43 * (day % 4)},${140 + (day % 8)}`,
    );
  }
  return `${rows.join('\n')}\n`;
}

/** The page with every section it can have, and those that only their own commands write. */
describe.skipIf(chromiumPath() === null)('tables of every page', () => {
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    browser = await openBrowser();
    folder = await mkdtemp(join(tmpdir(), 'huni-tables-'));
    await writeFile(join(folder, 'actuals.csv'), exported());
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  // The one that is mirrored, and in a full run the one with the longest words: a page's columns are the same in all.
  it.each(FULL ? ['ar', 'az'] : ['ar'])('have every column in sight, in %s', async (language) => {
    const own = join(folder, language);
    await mkdir(own);
    const file = join(own, 'small.yaml');
    await writeFile(file, plan(language));
    const huni = async (...options: string[]) => {
      const done = await huniHere('--language', language, ...options, '--quiet');
      // A missed target is an answer, too.
      expect(done.err, options[0]).toBe('');
      expect(done.code, options[0]).toBeLessThanOrEqual(1);
    };
    const out = (name: string): string[] => ['--out', join(own, name)];
    await huni('run', file, '--trust', '--with', 'compare,explain,frontier,trust', ...out('run'));
    await huni(
      'sweep',
      file,
      '--vary',
      'economics.margin=40%,60%',
      '--vary',
      'economics.order_value=300,600',
      '--advice',
      ...out('sweep'),
    );
    const actuals = join(folder, 'actuals.csv');
    await huni('track', file, '--actuals', actuals, '--as-of', '2027-03-28', ...out('track'));
    await huni('backtest', actuals, '--origins', '3', '--draws', '256', ...out('backtest'));
    // Its page goes into the folder that it is run in.
    const fits = await command(own, ['--language', language, 'calibrate', actuals, '--quiet']);
    expect(fits).toMatchObject({ code: 0, err: '' });
    const pages = (await readdir(own, { recursive: true })).filter((name) => name.endsWith('.html'));
    expect(pages.length).toBeGreaterThanOrEqual(5);
    const page = await browser.newPage();
    const hidden: string[] = [];
    let tables = 0;
    for (const name of pages) {
      await page.goto(pathToFileURL(join(own, name)).href);
      tables += await page.locator('.scroll').count();
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        for (const what of await measure(page, 'hiddenColumns')) hidden.push(`${name} at ${width}: ${what}`);
        expect(await measure(page, 'pageWidth'), `${name} at ${width}`).toBeLessThanOrEqual(width);
      }
    }
    await page.close();
    expect(tables).toBeGreaterThan(30);
    expect(hidden).toEqual([]);
  });
});
