import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runAdvised } from '../../src/advice/index.js';
import { openEngine } from '../../src/engine/open.js';
import type { Engine } from '../../src/engine/types.js';
import { VERDICT_KINDS, type VerdictKind } from '../../src/forecast/advice.js';
import type { Band } from '../../src/forecast/details.js';
import { makeCharts } from '../../src/report/charts/index.js';
import { type DrawnChart, isDrawn, PAGE } from '../../src/report/charts/types.js';
import { targetsTable } from '../../src/report/content/targets.js';
import { type ReportContext, reportContext } from '../../src/report/context.js';
import { figure } from '../../src/report/findings/plans.js';
import { renderWorkbook } from '../../src/report/workbook/index.js';
import { scenarioOf } from '../forecast/support.js';
import { SLOW } from '../slow.js';
import { advised } from './advised.js';

/** What a report draws, tabulates and lets be changed is of the plan that its verdict says to follow. */

const STANDS: readonly VerdictKind[] = ['keep', 'test', 'less'];

interface Marks {
  readonly mark?: { readonly type: string };
  readonly data?: { readonly values: readonly Record<string, unknown>[] };
  readonly [key: string]: unknown;
}

/** Every mark of a specification, in the order drawn. */
function marksOf(spec: unknown): readonly Marks[] {
  if (typeof spec !== 'object' || spec === null) return [];
  const own = 'mark' in spec ? [spec as Marks] : [];
  return [...own, ...Object.values(spec).flatMap(marksOf)];
}

function chartOf(context: ReportContext, name: string): DrawnChart {
  const chart = makeCharts(context).find((one) => one.name === name)!;
  if (!isDrawn(chart)) throw new Error(`${name} is not drawn: ${chart.omitted}`);
  return chart;
}

/** The middle of the course that a figure of it belongs to. */
const MIDDLE: Readonly<Record<string, string>> = {
  p10: 'p50',
  p50: 'p50',
  low: 'middle',
  middle: 'middle',
  high: 'middle',
};

/** Middles, in the last period, of the courses that a chart's marks of a type draw. */
function lastMiddles(chart: DrawnChart, type: string): unknown[] {
  const spec = chart.spec(PAGE) as Marks;
  return marksOf(spec).flatMap(({ mark, encoding }) => {
    const middle = MIDDLE[(encoding as { y?: { field?: string } } | undefined)?.y?.field ?? ''];
    return mark?.type === type && middle !== undefined ? [spec.data!.values.at(-1)![middle]] : [];
  });
}

const textsOf = (chart: DrawnChart): string =>
  marksOf(chart.spec(PAGE))
    .filter(({ mark }) => mark?.type === 'text')
    .flatMap(({ data }) => data?.values.map(({ label }) => label) ?? [])
    .join('\n');

const kpiOf = (bands: readonly Band[]): number => bands.at(-1)!.p50;

