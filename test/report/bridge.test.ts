import { describe, expect, it } from 'vitest';
import type { PlanResult } from '../../src/forecast/result.js';
import { bridgeChart } from '../../src/report/charts/bridge.js';
import { isDrawn } from '../../src/report/charts/types.js';
import { bridgeTable } from '../../src/report/content/bridge.js';
import { reportContext } from '../../src/report/context.js';
import { bridgeSteps, moneyOnGrid } from '../../src/report/findings/bridge.js';
import { printedBridge } from '../../src/report/findings/printed-bridge.js';
import { toMinorUnits } from '../../src/units/money.js';
import { type SyntheticOptions, syntheticForecast } from './synthetic.js';
import { VARIANTS } from './variants.js';

const SHAPES: Readonly<Record<string, SyntheticOptions>> = {
  ...VARIANTS,
  'orders after the horizon': { future: 0.4 },
  'a baseline': { baseline: 3 },
  'everything at once': { delayed: true, future: 0.4, baseline: 0.7 },
  'everything at once, in yen': { delayed: true, future: 0.4, baseline: 0.7, currency: 'JPY', digits: 0, scale: 150 },
};

describe.each(Object.entries(SHAPES))('the bridge of %s', (_, options) => {
  const forecast = syntheticForecast({ draws: 128, ...options });
  const { currency } = forecast.scenario;
  const units = (amount: number) => toMinorUnits(amount, currency);
  const { given, optimized } = forecast.result.plans;

  it.each([
    ['given', given],
    ...(optimized === undefined ? [] : [['optimized', optimized] as const]),
  ] as const)('adds up to the smallest unit, for the plan %s', (_kind, plan) => {
    const steps = bridgeSteps(plan, currency);
    let running = 0;
    for (const step of steps) {
      if (step.kind !== 'sum') running += units(step.amount);
      expect(units(step.running), step.part).toBe(running);
      if (step.kind === 'sum') expect(units(step.amount), step.part).toBe(running);
    }
    // Its sums are the result's own figures.
    const total = (kpi: string) => units(plan.kpis.total[kpi]!.mean!);
    expect(units(steps.find(({ part }) => part === 'profit')!.amount)).toBe(total('profit'));
    const costs = steps.filter(({ kind }) => kind === 'out').reduce((sum, { amount }) => sum - units(amount), 0);
    expect(costs).toBe(total('cost'));
    // Each part is its own mean within the units that rounding moves: half a unit itself, and what two sums moved before it.
    const money = moneyOnGrid(plan, currency);
    const { bridge } = plan;
    for (const [found, exact] of [
      [money.recorded, bridge.recorded.gross_margin],
      [money.tail, bridge.tail.gross_margin],
      [money.media, bridge.media],
      [money.fees, bridge.fees],
      [money.fixed_costs, bridge.fixed_costs],
    ] as const) {
      expect(Math.abs(found - units(exact))).toBeLessThanOrEqual(2);
    }
  });

  it('is drawn with a table of the same steps behind it', () => {
    const chart = bridgeChart(reportContext(forecast));
    if (!isDrawn(chart)) throw new Error('expected a chart');
    const steps = bridgeSteps(optimized ?? given, currency);
    expect(chart.table.rows).toHaveLength(steps.length);
    const values = [...JSON.stringify(chart.spec({ width: 800, titled: true })).matchAll(/"part":"([a-z_]+)"/g)];
    expect(new Set(values.map(([, part]) => part))).toEqual(new Set(steps.map(({ part }) => part)));
  });
});

