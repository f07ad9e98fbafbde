import type { Browser, Locator, Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chromiumPath, openBrowser } from './chromium.js';
import { type OpenPlanner, openPlanner } from './planner-page.js';

describe.skipIf(chromiumPath() === null)("the editor of a plan's file", () => {
  let browser: Browser;
  let planner: OpenPlanner;
  let page: Page;
  let editor: Locator;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  beforeEach(async () => {
    planner = await openPlanner(browser, ['baku-coffee']);
    page = await planner.page();
    await page.getByRole('link', { name: /Baku coffee/ }).click();
    await page.getByRole('link', { name: 'YAML' }).click();
    editor = page.getByRole('textbox', { name: 'The file itself' });
    await editor.click();
    await page.keyboard.press('Control+Home');
  });
  afterEach(async () => {
    await planner.close();
    expect(planner.complaints).toEqual([]);
  });

  it('completes a key with what it means, and its values, by keyboard', async () => {
    await page.keyboard.type('samp');
    const offered = page.getByRole('listbox');
    await offered.getByRole('option', { name: 'sampler' }).waitFor();
    await page.getByText('How draws are made:', { exact: false }).waitFor();
    // It wants a moment between what is typed and what is taken.
    await page.waitForTimeout(600);
    await page.keyboard.press('Enter');
    await expect.poll(() => editor.innerText()).toMatch(/^sampler: /);
    await page.keyboard.press('Control+Space');
    await offered.getByRole('option', { name: 'sobol' }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => offered.count()).toBe(0);
  });

  it("offers platforms' names, stages, and only keys that a line hasn't got", async () => {
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\nlines:\n  - { platform: tik');
    const offered = page.getByRole('listbox');
    await offered.getByRole('option', { name: 'tiktok' }).waitFor();
    await page.waitForTimeout(150);
    await page.keyboard.press('Enter');
    await page.keyboard.type(', st');
    await offered.getByRole('option', { name: 'stage' }).waitFor();
    expect(await offered.getByRole('option', { name: 'platform', exact: true }).count()).toBe(0);
  });

  it('says what a word means where the pointer rests, in the language of the page', async () => {
    await page.getByRole('combobox', { name: 'Language' }).selectOption('az');
    const word = page.getByText(/^budget$/).first();
    await word.hover();
    await page.getByRole('tooltip').getByText('Bütün müddətin media büdcəsi', { exact: false }).waitFor();
  });
});