describe.each(VERDICT_KINDS)('a report with the verdict %s', (kind) => {
  const context = reportContext(advised('en', kind));
  const { plan, given, plans } = context;
  const stands = STANDS.includes(kind);

  it('follows one of the two plans, and shows the one given beside it where that is another', () => {
    expect(plans).toHaveLength(2);
    expect(plan === given).toBe(stands);
    expect(context.shown).toEqual(stands ? [given] : [given, plan]);
    expect(context.followedFirst[0]).toBe(plan);
    expect(new Set(context.followedFirst)).toEqual(new Set(plans));
  });

  it.each(['profit', 'orders'] as const)('draws the band of %s that its title tells', (name) => {
    const chart = chartOf(context, name);
    const bands = name === 'profit' ? plan.details.cumulativeProfit : plan.details.cumulativeOrders;
    const others = plans.filter((other) => other !== plan);
    expect(lastMiddles(chart, 'area')).toEqual([kpiOf(bands)]);
    const beside = stands ? [] : [given];
    const drawn = beside.map(({ details }) =>
      kpiOf(name === 'profit' ? details.cumulativeProfit : details.cumulativeOrders),
    );
    expect(new Set(lastMiddles(chart, 'line'))).toEqual(new Set([kpiOf(bands), ...drawn]));
    // The figure in the title stands at the band's edge; that of a plan that isn't followed does not, unless it is the plan given.
    const { text } = context;
    const label = textsOf(chart)
      .split('\n')
      .find((words) => words.startsWith(text.names.plans[plan.kind]))!;
    expect(chart.title).toContain(label.slice(text.names.plans[plan.kind].length + 1));
    for (const other of others) {
      expect(textsOf(chart).includes(text.names.plans[other.kind])).toBe(!stands);
    }
    const words = text.charts.fan;
    expect(chart.note.startsWith(stands ? words.note : words.noteBoth)).toBe(true);
    expect(chart.table.columns).toHaveLength(stands ? 4 : 7);
  });

  it('says of each target what the plans drawn come to, and of no other', () => {
    const chart = chartOf(context, 'targets');
    const table = targetsTable(context)!;
    const says = marksOf(chart.spec(PAGE)).flatMap(({ data }) =>
      (data?.values ?? []).flatMap((value) => (typeof value.says === 'string' ? [value.says] : [])),
    );
    const drawn = stands ? ['given'] : ['given', 'optimized'];
    const told = plan.result.targets.flatMap(({ probability }, k) => (probability === null ? [] : [k]));
    expect(told.length).toBeGreaterThan(1);
    expect(says).toHaveLength(told.length);
    told.forEach((k, at) => {
      const rows = table.rows.slice(plans.length * k, plans.length * (k + 1));
      const lines = says[at]!.split('\n');
      expect(lines).toHaveLength(drawn.length);
      drawn.forEach((one, line) => {
        const row = rows[plans.findIndex((view) => view.kind === one)]!;
        for (const cell of row) expect(lines[line]).toContain(cell);
      });
    });
  });

  it('has that plan first in every sheet of the workbook, where a person changes budgets and huni reads them back', async () => {
    const { sheets } = await readXlsx(await renderWorkbook(context));
    const rowsOf = (name: string) => sheets.find((sheet) => sheet.name === name)!.rows;
    const { names } = context.text;
    const [first, second] = context.followedFirst.map((view) => names.plans[view.kind]) as [string, string];
    expect(rowsOf('Plan')[0]![0]).toContain(first);
    expect(rowsOf('Cash flow')[0]![0]).toContain(first);
    expect(rowsOf('Risks')[1]!.slice(1, 3)).toEqual([first, second]);
    expect(rowsOf('Forecast')[2]![0]).toBe(first);
    expect(
      rowsOf('Checks')
        .map((row) => String(row[0]))
        .findIndex((name) => name.includes(first)),
    ).toBeLessThan(
      rowsOf('Checks')
        .map((row) => String(row[0]))
        .findIndex((name) => name.includes(second)),
    );
    expect(
      rowsOf('Summary')
        .find((row) => row[1] === first || row[1] === second)!
        .slice(1, 3),
    ).toEqual([first, second]);
  });
});

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine(2);
});
afterAll(() => engine.close());

const STALL = `
draws: 1024
currency: AZN
horizon: 10 weeks
budget: 18000
economics: { order_value: 14 to 24, margin: 55% to 65%, repeat_rate: 10% to 25% }
lines:
  - { platform: instagram, stage: awareness, budget: 9000, audience: 300k to 600k }
  - { platform: tiktok, stage: awareness, budget: 4500, audience: 300k to 600k }
  - { platform: instagram, stage: conversion, budget: 4500, cvr: 2% to 5% }
`;
const SHOP = STALL.replace('14 to 24', '140 to 240');
const APP = `
draws: 1024
currency: USD
horizon: 6 weeks
budget: 45000
economics: { outcome: installs, order_value: 1 to 3, margin: 85% }
lines:
  - { platform: tiktok, stage: awareness, budget: 20000, audience: 3m to 5m, cpm: 4 to 9, ctr: 0.8% to 1.6%, cvr: 8% to 18%, view_rate: 25% }
  - { platform: instagram, stage: awareness, budget: 25000, audience: 2m to 4m, cpm: 9 to 16, ctr: 0.7% to 1.4%, cvr: 4% to 9%, view_rate: 25% }
goal: { maximize: installs }
`;

describe.each([
  ['loses', STALL, 'less', 'given'],
  ['is to be tested on', SHOP, 'test', 'given'],
  ['is to be changed', APP, 'move', 'optimized'],
] as const)('what budgets changed by hand would bring, of a plan that %s', (_, text, kind, followed) => {
  it('starts from the plan that is followed', SLOW, async () => {
    const forecast = await runAdvised(await scenarioOf(text), { engine, prices: false });
    expect(forecast.result.verdict!.kind).toBe(kind);
    const context = reportContext(forecast);
    expect(context.plan.kind).toBe(followed);
    const { whatIf } = forecast.details;
    const budgets = context.plan.result.lines.map(({ budget }) => budget);
    whatIf!.lines.forEach(({ budget }, k) => {
      expect(budget).toBeCloseTo(budgets[k]!, 1);
    });
    const { mean, p10, p90 } = figure(context.plan.result.kpis.total, 'profit')!;
    // On a twentieth of the spread: the tables are of other draws.
    expect(Math.abs(whatIf!.plan.profit - mean)).toBeLessThan(0.05 * (p90 - p10));
  });
});
