import { describe, expect, it } from 'vitest';
import { allocationGeometry, allocationRows } from '../../src/report/charts/allocation-layout.js';
import { COLORS, LABEL_SIZE } from '../../src/report/charts/colors.js';
import { makeCharts } from '../../src/report/charts/index.js';
import { FILE, isDrawn, PAGE, PHONE } from '../../src/report/charts/types.js';
import { reportContext } from '../../src/report/context.js';
import { renderBoth, renderSvg } from '../../src/report/render.js';
import { textWidth } from '../../src/report/text-width.js';
import { LANGUAGES } from '../../src/units/locale.js';
import { sampled } from '../sample.js';
import { SLOW, slowUnless } from '../slow.js';
import { type SyntheticOptions, syntheticForecast } from './synthetic.js';
import { VARIANTS } from './variants.js';

const DRAWS = 128;
const chartsOf = (options: SyntheticOptions = {}) =>
  makeCharts(reportContext(syntheticForecast({ draws: DRAWS, ...options })));
const titleOf = (name: string, options: SyntheticOptions = {}) => {
  const chart = chartsOf(options).find((c) => c.name === name);
  // Amounts hold their currency by a space that doesn't break.
  return (chart === undefined ? '' : isDrawn(chart) ? chart.title : chart.omitted).replaceAll('\u00a0', ' ');
};

const DRAWN = new Set(sampled(Object.keys(VARIANTS), 6));

describe.each(Object.entries(VARIANTS))('charts of %s', (variant, options) => {
  const charts = chartsOf(options);

  it('are the eight of a report, each once, drawn or left out with a sentence', () => {
    expect(charts.map((chart) => chart.name)).toEqual([
      'allocation',
      'profit',
      'bridge',
      'profit-distribution',
      'orders',
      'funnel',
      'response',
      'targets',
    ]);
    for (const chart of charts) if (!isDrawn(chart)) expect(chart.omitted).toMatch(/^[A-Z].*\.$/);
  });

  // The page's layout is the file's without its title. Specs of all are tried by the schema in specs.test.ts.
  it.runIf(DRAWN.has(variant)).each([
    ['file', FILE],
    ['phone', PHONE],
  ])(
    'compile without a warning and draw real numbers for a %s',
    slowUnless(variant === 'two plans'),
    async (_layout, layout) => {
      for (const chart of charts.filter(isDrawn)) {
        // renderSvg throws on any warning of Vega-Lite or Vega.
        const svg = await renderSvg(chart.spec(layout));
        expect(svg, chart.name).not.toMatch(/NaN|undefined|Infinity|null/);
      }
    },
  );

  it('have a title, a note and a full table behind them', () => {
    for (const chart of charts.filter(isDrawn)) {
      for (const words of [chart.title, chart.note, ...chart.table.columns, ...chart.table.rows.flat()]) {
        expect(words, chart.name).not.toMatch(/NaN|undefined|Infinity|null/);
      }
      expect(chart.title.length).toBeGreaterThan(10);
      expect(chart.table.rows.length, chart.name).toBeGreaterThan(0);
      for (const row of chart.table.rows) expect(row.length).toBe(chart.table.columns.length);
    }
  });
});

describe('a chart with its title and without', () => {
  it.each(['en', 'ar'] as const)('is what each spec by itself comes to: %s', SLOW, async (language) => {
    const forecast = syntheticForecast({ draws: DRAWS });
    const charts = makeCharts(reportContext({ ...forecast, scenario: { ...forecast.scenario, language } }));
    for (const chart of charts.filter(isDrawn)) {
      const [file, page] = [chart.spec(FILE), chart.spec(PAGE)];
      const both = await renderBoth(file, page);
      expect(both.titled, chart.name).toBe(await renderSvg(file));
      expect(both.bare, chart.name).toBe(await renderSvg(page));
      expect(both.bare, chart.name).not.toBe(both.titled);
    }
  });

  it('is drawn twice where more of it differs', async () => {
    const [chart, other] = chartsOf().filter(isDrawn);
    const [file, page] = [chart!.spec(FILE), other!.spec(PAGE)];
    expect(await renderBoth(file, page)).toEqual({ titled: await renderSvg(file), bare: await renderSvg(page) });
  });
});

