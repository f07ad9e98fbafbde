import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runForecast } from '../../src/forecast/run.js';
import { makeCharts } from '../../src/report/charts/index.js';
import { isDrawn } from '../../src/report/charts/types.js';
import { reportContext } from '../../src/report/context.js';
import { readScenario } from '../../src/scenario/index.js';
import { LANGUAGES } from '../../src/units/locale.js';
import { chromiumPath, openBrowser } from './chromium.js';
import { type OpenPlanner, openPlanner, ROOT } from './planner-page.js';

/** Words of a picture that lie over each other, or beyond its edge. */
async function overlaps(chart: Locator): Promise<readonly string[]> {
  const edge = await chart.locator('svg').boundingBox();
  const texts = await chart.locator('svg text').all();
  const boxes = await Promise.all(
    texts.map(async (text) => ({ text: await text.textContent(), box: await text.boundingBox() })),
  );
  const seen = boxes.flatMap(({ text, box }) => (box === null || edge === null || text === '' ? [] : [{ text, box }]));
  return seen.flatMap(({ text, box }, k) => [
    ...(edge !== null && (box.x < edge.x - 1 || box.x + box.width > edge.x + edge.width + 1 || box.y < edge.y - 1)
      ? [`${text} is cut off`]
      : []),
    ...seen
      .slice(k + 1)
      .filter(
        ({ box: other }) =>
          box.x < other.x + other.width - 1 &&
          other.x < box.x + box.width - 1 &&
          box.y < other.y + other.height - 3 &&
          other.y < box.y + box.height - 3,
      )
      .map((other) => `${text} over ${other.text}`),
  ]);
}

