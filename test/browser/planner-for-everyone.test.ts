import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FULL } from '../sample.js';
import { inTurn } from '../turn.js';
import { chromiumPath, openBrowser } from './chromium.js';
import { measure } from './layout.js';
import { pagesOf } from './pages.js';
import { DESK, type OpenPlanner, openPlanner, PHONE } from './planner-page.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Every rule of axe. */
const ALL_RULES = '{ resultTypes: ["violations"] }';
/** Rules whose answer may be another where the same elements stand otherwise, and names of what only a narrow page shows. */
const BY_LAYOUT =
  '{ resultTypes: ["violations"], runOnly: ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "meta-viewport", "button-name", "link-name", "label"] }';
const COLOURS = '{ resultTypes: ["violations"], runOnly: ["color-contrast", "link-in-text-block"] }';

/** Every page where `every`, else the even or the odd ones: in the languages together each is looked at at every width. */
function pagesFor(every: boolean, odd: boolean): readonly string[] {
  return pagesOf('baku-coffee.yaml').filter((_, k) => FULL || every || k % 2 === Number(odd));
}

describe.skipIf(chromiumPath() === null)('the planner for everyone', () => {
  let browser: Browser;
  let planner: OpenPlanner;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  beforeEach(async () => {
    planner = await openPlanner(browser, ['first-test-600', 'baku-coffee']);
  });
  afterEach(async () => {
    await planner.close();
    expect(planner.complaints).toEqual([]);
  });

  // The page is the same elements on a phone, in other places: there every rule is tried in the language that is written
  // from the right, those that go by the places in each. Colours of the dark are no language's.
  describe.each([
    ['desk', DESK, 'en', { en: true, az: true, tr: true, ar: true }],
    ['phone', PHONE, 'ar', { en: false, az: false, tr: false, ar: true }],
  ] as const)('on a %s', (name, viewport, whole, byAllRules) => {
    const languages = [
      ['en', false],
      ['az', true],
      ['tr', false],
      ['ar', true],
    ] as const;
    it.each(
      inTurn(languages, 1 / 2, ([language]) => `${name} ${language}`),
    )('has nothing serious for axe to find and nothing that sticks out, in %s', async (language, odd) => {
      const page = await browser.newPage({ viewport, colorScheme: 'light', locale: 'en-US' });
      /** What is serious on the page as it stands, by rules that axe is given. */
      const grave = async (settings: string): Promise<readonly string[]> => {
        const { violations } = await page.evaluate<{
          readonly violations: readonly {
            readonly id: string;
            readonly impact: string;
            readonly nodes: readonly { readonly html: string }[];
          }[];
        }>(`axe.run(document, ${settings})`);
        return violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
      };
      try {
        await page.goto(planner.server.address);
        await page.getByRole('combobox').first().selectOption(language);
        for (const hash of pagesFor(language === whole, odd)) {
          await page.goto(new URL(hash, planner.server.address).href);
          await page.locator('h1, h2').first().waitFor();
          // As it is once its figures have come.
          if (hash.includes('/plan/')) await page.locator('.tiles dd', { hasText: /\d/ }).first().waitFor();
          await page.waitForTimeout(300);
          if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(AXE);
          expect([hash, await grave(byAllRules[language] ? ALL_RULES : BY_LAYOUT)]).toEqual([hash, []]);
          expect([hash, await measure(page, 'overflowing')]).toEqual([hash, []]);
          if (language !== whole) continue;
          // In the dark the same elements have other colours, and nothing else is another.
          await page.emulateMedia({ colorScheme: 'dark' });
          expect([hash, await grave(COLOURS)]).toEqual([hash, []]);
          await page.emulateMedia({ colorScheme: 'light' });
        }
      } finally {
        await page.close();
      }
    });
  });
});