describe('stages of a plan on a phone', () => {
  it.each(LANGUAGES)('are named whole, with their share, in %s', (language) => {
    const forecast = syntheticForecast({ draws: DRAWS });
    const context = reportContext({ ...forecast, scenario: { ...forecast.scenario, language } });
    const [allocation] = makeCharts(context).filter(isDrawn);
    // Texts that are written from the right are held together by marks that nobody sees.
    const drawn = JSON.stringify(allocation!.spec(PHONE)).replace(/[\u202b\u202c]/g, '');
    const headings = allocationRows(context).filter(({ stage }) => stage);
    expect(headings.length).toBeGreaterThan(1);
    for (const { label } of headings) expect(drawn).toContain(`"label":${JSON.stringify(label)}`);
  });
});

describe('marks of budgets on a phone', () => {
  it.each(LANGUAGES)('end before the figures begin, however long amounts are, in %s', (language) => {
    const { scenario, ...forecast } = syntheticForecast({ draws: DRAWS });
    for (const [currency, times] of [
      ['USD', 1],
      ['TRY', 1234.567],
    ] as const) {
      const context = reportContext({ ...forecast, scenario: { ...scenario, language, currency } });
      const rows = allocationRows(context).map((row) => ({
        ...row,
        given: row.given * times,
        planned: row.planned * times,
        change: row.change * times,
      }));
      const { left, right, columns } = allocationGeometry(context, rows, PHONE);
      const [{ edge, texts }] = columns as [(typeof columns)[number]];
      const begin = edge - Math.max(...texts.map((text) => textWidth(text, LABEL_SIZE, 'semibold')));
      expect(right - left).toBeGreaterThanOrEqual(40);
      expect(right).toBeLessThan(begin);
    }
  });
});

describe('specs', () => {
  it('are plain data that opens anywhere: schema named, values inlined, nothing fetched', () => {
    for (const chart of chartsOf().filter(isDrawn)) {
      const text = JSON.stringify(chart.spec(FILE));
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(chart.spec(FILE))));
      expect(text).toContain('"$schema":"https://vega.github.io/schema/vega-lite/v6.json"');
      expect(text).not.toContain('"url"');
    }
  });

  it('use only colours that the page knows a dark one for', async () => {
    const known = new Set<string>(Object.values(COLORS).map(({ light }) => light));
    for (const chart of chartsOf().filter(isDrawn)) {
      const svg = await renderSvg(chart.spec(PAGE));
      const used = [...svg.matchAll(/(?:fill|stroke)="(#[^"]+|[a-z]+)"/g)].map((match) => match[1]!);
      const foreign = used.filter((paint) => !known.has(paint) && paint !== 'none' && paint !== 'transparent');
      expect([...new Set(foreign)], chart.name).toEqual([]);
    }
  });

  it('keep every label inside the picture', SLOW, async () => {
    for (const chart of chartsOf({ lines: 60 }).filter(isDrawn)) {
      for (const layout of [FILE, PHONE]) {
        const svg = await renderSvg(chart.spec(layout));
        const width = Number(/viewBox="0 0 ([\d.]+)/.exec(svg)?.[1]);
        expect(width, chart.name).toBeLessThan(layout.width + 2 * (layout.titled ? 24 : 2) + 24);
      }
    }
  });
});

