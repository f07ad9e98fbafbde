import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/blocks.js';
import { renderFindings } from '../../src/report/calibration/index.js';
import { makeCharts } from '../../src/report/charts/index.js';
import { FILE, isDrawn, PAGE, PHONE } from '../../src/report/charts/types.js';
import { reportContext } from '../../src/report/context.js';
import { reportPage } from '../../src/report/html/page.js';
import { renderSvg } from '../../src/report/render.js';
import { SLOW } from '../slow.js';
import { syntheticForecast } from './synthetic.js';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The sources that a page's policy gives a kind of content, and the hashes of what it has of it. */
function policyOf(page: string) {
  const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(page)?.[1] ?? '';
  const directives = new Map(policy.split('; ').map((one) => [one.split(' ')[0]!, one.split(' ').slice(1)]));
  const inside = (tag: string) =>
    [...page.matchAll(new RegExp(`<${tag}[^>]*>([^]*?)</${tag}>`, 'g'))].map((one) => hash(one[1]!));
  return { policy, directives, styles: inside('style'), scripts: inside('script') };
}

describe("a page's policy", () => {
  it('knows its styles and its script by their hashes, and allows nothing else', SLOW, async () => {
    const context = reportContext(syntheticForecast({}));
    const charts = makeCharts(context);
    const drawn = await Promise.all(
      charts.filter(isDrawn).map(async (chart) => {
        const [page, phone] = [await renderSvg(chart.spec(PAGE)), await renderSvg(chart.spec(PHONE))];
        return [chart.name, { page, phone, file: chart.spec(FILE) }] as const;
      }),
    );
    expect(drawn.length).toBeGreaterThan(3);
    const page = reportPage(context, charts, new Map(drawn));
    const { policy, directives, styles, scripts } = policyOf(page);
    // The one font is in the style sheet, as data: it comes from nowhere else.
    expect(directives.get('font-src')).toEqual(['data:']);
    expect(policy.replace('font-src data:', '')).not.toMatch(/unsafe|\*|https?:|data:/);
    expect(directives.get('default-src')).toEqual(["'none'"]);
    expect(styles).toEqual(directives.get('style-src'));
    expect(scripts).toEqual(directives.get('script-src'));
    // Hashes don't cover attributes: there are none that would need to be allowed.
    expect(page).not.toMatch(/<[^>]+\s(style|on\w+)\s*=/i);
  });

  it('of a page on exports does the same', async () => {
    const findings: Report = { title: 'Fits', lead: [], sections: [] };
    const page = String((await renderFindings(findings, 'fits.html', undefined)).get('fits.html'));
    const { policy, directives, styles, scripts } = policyOf(page);
    expect(policy).not.toMatch(/unsafe/);
    expect(styles).toEqual(directives.get('style-src'));
    expect(scripts).toEqual(directives.get('script-src'));
  });
});
