// @module-tag slow
import { describe, expect, it } from 'vitest';
import { runAdvised } from '../../../../src/advice/index.js';
import { reportContext } from '../../../../src/report/context.js';
import { renderWorkbook } from '../../../../src/report/workbook/index.js';
import { readScenario } from '../../../../src/scenario/index.js';
import { hasOffice, printed } from '../../../report/workbook/office.js';
import { sampled } from '../../../sample.js';

/** A finance officer prints it: what doesn't fit a thin folder isn't read. */
const MOST_PAGES = 8;

describe.skipIf(!hasOffice)('workbooks on paper (skipped where there is no soffice)', () => {
  const PLANS = ['baku-coffee', 'first-test-600', 'micro-creators', 'turkish-retailer', 'b2b-saas-linkedin'];
  it.each(sampled(PLANS, 3))('%s opens without a word, and is eight pages at most', async (name) => {
    const reading = await readScenario(`scenarios/${name}.yaml`, { overrides: { draws: 1024 } });
    if (!reading.ok) throw new Error(name);
    const forecast = await runAdvised(reading.scenario, { workers: 1, charts: false, prices: false });
    const { pages, said } = await printed(await renderWorkbook(reportContext(forecast)));
    expect(said).not.toMatch(/warn|error|repair|corrupt/i);
    expect(pages).toBeGreaterThan(2);
    expect(pages).toBeLessThanOrEqual(MOST_PAGES);
  });
});