describe('titles', () => {
  it('say what moves, from where to where, what it gains and how sure that is', () => {
    const forecast = syntheticForecast({ draws: DRAWS });
    const { profit } = forecast.result.difference!;
    // The coffee chain's plan: 2,100 of the 2,300 moved goes from TikTok awareness to Instagram awareness.
    const title = titleOf('allocation');
    expect(title).toMatch(/^Move ₼2,300, most of it \(₼2,100\) from TikTok awareness to Instagram awareness: \+/);
    const sure = Number(/better in >?([\d.]+)% of futures$/.exec(title)?.[1]?.replace(',', '.'));
    expect(Math.abs(sure - 100 * profit!.probability_better)).toBeLessThan(0.5);
  });

  it('do not call a small part most of it', () => {
    expect(titleOf('allocation', { lines: 60 })).toMatch(/between lines, the largest part \(₼185\) from/);
  });

  it('follow the data: another plan, another title', () => {
    for (const name of ['profit', 'orders', 'response', 'targets', 'profit-distribution']) {
      expect(titleOf(name, { orders: 1.5 }), name).not.toBe(titleOf(name));
    }
  });

  it('count the losing draws', () => {
    const forecast = syntheticForecast({ draws: 100, optimize: false });
    const losing = forecast.details.given.profit.filter((profit) => profit < 0).length;
    expect(titleOf('profit-distribution', { draws: 100, optimize: false })).toMatch(
      new RegExp(`^${losing}% chance of a loss`),
    );
  });

  it('say none or every one where all draws agree, and that a loss is a loss', () => {
    expect(titleOf('profit-distribution', { orders: 8 })).toMatch(/^None of 128 simulated futures loses money/);
    expect(titleOf('profit-distribution', { orders: 0.3 })).toMatch(/^Every one of 128 simulated futures loses money/);
    expect(titleOf('profit', { orders: 0.3 })).toMatch(/^The middle outcome doesn't break even: −/);
  });

  it('name the period where the median turns positive for good', () => {
    const forecast = syntheticForecast({ draws: DRAWS, orders: 1.5 });
    const medians = forecast.details.optimized!.cumulativeProfit.map((band) => band.p50);
    const week = medians.findLastIndex((median) => median <= 0) + 2;
    expect(titleOf('profit', { orders: 1.5 })).toContain(`breaks even in week ${week} `);
  });

  it('add the orders recorded after the horizon, where there are any', () => {
    const delayed = { unit: 'month', periods: 6, delayed: true } as const;
    expect(titleOf('profit', delayed)).toMatch(/; with orders recorded later, /);
    expect(titleOf('profit')).not.toContain('recorded later');
  });

  it('count failed targets and name the first', () => {
    const { targets } = syntheticForecast({ draws: DRAWS }).result.plans.optimized!;
    const failed = targets.filter((target) => !target.holds).length;
    expect(titleOf('targets')).toMatch(new RegExp(`^${failed} of 4 targets`));
  });

  it('say why a chart is left out', () => {
    expect(titleOf('targets', { targets: false })).toBe(
      'The scenario sets no targets, so there are no chances to show.',
    );
    expect(titleOf('orders', { orders: 0 })).toMatch(/^No orders are expected/);
    expect(titleOf('profit-distribution', { orders: 0 })).toMatch(/ends with the same profit, −₼21,800/);
  });
});

describe('what a chart says to whoever points at it', () => {
  it('is a title of each row, with its figures, in the picture for a desk and in that for a phone', async () => {
    const context = reportContext(syntheticForecast({}));
    const titles = (svg: string) => [...svg.matchAll(/<title>([^<]*)<\/title>/g)].map(([, text]) => text!);
    for (const chart of makeCharts(context).filter(isDrawn)) {
      const [desk, phone] = [titles(await renderSvg(chart.spec(PAGE))), titles(await renderSvg(chart.spec(PHONE)))];
      // A phone's picture has no room for every column, but for every row.
      expect(phone, chart.name).toHaveLength(desk.length);
      expect(desk.length, chart.name).toBeGreaterThan(1);
      for (const title of desk) expect(title, chart.name).toMatch(/\p{L}.*\d|\d.*\p{L}/su);
    }
    const profit = makeCharts(context)
      .filter(isDrawn)
      .find(({ name }) => name === 'profit')!;
    const said = titles(await renderSvg(profit.spec(PAGE)));
    expect(said).toHaveLength(profit.table.rows.length);
    for (const cell of profit.table.rows.at(-1)!) expect(said.at(-1)).toContain(cell);
  });
});
