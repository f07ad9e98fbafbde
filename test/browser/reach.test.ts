import type { Browser, Locator, Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chromiumPath, openBrowser } from './chromium.js';
import { measure } from './layout.js';
import { pagesOf } from './pages.js';
import { type OpenPlanner, openPlanner, PHONE } from './planner-page.js';

const FILE = 'shop-own-posts';
/** More stops than any page has. */
const MOST_STOPS = 600;

describe.skipIf(chromiumPath() === null)('for fingers and for keys', () => {
  let browser: Browser;
  let planner: OpenPlanner;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  beforeEach(async () => {
    planner = await openPlanner(browser, [FILE, 'b2b-first-90-days', 'baku-coffee']);
  });
  afterEach(async () => {
    await planner.close();
    expect(planner.complaints).toEqual([]);
  });

  async function visit(page: Page, hash: string): Promise<void> {
    await page.goto(new URL(hash, planner.server.address).href);
    await page.locator('h1, h2').first().waitFor();
    // The list of plans comes after the page's title.
    if (hash === '#/') await page.getByRole('link', { name: /^Baku coffee, spring\s/ }).waitFor();
    // The decision beside every tab of a plan has its charts and targets once they are priced.
    if (hash.startsWith('#/plan/')) await page.getByText(/^[\d,]+ futures$/).waitFor();
    if (/yaml$/.test(hash)) await page.getByRole('textbox').first().waitFor();
    // Whatever is folded is part of the page, too.
    await measure(page, 'openTables');
  }

  it('has targets of 44 pixels on a phone, on every page', { timeout: 300_000 }, async () => {
    const page = await planner.page();
    await page.setViewportSize(PHONE);
    const found: string[] = [];
    for (const hash of [...pagesOf(`${FILE}.yaml`), '#/plan/b2b-first-90-days.yaml/calendar']) {
      await visit(page, hash);
      for (const small of await measure(page, 'smallTargets')) found.push(`${hash}: ${small}`);
      for (const wide of await measure(page, 'overflowing')) found.push(`${hash} sticks out: ${wide}`);
    }
    expect(found).toEqual([]);
  });

  it('stops at every control by the Tab key, on every page', { timeout: 300_000 }, async () => {
    const page = await planner.page();
    for (const hash of pagesOf(`${FILE}.yaml`)) {
      // The editor keeps no key to itself: Tab leads out of it.
      await visit(page, hash);
      for (let k = 0; k < MOST_STOPS; k++) {
        await page.keyboard.press('Tab');
        const { again } = await measure(page, 'reached');
        if (k > 0 && again) break;
      }
      // What came while the first round was under way, however much of it, is reached by another.
      for (let k = 0; k < MOST_STOPS && (await measure(page, 'unreached')).length > 0; k++) {
        await page.keyboard.press('Tab');
        await measure(page, 'reached');
      }
      expect([hash, await measure(page, 'unreached')]).toEqual([hash, []]);
    }
  });

  it('does the main job without a pointer: open, move money, optimise, take, save', { timeout: 300_000 }, async () => {
    const page = await planner.page();
    const tabTo = async (control: Locator): Promise<void> => {
      await control.waitFor();
      for (let k = 0; k < MOST_STOPS; k++) {
        if (await control.evaluate((element) => element.ownerDocument.activeElement === element)) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`never reached: ${control}`);
    };
    await tabTo(page.getByRole('link', { name: /^Baku coffee, spring\s/ }));
    await page.keyboard.press('Enter');
    await page.getByText('16,384 futures').waitFor();
    await tabTo(page.getByRole('slider', { name: 'Budget of TikTok awareness' }));
    await page.keyboard.press('ArrowRight');
    await page.getByText('Not saved yet').waitFor();
    await tabTo(page.getByRole('button', { name: 'Optimise' }));
    await page.keyboard.press('Enter');
    await page.getByText('Why', { exact: true }).waitFor({ timeout: 120_000 });
    await tabTo(page.getByRole('button', { name: 'Take the whole plan' }));
    await page.keyboard.press('Enter');
    await page.getByText('All rules hold.').waitFor();
    await page.keyboard.press('ControlOrMeta+s');
    await page.getByText('Saved', { exact: true }).waitFor();
    await page.keyboard.press('ControlOrMeta+z');
    await page.getByText('Not saved yet').waitFor();
  });
});
