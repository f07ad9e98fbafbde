import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { exportTable } from '../calibrate/export-table.js';
import { chromiumPath, openBrowser } from './chromium.js';
import { type OpenPlanner, openPlanner } from './planner-page.js';

/** Fits and prices on a machine that does other things, too. */
const PATIENCE = { timeout: 300_000 };
/** What the first screen promises of a brief. */
const A_MINUTE = 60_000;

describe.skipIf(chromiumPath() === null)('somebody who has never seen it, by visible labels', () => {
  let browser: Browser;
  let planner: OpenPlanner;
  let home: string;
  const before = process.env.XDG_CONFIG_HOME;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  beforeEach(async () => {
    // The key of whoever starts the server, and what this person has seen of ledgers.
    home = await mkdtemp(join(tmpdir(), 'huni-home-'));
    process.env.XDG_CONFIG_HOME = home;
    planner = await openPlanner(browser);
  });
  afterEach(async () => {
    await planner.close();
    await rm(home, { recursive: true, force: true });
    if (before === undefined) delete process.env.XDG_CONFIG_HOME;
    else process.env.XDG_CONFIG_HOME = before;
    expect(planner.complaints).toEqual([]);
  });

  const best = (page: Page) => page.getByRole('region', { name: 'The best plan on average' });
  const saved = async (page: Page): Promise<void> => {
    await page.getByText('Not saved yet').waitFor();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved', { exact: true }).waitFor();
  };

  it('gets from five answers to a plan with its verdict in under a minute', { timeout: 300_000 }, async () => {
    const page = await planner.page();
    const begun = performance.now();
    await page.getByRole('link', { name: /From a brief/ }).click();
    await page.getByLabel('Name of the plan').fill('Autumn');
    await page.getByLabel('Budget', { exact: true }).fill('9000');
    await page.getByLabel('Currency').selectOption('AZN');
    await page.getByLabel(/^Order value/).fill('30 to 55');
    await page.getByRole('button', { name: 'Make the plan' }).click();
    await page.getByRole('heading', { name: 'Autumn' }).waitFor();
    await best(page).getByText('Why', { exact: true }).waitFor(PATIENCE);
    expect(performance.now() - begun).toBeLessThan(A_MINUTE);
  });

  it('gets from an export to an approved plan', { timeout: 900_000 }, async () => {
    const page = await planner.page();
    // Another plan to compare with.
    await page.getByRole('link', { name: /From a brief/ }).click();
    await page.getByLabel('Name of the plan').fill('Autumn');
    await page.getByLabel('Budget', { exact: true }).fill('9000');
    await page.getByLabel('Currency').selectOption('AZN');
    await page.getByLabel(/^Order value/).fill('30 to 55');
    await page.getByRole('button', { name: 'Make the plan' }).click();
    await page.getByRole('heading', { name: 'Autumn' }).waitFor();
    await page.getByRole('link', { name: 'huni' }).click();

    // An export is dropped, and what it leaves open is answered where it is asked.
    await page.getByRole('link', { name: /From your exports/ }).click();
    const table = JSON.stringify(exportTable('Date,Campaign,Spend,Impressions,Clicks,Conversions'));
    const dropped = await page.evaluateHandle(`(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([${table}], 'march.csv', { type: 'text/csv' }));
      return transfer;
    })()`);
    await page.getByText('Choose files').dispatchEvent('drop', { dataTransfer: dropped });
    await page.getByText('120 of 120 rows count').waitFor(PATIENCE);
    await page.getByLabel('Currency of the amounts').selectOption('AZN');
    await page.getByLabel('Platform of march.csv').selectOption({ label: 'Facebook' });
    await page.getByRole('button', { name: 'Read again with these answers' }).click();
    await page.getByText('Nothing is open').waitFor(PATIENCE);
    await page
      .getByLabel(/^Stage of /)
      .first()
      .selectOption({ label: 'Conversion' });
    await page.getByLabel('Name of the plan').fill('From March');
    await page.getByLabel(/^Budget/).fill('9000');
    await page.getByLabel(/^What an order is worth/).fill('30 to 55');
    await page.getByRole('button', { name: 'Fit and make the plan' }).click();
    await page.getByText('The plan is made. How well it holds:').waitFor(PATIENCE);
    await page.getByRole('link', { name: 'Open the plan' }).click();
    await page.getByRole('heading', { name: 'From March' }).waitFor();

    // Edited.
    const amount = page.getByRole('spinbutton', { name: /^Budget of / }).first();
    await amount.fill('5500');
    await amount.press('Enter');
    await saved(page);
    // Optimised.
    await page.getByRole('button', { name: /^(Optimise|Stop)$/ }).waitFor();
    await page.getByRole('button', { name: 'Optimise' }).click(PATIENCE);
    await best(page).getByText('Why', { exact: true }).waitFor(PATIENCE);
    const take = page.getByRole('button', { name: 'Take the whole plan' });
    if ((await take.count()) > 0) {
      // The best plan may be the plan itself: then there is nothing to save.
      const rows = await best(page).locator('tbody tr').allInnerTexts();
      const differs = rows.some((row) => {
        const [now, wanted] = row.split('\t').slice(-2);
        return now !== wanted;
      });
      await take.click();
      if (differs) await saved(page);
    }
    // Compared.
    await page.getByRole('link', { name: 'Compare' }).click();
    await page.getByLabel('Autumn').check();
    await page.getByRole('button', { name: 'Compare' }).click();
    await page.getByRole('row', { name: /^From March/ }).waitFor(PATIENCE);
    await page.getByRole('row', { name: /^Autumn/ }).waitFor();
    // Approved.
    await page.getByRole('link', { name: 'Approval', exact: true }).click();
    await page.getByLabel('Your name').fill('Aysel');
    await page.getByRole('button', { name: 'Make my key and let me approve' }).click();
    await page.getByText('any amount').waitFor();
    await page.getByRole('button', { name: 'Submit this plan for approval' }).click();
    await page.getByText(/^Asks for /).waitFor(PATIENCE);
    await page.getByRole('button', { name: /^Approve / }).click();
    await page.getByText(/^Approved by Aysel, up to /).waitFor(PATIENCE);
    expect(await readFile(join(planner.folder, 'From-March.yaml'), 'utf8')).toContain('# Calibrated from march.csv.');
  });
});
