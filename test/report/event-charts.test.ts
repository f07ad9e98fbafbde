import { beforeAll, expect, test } from 'vitest';
import type { Forecast } from '../../src/forecast/details.js';
import { runForecast } from '../../src/forecast/run.js';
import { makeCharts } from '../../src/report/charts/index.js';
import { type DrawnChart, FILE, isDrawn, PAGE, PHONE } from '../../src/report/charts/types.js';
import { reportContext } from '../../src/report/context.js';
import { renderBoth, renderSvg } from '../../src/report/render.js';
import { terminalSummary } from '../../src/report/terminal.js';
import { scenarioOf } from '../forecast/support.js';

const PLAN = `
name: Everything at once
currency: EUR
horizon: 6 weeks
budget: 6000
draws: 512
market: { population: 1.1m }
economics: { order_value: 24 to 46, margin: 52% }
creators:
  - { name: Aysel, platform: instagram, followers: 24k, reach_rate: 30%, engagement: 4, fee: 60, posts: { max: 4 } }
  - { name: Rufat, platform: tiktok, followers: 3k, reach_rate: 10%, fee: 300, posts: { max: 1 } }
lines:
  - { platform: instagram, stage: awareness, budget: 3600 }
  - { platform: tiktok, stage: awareness, budget: 2400 }
shocks:
  - { name: Algorithm change, probability: 25%, platforms: [instagram], ctr: -60%, view_rate: -30% }
phases:
  - { name: Test, periods: 2, budget: 20%, gate: clicks >= 1, if_failed: stop }
  - { name: Scale, periods: 4, budget: 80% }
attribution: { view_through: { instagram: 10%, tiktok: 5% } }
`;

let forecast: Forecast;
beforeAll(async () => {
  forecast = await runForecast(await scenarioOf(PLAN), { workers: 0, prices: false, robust: true });
});

const drawn = (): Map<string, DrawnChart> =>
  new Map(
    makeCharts(reportContext(forecast))
      .filter(isDrawn)
      .map((chart) => [chart.name, chart]),
  );

test('creators: cost and outcome of a post, and the number chosen', () => {
  const [aysel, rufat] = forecast.details.creators;
  // A post of Aysel is paid 60, whatever the future.
  expect(aysel!.cost).toBeCloseTo(60, 9);
  expect(aysel!.posts).toBe(forecast.result.plans.optimized!.sources![0]!.chosen);
  expect(rufat!.posts).toBe(0);
  expect(rufat!.next!).toBeCloseTo(rufat!.margin - 300, 6);
  const chart = drawn().get('creators')!;
  expect(chart.title).toContain('Aysel');
  expect(chart.table.rows.map((row) => row.at(-1))).toContain('0 of up to 1 post');
});

test('shocks: the loss of the plan given against that of the robust one', () => {
  const { robust } = forecast.result;
  const { given, robust: least } = robust!.worst;
  expect(least!).toBeLessThanOrEqual(given);
  const chart = drawn().get('shocks')!;
  expect(chart.table.columns).toEqual(['Shock', 'Comes in', 'Loss as given', 'Loss optimised', 'Loss robust']);
  expect(terminalSummary(forecast, { width: 100, color: false })).toMatch(/Robust +loses/);
});

test('gates and claims have their charts, and every one of the four is drawn for a file and for a phone', async () => {
  const charts = drawn();
  expect(charts.get('gates')!.table.rows).toHaveLength(1);
  expect(charts.get('claims')!.table.rows.map(([platform]) => platform)).toEqual(['Instagram', 'TikTok']);
  for (const name of ['creators', 'shocks', 'gates', 'claims']) {
    const { spec } = charts.get(name)!;
    expect(await renderSvg(spec(PHONE))).toContain('<svg');
    const both = await renderBoth(spec(FILE), spec(PAGE));
    expect(both).toEqual({ titled: await renderSvg(spec(FILE)), bare: await renderSvg(spec(PAGE)) });
  }
});

test('a plan without creators, shocks, gates and claims has no word about them', async () => {
  const plain = PLAN.replace(/creators:[\s\S]*?lines:/, 'lines:').replace(/shocks:[\s\S]*$/, '');
  const other = await runForecast(await scenarioOf(plain), { workers: 0, optimize: false });
  const names = makeCharts(reportContext(other)).map(({ name }) => name);
  for (const name of ['creators', 'shocks', 'gates', 'claims']) expect(names).not.toContain(name);
});
