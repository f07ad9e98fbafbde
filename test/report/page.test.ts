import { describe, expect, it } from 'vitest';
import { escapeHtml } from '../../src/encoding/html.js';
import { escapeMarkdown } from '../../src/encoding/markdown.js';
import type { Forecast } from '../../src/forecast/details.js';
import { makeCharts } from '../../src/report/charts/index.js';
import { bridgeTable } from '../../src/report/content/bridge.js';
import { figuresTable } from '../../src/report/content/figures.js';
import { planTable } from '../../src/report/content/plan.js';
import { reportContext } from '../../src/report/context.js';
import { reportPage } from '../../src/report/html/page.js';
import { html } from '../../src/report/html/template.js';
import { summaryMarkdown } from '../../src/report/markdown.js';
import { type SyntheticOptions, syntheticForecast } from './synthetic.js';
import { VARIANTS } from './variants.js';

const contextOf = (options: SyntheticOptions = {}) => reportContext(syntheticForecast({ draws: 128, ...options }));
const pageOf = (options: SyntheticOptions = {}) => {
  const context = contextOf(options);
  return reportPage(context, makeCharts(context), new Map());
};
const markdownOf = (options: SyntheticOptions = {}) => {
  const context = contextOf(options);
  return summaryMarkdown(context, makeCharts(context));
};

/** "−₼1,480.50" as the number of cents it prints. */
function cents(text: string): number {
  const plain = text.replace('−', '-').replace(/[^\d.-]/g, '');
  return Math.round(Number(plain) * 100);
}

describe.each(Object.entries(VARIANTS))('the page and the summary of %s', (_, options) => {
  it('say only what has a value', () => {
    for (const text of [pageOf(options), markdownOf(options)]) {
      expect(text).not.toMatch(/\bNaN\b|undefined(?! in)|Infinity|\[object|\bnull\b/);
    }
  });
});

describe('the page', () => {
  it('asks nothing of any other place', () => {
    const page = pageOf();
    expect(page).not.toMatch(/\ssrc=|<link|@import|url\((?!data:font\/woff2;base64,)/i);
    const addresses = [...page.matchAll(/(\w+)="(https?:[^"]+)"/g)].filter(
      (match) => match[2] !== 'http://www.w3.org/2000/svg',
    );
    expect(addresses.length).toBeGreaterThan(0);
    for (const [, attribute] of addresses) expect(attribute).toBe('href');
    expect(page).toContain("default-src 'none'");
  });

  it('prints the figures of the result', () => {
    const context = contextOf();
    // A word joiner keeps a minus with its currency.
    const page = pageOf().replaceAll('\u2060', '');
    const profit = context.plan.result.kpis.total.profit!;
    const scale = Math.max(Math.abs(profit.p10!), Math.abs(profit.p90!));
    for (const value of [profit.p10!, profit.p50!, profit.p90!])
      expect(page).toContain(context.formats.estimate(value, scale));
    expect(page).toContain(context.forecast.scenario.sha256);
    expect(page).toContain('₼7,600');
  });

  it('says that a loss is a loss', () => {
    expect(pageOf({ orders: 0.3 })).toContain('The optimised plan loses money: the middle outcome is −');
    expect(pageOf({ orders: 8 })).not.toContain('loses money:');
  });

  it('escapes everything a scenario can name', () => {
    const name = '<script>alert("x")</script> & \'co\'';
    const base = syntheticForecast({ draws: 20 });
    const evil: Forecast = {
      ...base,
      scenario: {
        ...base.scenario,
        name,
        warnings: [{ code: 'idle_rule', rule: name, of: { kind: 'platform', platform: name } }],
        lines: base.scenario.lines.map((line) => ({ ...line, segment: name })),
        economics: {
          ...base.scenario.economics,
          fixed_costs: base.scenario.economics.fixed_costs.map((cost) => ({ ...cost, name })),
        },
        targets: base.scenario.targets.map((target) => ({ ...target, text: name })),
      },
      result: {
        ...base.result,
        scenario: { ...base.result.scenario, name },
        engine: { ...base.result.engine, seed: name },
      },
    };
    const context = reportContext(evil);
    const page = reportPage(context, makeCharts(context), new Map());
    expect(page).not.toContain('<script>alert');
    expect(page.match(/<script>/g)?.length).toBe(1);
    expect(page).toContain(escapeHtml(name));
    const markdown = summaryMarkdown(context, makeCharts(context));
    expect(markdown).not.toMatch(/<script/);
  });

  it('links benchmarks to pages of the web only', () => {
    const base = syntheticForecast({ draws: 20 });
    const origin = { kind: 'benchmark', grounds: [], page: 'javascript:alert(1)' } as const;
    const { margin } = base.scenario.economics;
    const economics = { ...base.scenario.economics, margin: { ...margin, origin } };
    const context = reportContext({ ...base, scenario: { ...base.scenario, economics } });
    expect(reportPage(context, [], new Map())).not.toContain('javascript:');
  });

  it('has one heading of the first level, and ids that are unique', () => {
    const page = pageOf();
    expect(page.match(/<h1/g)?.length).toBe(1);
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('tables', () => {
  it('of the plan add up to their totals as printed, money and shares', () => {
    for (const options of [{}, { lines: 60 }, { optimize: false }, { scale: 0.777 }]) {
      const { rows, total } = planTable(contextOf(options));
      for (let column = 1; column < total!.length; column++) {
        const sum = rows.reduce((all, row) => all + cents(row[column]!), 0);
        expect(sum, `column ${column} of ${JSON.stringify(options)}`).toBe(cents(total![column]!));
      }
    }
  });

  it('of the bridge add up to the mean profit as printed', () => {
    const context = contextOf();
    const { rows, total } = bridgeTable(context);
    for (let column = 1; column < total!.length; column++) {
      expect(rows.reduce((all, row) => all + cents(row[column]!), 0)).toBe(cents(total![column]!));
    }
    expect(cents(total![2]!)).toBe(Math.round(100 * context.plan.result.kpis.total.profit!.mean!));
  });

  it('of figures have the quantiles in order', () => {
    const profit = figuresTable(contextOf()).rows.find((row) => row[0] === 'Profit')!;
    const [, , p10, p50, p90] = profit.map(cents);
    expect(p10).toBeLessThan(p50!);
    expect(p50).toBeLessThan(p90!);
  });
});

describe('markup', () => {
  it('is escaped unless it is markup already', () => {
    expect(html`<b>${'<i>'}</b>${html`<u>${1}</u>`}${[html`a`, '&']}${null}`.markup).toBe(
      '<b>&lt;i&gt;</b><u>1</u>a&amp;',
    );
  });

  it('of Markdown is taken for text', () => {
    expect(escapeMarkdown('a|b\n*c* [d](e) <f> & `g`')).toBe('a\\|b \\*c\\* \\[d\\](e) &lt;f&gt; &amp; \\`g\\`');
  });

  it('of Markdown tables has as many cells in every row', () => {
    for (const block of markdownOf().split('\n\n')) {
      const lines = block.split('\n').filter((line) => line.startsWith('|'));
      const cells = lines.map((line) => line.replaceAll('\\|', '').split('|').length);
      expect(new Set(cells).size).toBeLessThanOrEqual(1);
    }
  });
});