describe.skipIf(chromiumPath() === null)('charts on the page', () => {
  let browser: Browser;
  let planner: OpenPlanner;
  let page: Page;
  let fan: Locator;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  beforeEach(async () => {
    planner = await openPlanner(browser, ['baku-coffee']);
    page = await planner.page();
    await page.getByRole('link', { name: /Baku coffee/ }).click();
    await page.getByText('16,384 futures').waitFor();
    fan = page.getByRole('slider', { name: 'Profit over time' });
    // Drawn, not only announced: one after the other.
    for (const name of ['Profit', 'Profit over time']) {
      const chart = page.getByRole('slider', { name, exact: true });
      await expect.poll(() => chart.locator('svg text').count()).toBeGreaterThan(3);
    }
  });
  afterEach(async () => {
    await planner.close();
    expect(planner.complaints).toEqual([]);
  });

  const said = (chart: Locator): Promise<string | null> => chart.getAttribute('aria-valuetext');

  it("says what the report's charts say of the same futures, word for word in each language", async () => {
    const reading = await readScenario(join(ROOT, 'scenarios/baku-coffee.yaml'));
    if (!reading.ok) throw new Error('the plan is not valid');
    const forecast = await runForecast(reading.scenario, { optimize: false, workers: 1 });
    for (const language of LANGUAGES) {
      await page.locator('header select').first().selectOption(language);
      const charts = makeCharts(reportContext({ ...forecast, scenario: { ...forecast.scenario, language } }));
      for (const name of ['profit-distribution', 'profit']) {
        const chart = charts.find((one) => one.name === name);
        const title = chart !== undefined && isDrawn(chart) ? chart.title : '';
        expect(title).toMatch(/\d/);
        const captions = async () =>
          (await page.locator('.pictures figcaption').allTextContents()).map((text) => text.replaceAll('\u2060', ''));
        await expect.poll(captions).toContain(title);
      }
    }
  });

  it('has its units on the axes', async () => {
    // Of the density: amounts of the plan's currency below, shares of the futures at the side.
    const density = page.getByRole('slider', { name: 'Profit', exact: true });
    const labels = await density.locator('svg text').allTextContents();
    expect(labels.filter((label) => label.includes('₼')).length).toBeGreaterThan(1);
    expect(labels.filter((label) => /%/.test(label)).length).toBeGreaterThan(1);
    // Of the fan: amounts at the side, days below.
    const course = await fan.locator('svg text').allTextContents();
    expect(course.filter((label) => label.includes('₼')).length).toBeGreaterThan(1);
    expect(course.filter((label) => /\d [A-Z][a-z]+|[A-Z][a-z]+ \d/.test(label)).length).toBeGreaterThan(1);
  });

  it('labels quantiles, shares and ends with their figures, none over another, at a desk and on a phone', async () => {
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      for (const [chart, names] of [
        [page.locator('.pictures figure').nth(0), ['P10', 'P50', 'P90', '69%', '31%']],
        [page.locator('.pictures figure').nth(1), ['P10', 'P90', 'As given']],
      ] as const) {
        const labels = chart.locator('svg .mark-text.role-mark text');
        await expect.poll(() => labels.count()).toBe(names.length);
        const written = (await labels.allTextContents()).join(' ').replace(/[\u200e\u200f\u202b\u202c]/g, '');
        // The middle outcome as the title has it.
        expect(await chart.locator('figcaption').textContent()).toContain('4,100');
        for (const name of [...names, '4,100']) expect(written).toContain(name);
        await expect.poll(() => overlaps(chart)).toEqual([]);
      }
    }
  });

  it('leaves bars by name half of the picture, on a phone and when the window is drawn narrower', async () => {
    await page.getByRole('link', { name: 'Explain' }).click();
    await page.getByRole('button', { name: 'Explain' }).click();
    const bars = page.getByRole('slider', { name: 'What drives the spread of profit' });
    await bars.waitFor({ timeout: 60_000 });
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await expect
        .poll(async () => {
          const [plot, picture] = await Promise.all([
            bars.locator('svg path.background').first().boundingBox(),
            bars.locator('svg').boundingBox(),
          ]);
          return (plot?.width ?? 0) / (picture?.width ?? 1);
        })
        .toBeGreaterThan(0.45);
    }
    // Names that are wider than the other half have two lines, whole.
    const words = await bars.locator('svg text').allTextContents();
    expect(words.join(' ')).toContain('conversion rate');
    expect(words.filter((text) => text.includes('…'))).toEqual([]);
  });

  it('says so where its program does not come, and the figures stand all the same', async () => {
    // A page of its own: that something didn't come is what its console complains of.
    const other = await planner.context.newPage();
    await other.route(/\/mount-[^/]*\.js/, (route) => route.abort());
    await other.goto(page.url());
    await other.getByText('16,384 futures').waitFor();
    await expect
      .poll(() => other.getByText('This chart could not be loaded. The figures beside it hold').count())
      .toBe(2);
    expect(await other.getByRole('slider', { name: 'Profit', exact: true }).count()).toBe(0);
  });

  it("says a period's band under the pointer and by arrow keys", async () => {
    await fan.focus();
    await page.keyboard.press('Home');
    const first = await said(fan);
    expect(first).toMatch(/, P10 .*₼.*, P50 .*₼.*, P90 .*₼/);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => said(fan)).not.toBe(first);
    await page.keyboard.press('End');
    const last = await said(fan);
    await page.keyboard.press('Escape');
    const box = (await fan.boundingBox())!;
    await page.mouse.move(box.x + box.width * 0.25, box.y + box.height / 2);
    await expect.poll(() => said(fan)).not.toBe(last);
    // What is pointed at stands beside the pointer, too.
    const tip = await said(fan);
    await fan.getByText(tip ?? '').waitFor();
  });

  it("calls a plan whose file has no budgets what the report calls it, until its budgets are somebody's", async () => {
    const lines = ['tiktok', 'facebook'].map((platform) => `  - { platform: ${platform}, stage: awareness }`);
    const plan = ['currency: USD', 'horizon: 4 weeks', 'budget: 8000', 'draws: 512', 'economics: { order_value: 40 }'];
    await writeFile(join(planner.folder, 'split.yaml'), `${[...plan, 'lines:', ...lines].join('\n')}\n`);
    await page.goto(new URL('/#/plan/split.yaml', page.url()).href);
    await page.getByText('512 futures').waitFor();
    const ends = page.locator('.pictures figure').nth(1).locator('svg .mark-text.role-mark text');
    const written = async () => (await ends.allTextContents()).join(' ');
    await expect.poll(written).toContain('Even split');
    const budget = page.getByRole('spinbutton', { name: 'Budget of TikTok awareness' });
    await budget.fill('5000');
    await budget.press('Enter');
    await expect.poll(written).toContain('As given');
  });

  it("has the dark theme's colours once the device asks for it", async () => {
    const bars = (): Promise<string[]> =>
      page.evaluate("[...document.querySelectorAll('.picture svg path')].map((path) => getComputedStyle(path).fill)");
    await expect.poll(bars).toContain('rgb(191, 75, 0)');
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(bars).toContain('rgb(242, 139, 74)');
  });

  it('begins at the right in Arabic, as in the report: its axis, its first period, and where the arrow keys lead', async () => {
    await page.getByRole('combobox', { name: 'Language' }).selectOption('ar');
    const course = page.getByRole('slider', { name: 'الربح عبر الزمن' });
    await expect.poll(() => course.locator('svg').count()).toBe(1);
    await course.focus();
    await page.keyboard.press('Home');
    expect(await course.getAttribute('aria-valuenow')).toBe('1');
    const box = (await course.boundingBox())!;
    const tip = await course.locator('.tip').boundingBox();
    expect(tip!.x + tip!.width / 2).toBeGreaterThan(box.x + box.width / 2);
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => course.getAttribute('aria-valuenow')).toBe('2');
    await page.mouse.move(box.x + 20, box.y + box.height / 2);
    await expect.poll(() => course.getAttribute('aria-valuenow')).toBe('13');
  });

  it('tells of a period that was brushed, by pointer and by keyboard, until it is cleared', async () => {
    const figure = page.getByRole('figure').filter({ has: fan });
    const status = figure.getByRole('status');
    expect(await status.innerText()).toBe('');
    // A pointer reaches what is on the screen alone.
    await fan.scrollIntoViewIfNeeded();
    const box = (await fan.boundingBox())!;
    await page.mouse.move(box.x + box.width * 0.4, box.y + 40);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.8, box.y + 60, { steps: 6 });
    await page.mouse.up();
    await status
      .getByText(/the middle outcome goes from .+ to .+8 in 10 futures .+ of media is spent in it\./)
      .waitFor();
    await figure.getByRole('button', { name: 'Clear' }).click();
    await expect.poll(() => status.innerText()).toBe('');
    // The whole time by keyboard: all of the plan's money is spent in it.
    await fan.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+End');
    const total = await page
      .getByText(/^Total budget: /)
      .locator('strong')
      .innerText();
    await status.getByText(`${total} of media is spent in it.`).waitFor();
    expect(await status.innerText()).toMatch(/goes from ₼0(\.00)? to /);
    await page.keyboard.press('Escape');
    await expect.poll(() => status.innerText()).toBe('');
  });

  it('counts the futures in a range of profit that was brushed', async () => {
    const density = page.getByRole('slider', { name: 'Profit', exact: true });
    await density.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+End');
    await page.getByText(/^(99|100)[.\d]*% of the futures end between .+ and .+\.$/).waitFor();
  });
});
