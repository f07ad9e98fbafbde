import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser } from './chromium.js';
import { measure } from './layout.js';

const reports = inject('reports');
/** A4 (ISO 216: 210 by 297 mm) less the page's margins of 14 mm, in CSS pixels of 1/96 inch. */
const CONTENT = { width: Math.floor(((210 - 28) / 25.4) * 96), height: Math.floor(((297 - 28) / 25.4) * 96) };
/** Width and height of an A4 page in points, to a point. */
const A4 = [595, 842];

describe.skipIf(reports.length === 0)('reports on paper', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });

  it.each(reports)('$name in $language: no chart is cut, nothing is wider than A4', async ({ name, folder }) => {
    const page = await browser.newPage({ viewport: CONTENT, colorScheme: 'dark' });
    try {
      await page.goto(pathToFileURL(join(folder, 'report.html')).href);
      await page.emulateMedia({ media: 'print' });
      // What a browser says before it prints: the folds open.
      await page.evaluate("dispatchEvent(new Event('beforeprint'))");
      const charts = await measure(page, 'visibleCharts');
      expect(charts.length).toBeGreaterThanOrEqual(5);
      for (const { name, visible, left, right } of charts) {
        expect(visible, name).toBe(1);
        expect(left, name).toBeGreaterThanOrEqual(0);
        expect(right, name).toBeLessThanOrEqual(CONTENT.width);
      }
      // A picture that fits a page is kept whole by `break-inside: avoid`; sixty lines of a plan don't fit one.
      for (const { name, height, rule } of await measure(page, 'chartHeights')) {
        expect(rule, name).toBe('avoid');
        expect(height, name).toBeLessThan(CONTENT.height);
      }
      expect(await measure(page, 'overflowing')).toEqual([]);
      // Three figures beside each other, and a chart whose letters can be read; sixty lines are made as small as a page.
      const { letters, rows } = await measure(page, 'decisionOnPaper');
      expect(rows).toBe(1);
      if (name !== 'sixty-lines') expect(letters).toBeGreaterThanOrEqual(9);
      // Ink on white, whatever the screen's theme.
      expect(await measure(page, 'background')).toBe('rgb(255, 255, 255)');

      const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
      expect(pdf.startsWith('%PDF-')).toBe(true);
      const boxes = [...pdf.matchAll(/\/MediaBox\s*\[([^\]]+)\]/g)].map((match) =>
        match[1]!.trim().split(/\s+/).map(Number),
      );
      expect(boxes.length).toBeGreaterThanOrEqual(3);
      expect(boxes.length).toBeLessThanOrEqual(20);
      for (const [, , width, height] of boxes) {
        expect(Math.abs(width! - A4[0]!)).toBeLessThan(2);
        expect(Math.abs(height! - A4[1]!)).toBeLessThan(2);
      }
    } finally {
      await page.close();
    }
  });
});
