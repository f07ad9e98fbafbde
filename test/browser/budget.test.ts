import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chromiumPath, openBrowser } from './chromium.js';
import { type OpenPlanner, openPlanner } from './planner-page.js';

describe.skipIf(chromiumPath() === null)(
  "a plan's budget in a browser, where something else than a line's changes",
  () => {
    let browser: Browser;
    let planner: OpenPlanner;
    beforeAll(async () => {
      browser = await openBrowser();
    });
    beforeEach(async () => {
      planner = await openPlanner(browser, ['micro-creators', 'baku-coffee', 'baku-coffee-price-shock']);
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
    const total = (page: Page, amount: string) => page.getByText(`Total budget: ${amount}`, { exact: false });

    it('follows what a creator is paid for a post, and goes back with it', async () => {
      const page = await openFile(/Micro-creators/);
      const aysel = page.getByRole('article', { name: 'Aysel (Instagram)' });
      await aysel.getByRole('button', { name: 'Say how many posts of Aysel' }).click();
      await total(page, '₼6,235').waitFor();
      await aysel.getByText('What is assumed').click();
      await aysel.getByRole('button', { name: /^Pay a post/ }).click();
      const pay = aysel.getByRole('spinbutton', { name: 'Value' });
      await pay.fill('150');
      await pay.press('Enter');
      await aysel.getByRole('button', { name: 'Use it' }).click();
      await total(page, '₼6,265').waitFor();
      expect(await page.getByRole('alert').count()).toBe(0);
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Saved', { exact: true }).waitFor();
      expect(await readFile(join(planner.folder, 'micro-creators.yaml'), 'utf8')).toMatch(/^budget: 6265$/m);
      await page.getByRole('button', { name: 'Undo' }).click();
      await total(page, '₼6,235').waitFor();
    });

    it('stays when a line goes, whose money the others get; or falls, where the total may move', async () => {
      const page = await openFile(/^Baku coffee, spring ₼/);
      const alerts = page.getByRole('alert');
      await total(page, '₼18,200').waitFor();
      const facebook = page.getByRole('spinbutton', { name: 'Budget of Facebook awareness' });
      const before = Number(await facebook.inputValue());
      const tiktok = page.getByRole('spinbutton', { name: 'Budget of TikTok awareness' });
      const had = Number(await tiktok.inputValue());
      await page.getByRole('button', { name: 'Remove TikTok awareness' }).click();
      await expect.poll(() => tiktok.count()).toBe(0);
      await total(page, '₼18,200').waitFor();
      expect(Number(await facebook.inputValue())).toBeGreaterThan(before);
      expect(await alerts.count()).toBe(0);
      await page.getByRole('button', { name: 'Undo' }).click();
      await page.getByText('Saved', { exact: true }).waitFor();
      await page.getByRole('checkbox', { name: /^Keep the total/ }).uncheck();
      await page.getByRole('button', { name: 'Remove TikTok awareness' }).click();
      await total(page, `₼${(18_200 - had).toLocaleString('en')}`).waitFor();
      expect(await alerts.count()).toBe(0);
    });

    it('is put right by one click where the text has another', async () => {
      const page = await openFile(/^Baku coffee, spring ₼/);
      await page.getByRole('link', { name: 'YAML' }).click();
      const editor = page.getByRole('textbox', { name: 'The file itself' });
      await editor.click();
      await page.keyboard.press('Control+Home');
      const lines = (await readFile(join(planner.folder, 'baku-coffee.yaml'), 'utf8')).split('\n');
      for (const _ of Array(lines.findIndex((line) => line.startsWith('budget:'))))
        await page.keyboard.press('ArrowDown');
      await page.keyboard.press('End');
      for (const _ of '18200') await page.keyboard.press('Backspace');
      await page.keyboard.type('20000');
      // How an amount may be written is offered where nothing is: Enter would put it in the place of what is typed.
      await page.waitForTimeout(300);
      expect(await page.getByRole('listbox').count()).toBe(0);
      const right = page.getByRole('alert').getByRole('button', { name: 'Make the budget ₼18,200' });
      await right.click();
      await expect.poll(() => page.getByRole('alert').count()).toBe(0);
      expect(await editor.innerText()).toContain('budget: 18200');
    });

    it('of a plan that extends another is changed in its own file; what stands in the other is told, not lost', async () => {
      const page = await openFile(/prices up from week 6/);
      const amount = page.getByRole('spinbutton', { name: 'Budget of Instagram awareness' });
      // The rules are those of the file that it extends.
      await page
        .getByRole('region', { name: 'Rules' })
        .getByRole('button', { name: /70-80%/ })
        .waitFor();
      await amount.fill('5000');
      await amount.press('Enter');
      await page.getByText('Not saved yet').waitFor();
      expect(await page.getByRole('alert').count()).toBe(0);
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Saved', { exact: true }).waitFor();
      const text = await readFile(join(planner.folder, 'baku-coffee-price-shock.yaml'), 'utf8');
      expect(text).toContain('{ platform: instagram, stage: awareness, budget: 5000 }');
      await page.getByRole('button', { name: 'Remove TikTok awareness' }).click();
      await page.getByRole('alert').getByText('This stands in another file', { exact: false }).waitFor();
      await page.getByRole('article', { name: 'TikTok awareness' }).waitFor();
      await page.getByText('Saved', { exact: true }).waitFor();
    });
  },
);
