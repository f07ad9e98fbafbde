import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { FULL } from '../sample.js';
import { openBrowser } from './chromium.js';
import { measure } from './layout.js';

const reports = inject('reports');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const THEMES = ['light', 'dark'] as const;

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string | null;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
  readonly passes: readonly { readonly id: string }[];
}

/** What axe finds, by rule; the page's policy lets no script in, so it comes by the debugger's door. */
async function axe(page: Page, only: readonly string[] | null): Promise<AxeResults> {
  await page.evaluate(AXE);
  const rules = only === null ? {} : { runOnly: only };
  return page.evaluate(`axe.run(document, ${JSON.stringify({ resultTypes: ['violations'], ...rules })})`);
}

/** Rules that apply to any report. */
const BY_ELEMENTS = ['html-has-lang', 'svg-img-alt'];
const BY_SCROLLING = ['scrollable-region-focusable'];
const BY_COLOURS = ['color-contrast', 'link-in-text-block'];

describe.skipIf(reports.length === 0)('reports for everyone', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });

  describe.each(reports)('$name in $language', ({ folder }) => {
    it.each(THEMES)('has nothing serious for axe to find, %s, all tables open', async (colorScheme) => {
      const page = await browser.newPage({ colorScheme, viewport: { width: 480, height: 900 } });
      try {
        await page.goto(pathToFileURL(join(folder, 'report.html')).href);
        await measure(page, 'openTables');
        // In the dark the same elements have other colours, and nothing else is another.
        const every = FULL || colorScheme === 'light';
        const { violations, passes } = await axe(page, every ? null : BY_COLOURS);
        const grave = violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html} ${node.failureSummary}`).join('\n')}`);
        expect(grave).toEqual([]);
        // It did look.
        const looked = passes.map(({ id }) => id);
        for (const id of ['color-contrast', ...(every ? BY_ELEMENTS : [])]) expect(looked).toContain(id);
        if (!every) return;
        // No table is wider than this page; made wider, as by somebody's letters, each can be scrolled by keys.
        await measure(page, 'squeezeTables');
        const squeezed = await axe(page, BY_SCROLLING);
        expect(squeezed.violations).toEqual([]);
        expect(squeezed.passes.map(({ id }) => id)).toEqual(BY_SCROLLING);
      } finally {
        await page.close();
      }
    });

    it.each(THEMES)("can be read: every word in a chart stands out from the page's card, %s", async (colorScheme) => {
      for (const width of [1280, 390]) {
        const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } });
        try {
          await page.goto(pathToFileURL(join(folder, 'report.html')).href);
          const texts = await measure(page, 'chartContrasts');
          expect(texts.length).toBeGreaterThan(50);
          expect(texts.filter(({ ratio }) => ratio < 4.5)).toEqual([]);
        } finally {
          await page.close();
        }
      }
    });
  });

  it('switches the theme by its button, and follows the system until then', async () => {
    const page = await browser.newPage({ colorScheme: 'dark' });
    try {
      await page.goto(pathToFileURL(join(reports[0]!.folder, 'report.html')).href);
      const background = () => measure(page, 'background');
      const dark = await background();
      await page.getByRole('button').press('Enter');
      const light = await background();
      expect(light).not.toBe(dark);
      await page.emulateMedia({ colorScheme: 'light' });
      expect(await background()).toBe(light);
      await page.getByRole('button').press('Enter');
      expect(await background()).toBe(dark);
    } finally {
      await page.close();
    }
  });
});
