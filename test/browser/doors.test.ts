import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openXlsx, saveXlsx } from 'hucre/xlsx';
import type { Browser, Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { exportTable } from '../calibrate/export-table.js';
import { huniHere } from '../cli/support.js';
import { chromiumPath, openBrowser } from './chromium.js';
import { type OpenPlanner, openPlanner } from './planner-page.js';

/** Fits and prices on a machine that does other things, too. */
const PATIENCE = { timeout: 300_000 };

describe.skipIf(chromiumPath() === null)('the three doors of an empty folder, by visible labels', () => {
  let browser: Browser;
  let planner: OpenPlanner;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  beforeEach(async () => {
    planner = await openPlanner(browser);
    page = await planner.page();
    await page.getByRole('heading', { name: 'No plan here yet. Three ways to begin:' }).waitFor();
  });
  afterEach(async () => {
    await planner.close();
    expect(planner.complaints).toEqual([]);
  });

  it('an export: read, asked for what is open, matched, fitted, checked, a plan', { timeout: 600_000 }, async () => {
    await page.getByRole('link', { name: /From your exports/ }).click();
    await page.getByLabel('Choose files').setInputFiles({
      name: 'march.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(exportTable('Date,Campaign,Spend,Impressions,Clicks,Conversions')),
    });
    await page.getByText('120 of 120 rows count').waitFor();
    // What the file leaves open is asked for where it stands.
    await page.getByLabel('Currency of the amounts').selectOption('AZN');
    // Nothing is lost on a reload, answers that were given among it.
    await page.reload();
    await page.getByText('120 of 120 rows count').waitFor();
    await page.getByLabel('Platform of march.csv').selectOption({ label: 'Facebook' });
    expect(await page.getByLabel('Currency of the amounts').count()).toBe(0);
    await page.getByRole('button', { name: 'Read again with these answers' }).click();
    await page.getByText('Nothing is open').waitFor();
    const stage = page.getByLabel(/^Stage of /).first();
    await stage.selectOption({ label: 'Conversion' });
    await page.getByLabel('Name of the plan').fill('From March');
    await page.getByLabel(/^Budget/).fill('9000');
    await page.getByLabel(/^What an order is worth/).fill('30 to 55');
    await page.getByRole('button', { name: 'Fit and make the plan' }).click();
    await page.getByText('The plan is made. How well it holds:').waitFor(PATIENCE);
    await page.getByRole('link', { name: 'Open the plan' }).click();
    await page.getByRole('heading', { name: 'From March' }).waitFor();
    const text = await readFile(join(planner.folder, 'From-March.yaml'), 'utf8');
    expect(text).toContain('# Calibrated from march.csv.');
    expect(text).toContain('budget: 9000');
    expect(text).toContain('stage: conversion');
    expect(await readFile(join(planner.folder, 'From-March.stages.yaml'), 'utf8')).toContain('stage: conversion');
    // It is optimised at once, and says which of its figures were measured.
    await page
      .getByRole('button', { name: 'Take the whole plan' })
      .or(page.locator('.verdict'))
      .first()
      .waitFor(PATIENCE);
    await page.getByRole('link', { name: 'Data', exact: true }).click();
    await page.getByText('From your own data').first().waitFor();
    // What is kept beside a plan is none.
    await page.getByRole('link', { name: 'huni' }).click();
    await page.getByRole('heading', { name: 'Plans in this folder' }).waitFor();
    expect(await page.getByRole('listitem').count()).toBe(1);
  });

  it('a file that is no export is refused in words, and taken away', async () => {
    await page.getByRole('link', { name: /From your exports/ }).click();
    await page.getByLabel('Choose files').setInputFiles({
      name: 'holiday.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('\u0000\u0001\u0002PNG'),
    });
    await page.getByText('not read').waitFor();
    await page
      .getByText(/neither text nor an XLSX workbook/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Take holiday.csv away' }).click();
    await expect.poll(() => page.getByText('holiday.csv').count()).toBe(0);
  });

  it(
    "a budget.xlsx of huni's, its budgets changed: they go into the plan that it is of, comments kept",
    PATIENCE,
    async () => {
      await writeFile(
        join(planner.folder, 'spring.yaml'),
        `# Ours.
name: Spring
currency: USD
start: 2027-03-01
horizon: 4 weeks
budget: 4000  # as agreed
draws: 256
lines:
  - { platform: facebook, stage: awareness, budget: 3000, cpm: 5 to 9, audience: 200k }
  - { platform: tiktok, stage: awareness, budget: 1000, audience: 100k }
`,
      );
      const report = await mkdtemp(join(tmpdir(), 'huni-report-'));
      const run = await huniHere(
        ...[
          'run',
          join(planner.folder, 'spring.yaml'),
          '--out',
          join(report, 'out'),
          '--no-optimize',
          '--workers',
          '1',
        ],
      );
      expect(run.err).toBe('');
      const book = await openXlsx(await readFile(join(report, 'out', 'budget.xlsx')));
      await rm(report, { recursive: true, force: true });
      expect(book.sheets[1]!.rows[2]!.slice(1, 6)).toEqual([750, 750, 750, 750, 3000]);
      book.sheets[1]!.rows[2]!.splice(1, 5, 500, 500, 500.25, 500, 2000.25);
      await page.reload();
      await page.getByRole('link', { name: /From your exports/ }).click();
      await page.getByLabel('Choose files').setInputFiles({
        name: 'budget.xlsx',
        mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        buffer: Buffer.from(await saveXlsx(book)),
      });
      await page.getByText("This is a workbook of huni's: its budgets go into the plan that it is of.").waitFor();
      await page.getByText('2,000.25').waitFor();
      await page.getByLabel('Name of the plan').fill('Changed');
      await page.getByLabel('Which plan it is of').selectOption({ label: 'Spring' });
      await page.getByRole('button', { name: 'Make the plan' }).click();
      await page.getByRole('link', { name: 'Open the plan' }).click();
      await expect
        .poll(() => page.getByRole('spinbutton', { name: 'Budget of Facebook awareness' }).inputValue())
        .toBe('2000.25');
      const text = await readFile(join(planner.folder, 'Changed.yaml'), 'utf8');
      expect(text).toContain('budget: 3000.25  # as agreed');
      expect(await readFile(join(planner.folder, 'spring.yaml'), 'utf8')).toContain('budget: 4000  # as agreed');
    },
  );

  it('a brief', async () => {
    await page.getByRole('link', { name: /From a brief/ }).click();
    await page.getByLabel('Name of the plan').fill('Autumn');
    await page.getByLabel('Budget', { exact: true }).fill('abc');
    await page.getByLabel('Currency').selectOption('USD');
    await page.getByLabel(/^Order value/).fill('$30 – $55');
    await page.getByRole('button', { name: 'Make the plan' }).click();
    await page.getByText('“abc” is not an amount.').waitFor();
    await page.getByLabel('Budget', { exact: true }).fill('$12,000');
    await page.getByRole('button', { name: 'Make the plan' }).click();
    await page.getByRole('heading', { name: 'Autumn' }).waitFor();
    const text = await readFile(join(planner.folder, 'Autumn.yaml'), 'utf8');
    expect(text).toContain('budget: 12000');
    expect(text).toContain('order_value: 30 to 55');
  });

  it('a brief for leads asks for what a lead is worth, and the plan calls them leads', async () => {
    await page.getByRole('link', { name: /From a brief/ }).click();
    await page.getByLabel('Name of the plan').fill('Callers');
    await page.getByLabel('Budget', { exact: true }).fill('12000');
    await page.getByLabel('Currency').selectOption('USD');
    await page.getByLabel('Leads').check();
    await page.getByLabel(/^Value of a lead/).fill('30 to 55');
    await page.getByRole('button', { name: 'Make the plan' }).click();
    await page.getByRole('heading', { name: 'Callers' }).waitFor();
    await page.getByText('Leads, middle outcome', { exact: false }).waitFor();
  });

  it('an example', async () => {
    await page.getByRole('button', { name: /From an example/ }).click();
    await page.getByRole('heading', { name: 'Example plan' }).waitFor();
    await page.getByText(/ futures$/).waitFor();
  });
});
