import { beforeAll, describe, expect, it } from 'vitest';
import type { Forecast } from '../../src/forecast/details.js';
import { runForecast } from '../../src/forecast/run.js';
import { allocationRows } from '../../src/report/charts/allocation-layout.js';
import { planTable } from '../../src/report/content/plan.js';
import { unspentSentence } from '../../src/report/content/warnings.js';
import { reportContext } from '../../src/report/context.js';
import { planSheet } from '../../src/report/workbook/sheets/plan.js';
import { scenarioOf } from '../forecast/support.js';

/** Posts of a fixed number at a stage without a line, posts to be chosen beside a line, and ones paid by a share of sales, which takes nothing out of the budget. */
const plan = (from: 'budget' | 'outside') => `
currency: USD
horizon: 4 weeks
budget: ${from === 'budget' ? 4000 : 3460}
draws: 64
economics: { order_value: 30, margin: 60% }
creators_from: ${from}
creators:
  - { name: Lena, platform: instagram, stage: advocacy, followers: 20k, reach_rate: 30%, engagement: 4, fee: 180, posts: 3 }
  - { name: Omar, platform: tiktok, followers: 15k, reach_rate: 30%, engagement: 4, fee: 100, posts: { max: 4 } }
  - { name: Gift, platform: instagram, followers: 5k, reach_rate: 30%, engagement: 4, fee: 0, revenue_share: 10%, posts: 2 }
lines:
  - { platform: instagram, stage: awareness, budget: 2000, audience: 200k, cpm: 5 to 8, ctr: 1%, cvr: 3%, view_rate: 20% }
  - { platform: facebook, stage: conversion, budget: 1460, audience: 60k, cpm: 6 to 9, ctr: 1%, cvr: 4% }
`;
const contextOf = async (from: 'budget' | 'outside') => {
  const forecast: Forecast = await runForecast(await scenarioOf(plan(from)), {
    optimize: false,
    workers: 0,
    prices: false,
  });
  return reportContext(forecast);
};

describe('what creators are paid out of the budget', () => {
  let context: Awaited<ReturnType<typeof contextOf>>;
  beforeAll(async () => {
    context = await contextOf('budget');
  });

  it('stands in the table of budgets, which adds up to the whole of it', () => {
    const { rows, total } = planTable(context);
    expect(rows.map(([name, budget]) => [name, budget])).toEqual([
      ['Instagram awareness', '$2,000'],
      ['Facebook conversion', '$1,460'],
      ['Lena · 3 posts', '$540'],
      ['Omar · 0 posts', '$0'],
    ]);
    expect(total?.slice(0, 2)).toEqual(['Total', '$4,000']);
  });

  it('is spent, where a budget that is a ceiling leaves some of it', async () => {
    const text = (most: number) => plan('budget').replace('budget: 4000', `budget: { max: ${most} }`);
    const said = async (most: number) => {
      const forecast = await runForecast(await scenarioOf(text(most)), { optimize: false, workers: 0, prices: false });
      return unspentSentence(reportContext(forecast));
    };
    expect(await said(4000)).toBeNull();
    expect(await said(4300)).toContain('$300 of the $4,300');
  });

  it('stands in the chart of budgets at its stage, and stages have all of it', () => {
    const rows = allocationRows(context);
    expect(rows.map(({ label }) => label)).toEqual([
      'Awareness · 50.0%',
      'Instagram',
      'Omar · 0 posts',
      'Conversion · 36.5%',
      'Facebook',
      'Advocacy · 13.5%',
      'Lena · 3 posts',
    ]);
    expect(rows.filter(({ stage }) => stage).reduce((sum, { planned }) => sum + planned, 0)).toBe(4000);
  });

  it("stands below the lines' total in the workbook, with the whole budget as a formula over both", () => {
    const { sheet, totals } = planSheet(context);
    const plan = sheet.rows.map((row) => row.map((cell) => cell?.formula ?? cell?.value ?? null));
    const sums = plan.findIndex(([name]) => name === 'Total');
    expect(plan.slice(sums + 1, sums + 4).map((row) => [row[0], row.at(-1)])).toEqual([
      ['Posts: Lena', 540],
      ['Posts: Omar', 0],
      ['Total with posts', 'SUM(F5:F7)'],
    ]);
    expect(sheet.rows[sums + 3]?.at(-1)?.value).toBe(4000);
    // What else counts on the lines' budgets goes on without the posts.
    expect(totals.get('given')?.budget.value).toBe(3460);
  });

  it('is nothing where it is paid outside of it', async () => {
    const outside = await contextOf('outside');
    expect(
      planSheet(outside)
        .sheet.rows.flat()
        .map((cell) => cell?.value),
    ).not.toContain('Total with posts');
    expect(planTable(outside).rows).toHaveLength(2);
    expect(allocationRows(outside).filter(({ stage }) => stage)).toHaveLength(2);
  });
});
