import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chromiumPath, openBrowser } from './chromium.js';
import { type OpenPlanner, openPlanner } from './planner-page.js';

describe.skipIf(chromiumPath() === null)('phases and shocks above the calendar', () => {
  let browser: Browser;
  let planner: OpenPlanner;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  beforeEach(async () => {
    planner = await openPlanner(browser, ['b2b-first-90-days', 'turkish-retailer', 'retailer-algorithm-change']);
  });
  afterEach(async () => {
    await planner.close();
    expect(planner.complaints).toEqual([]);
  });

  const calendarOf = async (name: RegExp): Promise<Page> => {
    const page = await planner.page();
    await page.getByRole('link', { name }).click();
    await page.getByRole('link', { name: 'Calendar' }).click();
    return page;
  };
  const save = async (page: Page, file: string): Promise<string> => {
    await page.getByText('Not saved yet').waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved', { exact: true }).waitFor();
    return readFile(join(planner.folder, file), 'utf8');
  };

  it('moves a shock as a whole and by its ends, with the arrow keys, and the focus goes with it', async () => {
    const page = await calendarOf(/algorithm change looming/i);
    await page.getByRole('button', { name: /^Move Algorithm change/ }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByText('Not saved yet').waitFor();
    const label = (): Promise<string | null> => page.locator(':focus').getAttribute('aria-label');
    await expect.poll(label).toMatch(/^Move Algorithm change/);
    await page.getByRole('button', { name: /^End of Algorithm change/ }).focus();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => page.getByRole('button', { name: 'Undo' }).isEnabled()).toBe(true);
    // [3, 10] in the file: one later, then one shorter.
    await expect.poll(() => save(page, 'retailer-algorithm-change.yaml')).toContain('window: [ 4, 10 ]');
    // Two quick clicks are two steps.
    await page.getByRole('button', { name: 'Undo' }).dblclick();
    await expect.poll(() => save(page, 'retailer-algorithm-change.yaml')).toContain('window: [3, 10]');
  });

  it('drags the border between two phases; those of a preset are written out', async () => {
    const page = await calendarOf(/90 days/);
    const end: Locator = page.getByRole('button', { name: /^End of Days 1 to 30/ });
    const before = await end.getAttribute('aria-label');
    const box = (await end.boundingBox())!;
    const cell = (await page.getByRole('spinbutton').first().boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 - cell.width * 1.1, box.y + box.height / 2, { steps: 8 });
    // It is shown where it would be.
    await expect.poll(() => end.getAttribute('aria-label')).not.toBe(before);
    await page.mouse.up();
    const text = await save(page, 'b2b-first-90-days.yaml');
    expect(text).not.toContain('phases: 30-60-90');
    expect(text).toMatch(/- name: Days 1 to 30\n +periods: 3\n +budget: 0\n/);
    expect(text).toMatch(/ gate: roi >= 1\.5\n +if_failed: continue\n/);
    // What was written beside the preset goes on beside what stands in its place.
    expect(text).toContain('# [guide] test: 600 manats');
    await page.getByText('The plan has mistakes').waitFor({ state: 'hidden' });
  });
});
