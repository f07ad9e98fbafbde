import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chromiumPath, openBrowser } from './chromium.js';
import { type OpenPlanner, openPlanner } from './planner-page.js';

/** Facebook's line finds nobody, and its platform has less than a rule asks for; YouTube's line has more than one allows. */
const PLAN = `name: Broken
currency: USD
horizon: 4 weeks
budget: { max: 10000 }
draws: 256
economics: { order_value: 40, margin: 60% }
lines:
  - { platform: youtube, stage: awareness, budget: 6000, audience: 4m, cvr: 1% }
  - { platform: facebook, stage: consideration, budget: 4000, cvr: 1% }
rules:
  lines: { youtube/awareness: { min: 10%, max: 50% } }
  platforms: { facebook: { min: 45% } }
`;

describe.skipIf(chromiumPath() === null)('rules that a plan breaks', () => {
  let browser: Browser;
  let planner: OpenPlanner;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    planner = await openPlanner(browser, ['baku-coffee']);
  });
  afterEach(async () => {
    await planner.close();
    expect(planner.complaints).toEqual([]);
  });

  it('are named by what they are about and the bound that is missed', async () => {
    await writeFile(join(planner.folder, 'broken.yaml'), PLAN);
    const page = await planner.page();
    await page.getByRole('link', { name: 'Broken' }).click();
    const broken = page
      .getByRole('heading', { name: 'Rules that are broken' })
      .locator('xpath=following-sibling::ul[1]/li');
    await expect
      .poll(() => broken.allTextContents(), { timeout: 20_000 })
      .toEqual(['All that is planned is spent', 'Facebook: at least 45%', 'YouTube awareness: at most 50%']);
  });
});
