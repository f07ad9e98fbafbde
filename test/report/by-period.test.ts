import { expect, it } from 'vitest';
import { reportContext } from '../../src/report/context.js';
import { budgetsByPeriod } from '../../src/report/findings/by-period.js';
import { planSheet } from '../../src/report/workbook/sheets/plan.js';
import { syntheticForecast } from './synthetic.js';

const cents = (amounts: readonly number[]): number =>
  amounts.reduce((sum, amount) => sum + Math.round(100 * amount), 0);

it('budgets by period make the even pace of the plan in each period, to the cent, and free ones stay as they are', () => {
  const flighting = Array.from({ length: 6 }, () => 1 / 6);
  const free = [5, 0, 10, 0, 0, 0.5];
  const planned = [
    { id: 'a', budget: 218_000, share: 0.7, daily: 0 },
    { id: 'b', budget: 74_000, share: 0.2, daily: 0 },
    { id: 'c', budget: 8_000, share: 0.1, daily: 0 },
    { id: 'd', budget: 15.5, share: 0, daily: 0, periods: free },
  ];
  const found = budgetsByPeriod(
    planned.map(() => ({ flighting })),
    planned,
    'USD',
  );
  expect(found.map(cents)).toEqual(planned.map(({ budget }) => 100 * budget));
  expect(found[3]).toEqual(free);
  expect(flighting.map((_, t) => cents(found.slice(0, 3).map((line) => line[t]!)))).toEqual(
    flighting.map(() => 5_000_000),
  );
});

it('the workbook’s plan spends as much in each period as its cash flow says, where lines run evenly', () => {
  const forecast = syntheticForecast({ draws: 64 });
  const { periods } = forecast.scenario.horizon;
  const even = Array.from({ length: periods }, () => 1 / periods);
  const lines = forecast.scenario.lines.map((line) => ({ ...line, flighting: even }));
  const { sheet } = planSheet(reportContext({ ...forecast, scenario: { ...forecast.scenario, lines } }));
  const total = sheet.rows.find((row) => row[0]?.role === 'total')!;
  const values = total.slice(1, 1 + periods).map((cell) => Number(cell!.value));
  const spent = cents(forecast.result.plans.optimized!.lines.map(({ budget }) => budget)) / periods;
  for (const value of values) expect(Math.abs(Math.round(100 * value) - spent)).toBeLessThan(1);
});
