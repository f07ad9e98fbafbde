import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plannerServices } from '../../src/cli/planner/services.js';
import { type PlannerServer, startPlanner } from '../../src/planner/server/planner-server.js';
import { huniHere } from '../cli/support.js';
import { chromiumPath, openBrowser } from './chromium.js';
import { measure } from './layout.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

const PLAN = `name: Small # ours
currency: AZN
start: 2027-03-01
horizon: 8 weeks
budget: 5600
draws: 256
creative: off
economics: { order_value: 20 to 40, margin: 60% }
lines:
  - { platform: facebook, stage: awareness, budget: 2800, audience: 600k, cpm: 2 to 4, ctr: 1% to 2%, view_rate: 20% to 30%, cvr: 1% to 3%, fatigue: 0 }
  - { platform: tiktok, stage: awareness, budget: 2800, audience: 600k, cpm: 2 to 4, ctr: 1% to 2%, view_rate: 20%, cvr: 1% to 3%, fatigue: 0 }
targets:
  - orders >= 100 with 50%
`;

function exported(): string {
  const rows = ['Date,Platform,Campaign name,Amount spent,Currency,Impressions,Link clicks,Conversions'];
  for (let day = 0; day < 30; day++) {
    const date = new Date(Date.UTC(2027, 2, 1 + day)).toISOString().slice(0, 10);
    rows.push(`${date},facebook,Reach,50,AZN,8000,100,1`, `${date},tiktok,Awareness,50,AZN,20000,400,9`);
    rows.push(`${date},reddit,Try,5,AZN,1000,10,0`);
  }
  return `${rows.join('\n')}\n`;
}

describe.skipIf(chromiumPath() === null)('a plan under way in a browser', () => {
  let browser: Browser;
  let folder: string;
  let server: PlannerServer;
  let context: BrowserContext;
  const complaints: string[] = [];

  beforeAll(async () => {
    browser = await openBrowser();
    folder = await mkdtemp(join(tmpdir(), 'huni-track-page-'));
    await writeFile(join(folder, 'small.yaml'), PLAN);
    server = await startPlanner({ folder, host: '127.0.0.1', port: 0, workers: 1, services: plannerServices() });
    context = await browser.newContext({ viewport: DESK, locale: 'en-US' });
  });
  afterAll(async () => {
    await context?.close();
    await server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function openTab(): Promise<Page> {
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    await page.goto(server.address);
    await page.getByRole('link', { name: /Small/ }).click();
    await page.getByRole('link', { name: 'Track', exact: true }).click();
    return page;
  }

  const hold = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: 'Hold against the plan' }).click();
    await page.getByRole('heading', { name: /periods are over/ }).waitFor();
  };

  it('drops an export, puts a campaign into a line, and takes what to change', { timeout: 120_000 }, async () => {
    const page = await openTab();
    await page
      .getByLabel(/Drop exports/)
      .setInputFiles({ name: 'march.csv', mimeType: 'text/csv', buffer: Buffer.from(exported()) });
    await page.getByRole('checkbox', { name: 'march.csv' }).waitFor();
    await hold(page);
    // What is in no line is reported before all else, and stands first among the campaigns.
    const answer = page.getByRole('region', { name: /periods are over/ });
    expect(await answer.locator('p').first().innerText()).toContain('Try');
    const campaigns = page.getByRole('region', { name: 'Campaigns and lines' }).first();
    expect(await campaigns.getByRole('rowheader').first().innerText()).toBe('Try');
    await page.getByLabel('Line of Try').selectOption({ label: 'TikTok awareness' });
    await page.getByText('The match has changed').waitFor();
    await expect
      .poll(() => readFile(join(folder, 'small.match.yaml'), 'utf8'))
      .toContain('campaign: Try, line: tiktok/awareness');
    await hold(page);
    await page.getByRole('button', { name: 'Put this into the plan' }).click();
    await page.getByText('Not saved yet').waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved', { exact: true }).waitFor();
    expect(await readFile(join(folder, 'small.yaml'), 'utf8')).toMatch(/^name: Small # ours\n/);
    // Another visit still knows the export and the match.
    await page.reload();
    await page.getByLabel('Line of Try').waitFor();
    expect(await page.getByRole('checkbox', { name: 'march.csv' }).isChecked()).toBe(true);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('is gone through on a phone by keys alone, and says what the command line says', {
    timeout: 240_000,
  }, async () => {
    const page = await openTab();
    await page.setViewportSize(PHONE);
    await page.getByRole('checkbox', { name: 'march.csv' }).waitFor();
    await tabTo(page, page.getByRole('button', { name: 'Hold against the plan' }));
    await page.keyboard.press('Enter');
    const answer = page.getByRole('region', { name: /periods are over/ });
    await answer.waitFor();
    const said = [
      await answer.getByRole('heading', { level: 2 }).innerText(),
      ...(await answer.locator('p.warning').allInnerTexts()),
      ...(await answer.locator('ul.sentences li').allInnerTexts()),
    ];
    const files = await readdir(folder, { recursive: true });
    const dropped = files.find((name) => name.endsWith('march.csv'))!;
    const { out } = await huniHere('track', join(folder, 'small.yaml'), '--actuals', join(folder, dropped));
    expect(said).toEqual(out.trimEnd().split('\n'));
    expect(said.length).toBeLessThanOrEqual(10);

    // An answer that takes its time: what is chosen meanwhile stands.
    await page.route('**/match', async (route) => {
      const response = await route.fetch();
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.fulfill({ response });
    });
    const line = page.getByLabel('Line of Try');
    await tabTo(page, line);
    await page.keyboard.press('Home');
    await page.getByText('The match has changed').waitFor();
    await expect.poll(() => readFile(join(folder, 'small.match.yaml'), 'utf8')).toContain('campaign: Try, line: none');
    await page.keyboard.press('End');
    await expect
      .poll(() => readFile(join(folder, 'small.match.yaml'), 'utf8'))
      .toContain('Try, line: tiktok/awareness');
    expect(await line.evaluate((select) => select.matches(':focus'))).toBe(true);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('fits a desk and a phone, light and dark, right to left, and is read aloud', { timeout: 240_000 }, async () => {
    const page = await openTab();
    await hold(page);
    for (const language of ['en', 'ar'] as const) {
      if (language === 'ar') {
        await page.getByRole('combobox', { name: 'Language' }).selectOption('ar');
        await page.getByRole('button', { name: 'قارِن بالخطة' }).waitFor();
      }
      for (const size of [DESK, PHONE]) {
        await page.setViewportSize(size);
        expect(await measure(page, 'overflowing')).toEqual([]);
      }
      for (const scheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: scheme });
        const violations = await seriousViolations(page);
        expect(violations).toEqual([]);
      }
    }
    expect(complaints).toEqual([]);
    await page.close();
  });
});

/** Goes there by the Tab key, as somebody without a pointer does. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor();
  for (let k = 0; k < 120; k++) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluate((element) => element.matches(':focus'))) return;
  }
  throw new Error('no Tab leads there');
}

async function seriousViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate<{
    violations: readonly { readonly id: string; readonly impact: string | null; readonly nodes: readonly object[] }[];
  }>('axe.run(document)');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${JSON.stringify(nodes)}`);
}
