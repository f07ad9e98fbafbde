import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, openBrowser } from './chromium.js';
import { type OpenPlanner, openPlanner, PHONE } from './planner-page.js';

describe.skipIf(chromiumPath() === null)('the data of a plan on a phone', () => {
  let planner: OpenPlanner;
  beforeAll(async () => {
    planner = await openPlanner(await openBrowser(), ['first-test-600'], { viewport: PHONE });
  });
  afterAll(() => planner?.close());

  it('has the origin of every figure on the screen: nothing scrolls away', { timeout: 120_000 }, async () => {
    const page = await planner.page();
    await page.goto(`${new URL(planner.server.address).origin}/#/plan/first-test-600.yaml/data`);
    const badges = page.locator('table.data .badge');
    await badges.first().waitFor();
    const boxes = await Promise.all((await badges.all()).map((one) => one.boundingBox()));
    expect(boxes.length).toBeGreaterThan(5);
    for (const box of boxes) {
      expect(box!.x).toBeGreaterThanOrEqual(0);
      expect(box!.x + box!.width).toBeLessThanOrEqual(PHONE.width);
    }
    const scrolls = await page.locator('table.data').evaluate((table) => {
      const frame = table.parentElement!;
      return frame.scrollWidth > frame.clientWidth;
    });
    expect(scrolls).toBe(false);
  });
});