describe('the bridge', () => {
  const shown = (options: SyntheticOptions) =>
    bridgeSteps(syntheticForecast({ draws: 64, ...options }).result.plans.given, 'AZN').map(({ part }) => part);

  it('leaves out what is nothing', () => {
    expect(shown({})).toEqual(['margin', 'media', 'fees', 'fixed_costs', 'profit']);
  });

  it('shows value recorded late, value of later orders and the baseline each with its sum', () => {
    expect(shown({ delayed: true, future: 0.4, baseline: 0.7 })).toEqual([
      'recorded',
      'media',
      'fees',
      'fixed_costs',
      'profit_recorded',
      'tail',
      'profit',
      'future',
      'profit_future',
      'baseline',
      'everything',
    ]);
  });

  it('tells what is left, or lost, in amounts that add up as printed', () => {
    const title = (options: SyntheticOptions) =>
      (bridgeChart(reportContext(syntheticForecast({ draws: 512, ...options }))) as { readonly title: string }).title;
    const amounts = (words: string) =>
      [...words.matchAll(/₼(\d{1,3}(?:,\d{3})*)/g)].map(([, digits]) => Number(digits!.replaceAll(',', '')));
    const [margin, media, other, left] = amounts(title({ optimize: false, orders: 8 })) as [
      number,
      number,
      number,
      number,
    ];
    expect(margin - media - other).toBe(left);
    expect(title({ optimize: false, orders: 8 })).toContain('leaves');
    const loss = title({ optimize: false, orders: 0.3 });
    const [less, spent, costs, lost] = amounts(loss) as [number, number, number, number];
    expect(spent + costs - less).toBe(lost);
    expect(loss).toContain('is lost on average');
    expect(title({ future: 0.4 })).toMatch(/customers won bring .* more later/);
  });

  it.each([
    { future: 0.4 },
    { delayed: true, future: 0.4, baseline: 0.7 },
    { scale: 150, future: 0.3 },
  ])('has labels at its bars that add up as printed: %o', (options) => {
    for (const orders of [0.7, 3, 11, 37]) {
      const context = reportContext(syntheticForecast({ draws: 64, optimize: false, orders, ...options }));
      const chart = bridgeChart(context);
      if (!isDrawn(chart)) throw new Error('expected a chart');
      const written = [
        ...JSON.stringify(chart.spec({ width: 800, titled: true })).matchAll(
          /"part":"([a-z_]+)","kind":"([a-z]+)","name":"[^"]*","label":"([^"]*)"/g,
        ),
      ];
      const labels = new Map(written.map(([, part, , label]) => [part, label!]));
      let running = 0;
      for (const { part, kind } of bridgeSteps(context.plan.result, context.forecast.scenario.currency)) {
        const label = labels.get(part)!;
        const amount = (/[−-]/.test(label) ? -1 : 1) * Number(label.replaceAll(/[^\d.]/g, ''));
        if (kind === 'sum') expect(amount, label).toBeCloseTo(running, 6);
        else running += amount;
      }
    }
  });

  it('says in its title the costs that its bars are labelled with', () => {
    const context = reportContext(syntheticForecast({ draws: 64, optimize: false, orders: 400 }));
    const chart = bridgeChart(context) as { readonly title: string };
    expect(chart.title).toContain(context.formats.estimate(context.plan.result.bridge.media));
  });

  it('rounds costs to what they are, and leaves it to the margin that the amounts add up', () => {
    for (let orders = 2; orders < 40; orders *= 1.13) {
      const context = reportContext(syntheticForecast({ draws: 256, optimize: false, orders }));
      const { margin, media, other, left } = printedBridge(context);
      const { bridge, kpis } = context.plan.result;
      const half = (share: number) => 0.005 * Math.abs(share) + 0.02;
      expect(Math.abs(media / bridge.media - 1)).toBeLessThanOrEqual(0.005);
      expect(Math.abs(other / (bridge.fees + bridge.fixed_costs) - 1)).toBeLessThanOrEqual(0.005);
      expect(Math.abs(left - kpis.total!.profit!.mean!)).toBeLessThanOrEqual(half(left));
      expect(margin - media - other).toBeCloseTo(left, 9);
      expect(Math.abs(margin - kpis.total!.gross_margin!.mean!)).toBeLessThanOrEqual(
        half(left) + half(media) + half(other),
      );
    }
  });

  it('is the same in every language, in its words', () => {
    for (const language of ['en', 'az', 'tr', 'ar'] as const) {
      const forecast = syntheticForecast({ draws: 64, delayed: true, future: 0.4, baseline: 0.7 });
      const context = reportContext({ ...forecast, scenario: { ...forecast.scenario, language } });
      const { rows, total } = bridgeTable(context);
      const names = [...rows.map(([name]) => name), total![0]];
      expect(new Set(names).size, language).toBe(names.length);
      for (const name of Object.values(context.text.charts.bridge.parts)) expect(name).not.toBe('');
    }
  });

  it('keeps a unit that rounding moved among what is recorded where nothing is recorded late', () => {
    // 10.006 and 3.336 are both rounded up; the margin that joins them is 13.35, a cent over its own 13.34.
    const nothing = { orders: 0, revenue: 0, gross_margin: 0 };
    const plan = {
      kpis: { total: { profit: { mean: 10.006 }, cost: { mean: 3.336 } } },
      bridge: {
        recorded: { orders: 1, revenue: 20, gross_margin: 13.342 },
        tail: nothing,
        media: 3.336,
        fees: 0,
        tax: 0,
        fixed_costs: 0,
        future: nothing,
        baseline: nothing,
      },
    } as unknown as PlanResult;
    expect(moneyOnGrid(plan, 'AZN')).toMatchObject({ recorded: 1335, tail: 0, media: 334, profit: 1001 });
  });
});
