import { statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser } from './chromium.js';
import { measure } from './layout.js';
import type { RenderedReport } from './setup.js';

const reports = inject('reports');
/** A desk's window and a phone's. */
const WIDTHS = [1280, 390] as const;
const CHARTS = 8;

const urlOf = (report: RenderedReport) => pathToFileURL(join(report.folder, 'report.html')).href;

describe.skipIf(reports.length === 0)('reports in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });

  async function withPage(
    report: RenderedReport,
    options: Parameters<Browser['newPage']>[0],
    work: (
      page: Page,
      heard: { readonly requests: readonly string[]; readonly complaints: readonly string[] },
    ) => Promise<void>,
  ): Promise<void> {
    const page = await browser.newPage(options);
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    try {
      await page.goto(urlOf(report));
      await work(page, { requests, complaints });
    } finally {
      await page.close();
    }
  }

  describe.each(reports)('$name in $language', (report) => {
    it('is a file of less than 1.5 MB', () => {
      expect(statSync(join(report.folder, 'report.html')).size).toBeLessThan(1_500_000);
    });

    it.each(WIDTHS)('loads at %i px without an error and without asking for anything else', async (width) => {
      await withPage(report, { viewport: { width, height: 900 } }, async (page, { requests, complaints }) => {
        await page.getByRole('button').click();
        await page.waitForLoadState('networkidle');
        expect(requests).toEqual([urlOf(report)]);
        expect(complaints).toEqual([]);
      });
    });

    it.each(WIDTHS)('shows every chart whole at %i px, and nothing is wider than the page', async (width) => {
      await withPage(report, { viewport: { width, height: 900 } }, async (page) => {
        const figures = await page.locator('figure').count();
        expect(figures).toBe(CHARTS);
        const charts = await measure(page, 'visibleCharts');
        const drawn = await page.locator('figure[id]').count();
        expect(drawn).toBeGreaterThanOrEqual(5);
        expect(charts.map((chart) => chart.visible)).toEqual(new Array(drawn).fill(1));
        for (const { name, left, right, height } of charts) {
          expect(left, name).toBeGreaterThanOrEqual(0);
          expect(right, name).toBeLessThanOrEqual(width);
          expect(height, name).toBeGreaterThan(60);
        }
        expect(await measure(page, 'overflowing')).toEqual([]);
        expect(await measure(page, 'pageWidth')).toBeLessThanOrEqual(width);
      });
    });

    it('has every column of every table in sight, on phones, tablets and desks', async () => {
      await withPage(report, {}, async (page) => {
        for (const width of [360, 390, 641, 768, 1001, 1440]) {
          await page.setViewportSize({ width, height: 900 });
          expect(await measure(page, 'hiddenColumns'), String(width)).toEqual([]);
        }
      });
    });

    it('runs in the direction of its language', async () => {
      await withPage(report, { viewport: { width: 1280, height: 900 } }, async (page) => {
        const { language, direction, heading, button } = await measure(page, 'directions');
        expect(language).toBe(report.language);
        expect(direction).toBe(report.language === 'ar' ? 'rtl' : 'ltr');
        expect(heading < button).toBe(report.language !== 'ar');
      });
    });

    it('says its key figures with JavaScript off', async () => {
      await withPage(report, { javaScriptEnabled: false, viewport: { width: 390, height: 900 } }, async (page) => {
        expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
        expect(await page.locator('#decision p').first().textContent()).toMatch(/.{20}/);
        const tiles = page.locator('.tiles dd:not(.note)');
        expect(await tiles.count()).toBe(3);
        for (const tile of await tiles.all()) {
          expect(await tile.isVisible()).toBe(true);
          expect(await tile.textContent()).toMatch(/\d/);
        }
        expect(await page.locator('#figures tbody tr').count()).toBeGreaterThan(10);
        // The details fold; without a script, too, they open.
        for (const fold of await page.locator('main section > details > summary').all()) await fold.click();
        expect(await page.locator('.chart svg:visible').count()).toBe(await page.locator('figure[id]').count());
        // A button that does nothing isn't there.
        expect(await page.getByRole('button').count()).toBe(0);
      });
    });

    it("opens each chart's table from the keyboard", async () => {
      await withPage(report, { viewport: { width: 1280, height: 900 } }, async (page) => {
        const drawn = await page.locator('figure[id]').count();
        const opened = new Set<string>();
        const focused = () => measure(page, 'focused');
        for (let presses = 0; presses < 300 && opened.size < drawn; presses++) {
          await page.keyboard.press('Tab');
          const { tag, figure } = await focused();
          if (
            tag === 'SUMMARY' &&
            figure === '' &&
            !(await page.evaluate('document.activeElement.parentElement.open'))
          ) {
            await page.keyboard.press('Enter');
          }
          if (tag !== 'SUMMARY' || figure === '') continue;
          const table = page.locator(`#${figure} table`);
          expect(await table.isVisible(), figure).toBe(false);
          await page.keyboard.press('Enter');
          expect(await table.isVisible(), figure).toBe(true);
          expect(await table.locator('tbody tr').count(), figure).toBeGreaterThan(0);
          // The next stop is the table itself, which then scrolls by the arrow keys.
          await page.keyboard.press('Tab');
          expect(await focused()).toEqual({ tag: 'DIV', figure });
          opened.add(figure);
        }
        expect(opened.size).toBe(drawn);
      });
    });
  });
});
