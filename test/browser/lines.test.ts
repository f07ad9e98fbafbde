import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chromiumPath, openBrowser } from './chromium.js';
import { type OpenPlanner, openPlanner } from './planner-page.js';

describe.skipIf(chromiumPath() === null)("a plan's lines in a browser, by visible labels", () => {
  let browser: Browser;
  let planner: OpenPlanner;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  beforeEach(async () => {
    planner = await openPlanner(browser, ['baku-coffee', 'b2b-first-90-days']);
  });
  afterEach(async () => {
    await planner.close();
    expect(planner.complaints).toEqual([]);
  });

  const openFile = async (name: RegExp): Promise<Page> => {
    const page = await planner.page();
    await page.getByRole('link', { name }).click();
    await page.getByText(/^[\d,]+ futures$/).waitFor();
    return page;
  };

  it('copies a line: the same assumptions, another segment, no money yet, one step to undo', async () => {
    const page = await openFile(/Baku coffee/);
    const before = await page.getByRole('article', { name: /^TikTok awareness/ }).count();
    await page.getByRole('button', { name: 'Duplicate TikTok awareness' }).click();
    const segment = page.getByRole('textbox', { name: 'Segment of the copy' });
    expect(await segment.inputValue()).toBe('copy');
    await segment.fill('students');
    await page.getByRole('button', { name: 'Make the copy' }).click();
    const copy = page.getByRole('article', { name: 'TikTok awareness (students)' });
    await copy.waitFor();
    expect(await copy.getByRole('spinbutton').inputValue()).toBe('0');
    await page.getByText('Not saved yet').waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved', { exact: true }).waitFor();
    expect(await readFile(join(planner.folder, 'baku-coffee.yaml'), 'utf8')).toContain('segment: students');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => page.getByRole('article', { name: /^TikTok awareness/ }).count()).toBe(before);
  });

  it('takes a ceiling along that its lines pass, and says of a line without people of its own whom it shows ads to', async () => {
    const file = join(planner.folder, 'baku-coffee.yaml');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace(/^budget: \d+/m, 'budget: { max: 18200 }'));
    const page = await openFile(/Baku coffee/);
    const amount = page.getByRole('spinbutton', { name: 'Budget of TikTok awareness' });
    await amount.fill('9000');
    await amount.press('Enter');
    await page.getByText('Not saved yet').waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved', { exact: true }).waitFor();
    expect(await readFile(file, 'utf8')).toContain('budget: { max: 22700 }');
    await page.getByRole('link', { name: 'Data', exact: true }).click();
    const whom = page.getByRole('cell', { name: 'only people whom other lines bring' });
    expect(await whom.count()).toBe(3);
    // In no more room than a range of figures takes: on a phone the column of figures stays in sight.
    const [words, figures] = await Promise.all(
      [whom.first().locator('span'), page.getByRole('cell', { name: '350,000 – 520,000' }).locator('span')].map((one) =>
        one.boundingBox(),
      ),
    );
    expect(words!.width).toBeLessThanOrEqual(figures!.width + 1);
  });

  it('takes an amount as people write it, and says of anything else that the amount stays', async () => {
    const page = await openFile(/Baku coffee/);
    await page.getByRole('checkbox', { name: 'Keep the total' }).uncheck();
    const line = page.getByRole('article', { name: 'TikTok awareness', exact: true });
    const amount = line.getByRole('spinbutton');
    const before = await amount.inputValue();
    for (const [typed, said] of [
      ['abc', `“abc” is not an amount. ${before} stays.`],
      ['-250', `“-250” is below 0. ${before} stays.`],
      ['$250', `“$250” is not an amount. ${before} stays.`],
      ['9'.repeat(30), /more than can be counted/],
    ] as const) {
      await amount.fill(typed);
      await amount.press('Tab');
      await line.getByText(said).waitFor();
      await expect.poll(() => amount.inputValue()).toBe(before);
    }
    await amount.fill('₼1.250,50');
    await amount.press('Tab');
    await expect.poll(() => amount.inputValue()).toBe('1250.5');
    expect(await line.getByRole('alert').count()).toBe(0);
    await amount.fill('');
    await amount.press('Tab');
    await expect.poll(() => amount.inputValue()).toBe('1250.5');
    // As people there write it, and pasted with digits of theirs.
    const amounts = async (): Promise<string[]> =>
      Promise.all((await page.getByRole('spinbutton').all()).map((one) => one.inputValue()));
    const languages = page.getByRole('combobox').first();
    await languages.selectOption('tr');
    await expect.poll(amounts).toContain('1250,5');
    // Chromium knows no Azerbaijani: money would have its sign before it, months would be numbers.
    await languages.selectOption('az');
    await expect.poll(amounts).toContain('1250,5');
    await page
      .getByText(/\d\.\d{3}\s₼/)
      .first()
      .waitFor();
    await page.getByText('7 mar', { exact: true }).waitFor();
    await languages.selectOption('ar');
    await expect.poll(amounts).toContain('1250.5');
    const first = page.getByRole('spinbutton').first();
    await first.fill('١٬٢٠٠٫٢٥');
    await first.press('Tab');
    await expect.poll(amounts).toContain('1200.25');
  });

  it('says what a line brings and what that costs, as ranges', async () => {
    const page = await openFile(/Baku coffee/);
    const line = page.getByRole('article', { name: 'Instagram conversion' });
    await line.getByText(/^Conversions: [\d,]+ – [\d,]+$/).waitFor();
    await line.getByText(/^Cost per conversion \(CPA\): .+ – .+$/).waitFor();
  });

  it('says what a figure means to whoever reaches it by keyboard, until Escape', async () => {
    const page = await openFile(/Baku coffee/);
    const mark = page.getByRole('button', { name: 'What is meant: Chance of a loss' });
    const tip = page.getByRole('tooltip');
    expect(await tip.count()).toBe(0);
    await mark.focus();
    await tip.waitFor();
    const said = await tip.innerText();
    expect(said).toContain('ends below zero');
    // What is read aloud with the mark is what stands in the tooltip.
    expect(await page.getByRole('button', { name: 'What is meant: Chance of a loss', description: said }).count()).toBe(
      1,
    );
    await page.keyboard.press('Escape');
    await expect.poll(() => tip.count()).toBe(0);
    await page.getByRole('button', { name: 'What is meant: Margin' }).hover();
    await tip.getByText('The share of revenue that stays').waitFor();
  });

  it('shows what is published behind a figure, and takes it', async () => {
    const page = await openFile(/Baku coffee/);
    const line = page.getByRole('article', { name: 'TikTok awareness' });
    await line.getByText('What is assumed').click();
    await line.getByRole('button', { name: /^price of 1,000 impressions/ }).click();
    const group = line.getByRole('group', { name: /How sure are you of price of 1,000 impressions/ });
    const behind = group.getByRole('listitem').filter({ hasText: 'Benchmark' });
    await behind.getByText(/^Benchmark: ₼[\d.]+ – ₼[\d.]+/).waitFor();
    const low = group.getByRole('spinbutton', { name: /^Low/ });
    const before = await low.inputValue();
    await behind.getByRole('button', { name: 'Use: Benchmark' }).click();
    await expect.poll(() => low.inputValue()).not.toBe(before);
    await group.getByRole('button', { name: 'Use it' }).click();
    await page.getByText('Not saved yet').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Saved', { exact: true }).waitFor();
  });

  it('calls what is counted as the plan calls it, in every language', async () => {
    const page = await openFile(/90 days/);
    const decision = page.getByRole('region', { name: 'The decision' });
    await decision.getByText('Leads, middle outcome', { exact: false }).waitFor();
    expect(await decision.getByText('Orders').count()).toBe(0);
    await page.getByRole('combobox', { name: 'Language' }).selectOption('az');
    await page.getByText('Müraciət, median nəticədə', { exact: false }).first().waitFor();
  });

  it("says the reader's mistakes in the page's language, also when it changes", async () => {
    const page = await openFile(/Baku coffee/);
    await page.getByRole('combobox', { name: 'Language' }).selectOption('tr');
    await page.getByRole('link', { name: 'YAML' }).click();
    await page.getByRole('textbox', { name: 'Dosyanın kendisi' }).click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('nonsense: 1\n');
    await page.getByText(/Satır 1, sütun 1: .*bulunan: "nonsense"/).waitFor();
    await page.getByRole('combobox', { name: 'Dil' }).selectOption('en');
    await page.getByText(/Line 1, column 1: found "nonsense"/).waitFor();
  });
});
