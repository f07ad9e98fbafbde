import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chromiumPath, openBrowser } from './chromium.js';
import { type OpenPlanner, openPlanner } from './planner-page.js';

const INSTALLS = `name: App installs
currency: USD
horizon: 6 weeks
budget: { max: 60000 }
draws: 4096
economics: { outcome: installs }
lines:
  - { platform: tiktok, stage: awareness, budget: 20000 }
  - { platform: facebook, stage: conversion, budget: 15000, cvr: 8% to 20% }
targets: [installs >= 9000 with 60%]
`;

describe.skipIf(chromiumPath() === null)('a plan of installs that are worth nothing known, in a browser', () => {
  let browser: Browser;
  let planner: OpenPlanner;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  beforeEach(async () => {
    planner = await openPlanner(browser);
    await writeFile(join(planner.folder, 'installs.yaml'), INSTALLS);
    page = await planner.page();
    await page.getByRole('link', { name: /App installs/ }).click();
    await page.getByText(/^[\d,]+ futures$/).waitFor();
  });
  afterEach(async () => {
    await planner.close();
    expect(planner.complaints).toEqual([]);
  });

  it('is told as its report is: installs, what one costs, people, and no loss of all the money in every future', async () => {
    const decision = page.getByRole('region', { name: 'The decision' });
    const tiles = await decision.locator('dt').allInnerTexts();
    expect(tiles.map((tile) => tile.replace(/\s*\?\s*$/, '').trim())).toEqual([
      'Installs, middle outcome',
      'Cost per install (CPI), middle outcome',
      'People reached, middle outcome',
    ]);
    for (const value of await decision.locator('dd').allInnerTexts()) expect(value).toMatch(/\d/);
    await decision.getByRole('slider', { name: 'Installs over time' }).waitFor();
    await decision.getByText(/^Expect about [\d,]+ installs by the end of week 6 \([\d,]+ to [\d,]+\)$/).waitFor();
    expect(await decision.getByText('Profit', { exact: false }).count()).toBe(0);
  });

  it('is explained by what it counts', async () => {
    await page.getByRole('link', { name: 'Explain', exact: true }).click();
    await page.getByRole('heading', { name: 'What drives the spread: Installs' }).waitFor();
    await page.getByRole('button', { name: 'Explain' }).click();
    const first = page.getByRole('table').getByRole('row').nth(1);
    await first.waitFor();
    expect(await first.innerText()).toMatch(/\t[\d,]+\t[\d,]+$/);
    await page.getByText(/^What matters most is .+: it moves mean installs between [\d,]+ and [\d,]+$/).waitFor();
  });

  it('is told by what it counts for other budgets, and beside other plans', async () => {
    await page.getByRole('link', { name: 'Frontier', exact: true }).click();
    await page.getByRole('button', { name: 'Trace' }).click();
    const frontier = page.getByRole('region', { name: 'What another budget would bring' }).first();
    await frontier.getByRole('slider', { name: 'Installs' }).waitFor({ timeout: 60_000 });
    await frontier.getByText(/^[\d,]+ installs for \$[\d,]+, [\d,]+ for \$[\d,]+$/).waitFor();
    await frontier.getByRole('columnheader', { name: 'On average: Installs' }).waitFor();
    expect(await frontier.getByRole('row').nth(1).innerText()).toMatch(/^\$[\d,]+\t[\d,]+\t/);
    expect(await frontier.getByText(/profit/i).count()).toBe(0);
    await writeFile(
      join(planner.folder, 'other.yaml'),
      INSTALLS.replace('App installs', 'More').replace('15000', '25000'),
    );
    await page.getByRole('link', { name: 'Compare', exact: true }).click();
    await page.getByRole('checkbox', { name: 'More' }).check();
    await page.getByRole('button', { name: 'Compare' }).click();
    const compared = page.getByRole('table');
    await compared.getByRole('columnheader', { name: 'Installs, middle outcome' }).waitFor({ timeout: 60_000 });
    expect(await compared.innerText()).not.toMatch(/profit|\$/i);
  });

  it('is told by profit once it is said what an install is worth', async () => {
    await page.getByRole('button', { name: /^Order value/ }).click();
    const value = page.getByRole('spinbutton', { name: 'Value' });
    await value.fill('40');
    await value.press('Enter');
    await page.getByRole('button', { name: 'Use it' }).click();
    const decision = page.getByRole('region', { name: 'The decision' });
    await decision.getByText(/^Chance of a loss/).waitFor();
    await decision.getByRole('slider', { name: 'Profit over time' }).waitFor();
  });
});
