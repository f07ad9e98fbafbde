// @module-tag slow
import { readXlsx, type Sheet, type WriteOptions, writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import type { Forecast } from '../../../../src/forecast/details.js';
import type { PlanResult } from '../../../../src/forecast/result.js';
import { runForecast } from '../../../../src/forecast/run.js';
import { reportContext } from '../../../../src/report/context.js';
import { renderWorkbook, workbookOf } from '../../../../src/report/workbook/index.js';
import { parseScenario } from '../../../../src/scenario/index.js';
import { toMinorUnits } from '../../../../src/units/money.js';
import { hasOffice, recalculated } from '../../../report/workbook/office.js';

/** Fees, taxes and fixed costs that are uncertain, orders that come in after the end, budgets that don't divide. */
const scenario = (currency: string, budget: number) => `name: "Rauf's \\"plan\\" & <more>"
currency: ${currency}
start: 2027-01-31
horizon: 7 months
budget: ${budget}
draws: 256
economics:
  order_value: ${budget / 40} to ${budget / 20}
  margin: 55% to 65%
  fee: { mean: 0.12, sd: 0.03 }
  tax: 18%
  fixed_costs:
    - { name: Content, amount: ${budget / 20} to ${budget / 10} }
    - { name: Creators, amount: ${budget / 15} to ${budget / 9}, upfront: 50% }
    - { name: "=1+1", amount: ${Math.round(budget / 30)} }
  delay_days: 20
lines:
  - { platform: instagram, stage: awareness, audience: 200k to 400k, cpm: 2 to 4, ctr: 1% to 2%, view_rate: 20% to 30%, cvr: 1% to 3%, flighting: front }
  - { platform: tiktok, stage: awareness, audience: 200k to 400k, cpm: 2 to 4, ctr: 1% to 2%, view_rate: 20% to 30%, cvr: 1% to 3%, flighting: [1, 0, 0, 2, 3, 0.5, 7] }
  - { platform: instagram, stage: conversion, cpm: 4 to 8, ctr: 1% to 3%, cvr: 3% to 8% }
`;

async function forecastOf(currency: string, budget: number): Promise<Forecast> {
  const reading = await parseScenario(scenario(currency, budget), 'plan.yaml');
  if (!reading.ok) throw new Error(reading.problems.map(({ message }) => message).join('\n'));
  return runForecast(reading.scenario, { charts: false, prices: false, workers: 1 });
}

const sheetOf = (sheets: readonly Sheet[], name: string) => sheets.find((sheet) => sheet.name === name)!;

/** The same workbook with formulas that have yet to be worked out: whoever opens it can't go by the values stored. */
function withoutStoredValues(workbook: WriteOptions): WriteOptions {
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => ({
      ...sheet,
      cells: new Map([...sheet.cells!].map(([at, { formulaResult: _, ...cell }]) => [at, cell] as const)),
    })),
  };
}

const CURRENCIES = [
  ['AZN', 1000.01],
  ['JPY', 1_000_003],
  ['KWD', 777.777],
] as const;

describe.each(CURRENCIES)('a workbook in %s', (currency, budget) => {
  it('holds all of its own checks against the result', async () => {
    const forecast = await forecastOf(currency, budget);
    const bytes = await renderWorkbook(reportContext(forecast));
    expect(Buffer.from(await renderWorkbook(reportContext(forecast))).equals(Buffer.from(bytes))).toBe(true);
    const { sheets } = await readXlsx(bytes);
    const checks = sheetOf(sheets, 'Checks').rows.filter((row) => row[4] === 'yes' || row[4] === 'NO');
    expect(checks.length).toBeGreaterThan(10);
    expect(checks.filter((row) => row[4] !== 'yes')).toEqual([]);
    expectTotals(sheets, forecast, currency);
  });

  it.skipIf(!hasOffice)(
    'says the same once LibreOffice has worked it out (skipped where there is no soffice)',
    async () => {
      const forecast = await forecastOf(currency, budget);
      const workbook = workbookOf(reportContext(forecast));
      const { bytes, said } = await recalculated(await writeXlsx(withoutStoredValues(workbook)));
      expect(said).not.toMatch(/warn|error|repair|corrupt/i);
      const [before, after] = [(await readXlsx(await writeXlsx(workbook))).sheets, (await readXlsx(bytes)).sheets];
      expect(after.map(({ name }) => name)).toEqual(before.map(({ name }) => name));
      let formulas = 0;
      workbook.sheets.forEach(({ cells }, s) => {
        for (const [at, { formula, formulaResult }] of cells!) {
          if (formula === undefined) continue;
          const [row, column] = at.split(',').map(Number) as [number, number];
          const value = after[s]!.rows[row]?.[column];
          const where = `${before[s]!.name} ${at} =${formula}`;
          if (typeof formulaResult === 'number') {
            expect(typeof value, where).toBe('number');
            // Doubles summed in another order: relative error of a few units in the last place.
            expect(Math.abs(Number(value) - formulaResult), where).toBeLessThanOrEqual(1e-12 * Math.max(1, budget) * 8);
          } else {
            expect(value, where).toBe(formulaResult);
          }
          formulas++;
        }
      });
      expect(formulas).toBeGreaterThan(60);
      expectTotals(after, forecast, currency);
      const names = sheetOf(after, 'Cash flow').rows.map(([name]) => name);
      expect(names).toContain('Fixed: =1+1');
    },
  );
});

/** The workbook's totals are the result's, in smallest units. */
function expectTotals(sheets: readonly Sheet[], forecast: Forecast, currency: string): void {
  const plans = [forecast.result.plans.optimized, forecast.result.plans.given].filter((plan) => plan !== undefined);
  const cash = sheetOf(sheets, 'Cash flow').rows;
  const totals = (name: string) =>
    cash.filter((row) => row[0] === name).map((row) => toMinorUnits(Number(row[9]), currency));
  const means = (kpi: string) => plans.map((plan) => meanOf(plan, kpi, currency));
  expect(totals('Media')).toEqual(means('spend'));
  expect(totals('Money out')).toEqual(means('cost'));
  expect(totals('Net')).toEqual(means('profit'));
  // A certain cost is what it is, whatever the others come to.
  const certain = forecast.scenario.economics.fixed_costs.find(({ name }) => name === '=1+1')!.amount.distribution;
  if (certain.family !== 'fixed') throw new Error('expected a certain cost');
  expect(totals('Fixed: =1+1')).toEqual(plans.map(() => toMinorUnits(certain.value, currency)));
  // Half on booking, in the first period; the rest once the report is in, after the last: nothing in between.
  const units = (row: Sheet['rows'][number]) => row.slice(1, 9).map((value) => toMinorUnits(Number(value), currency));
  const payments = (name: string) => cash.filter((row) => row[0] === name).map(units);
  const finals = payments('Final pay: Creators');
  expect(finals).toHaveLength(plans.length);
  payments('Up front: Creators').forEach(([first, ...later], k) => {
    expect(first).toBeGreaterThan(0);
    expect(later).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(finals[k]!.slice(0, 7)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(Math.abs(first! - finals[k]![7]!)).toBeLessThanOrEqual(1);
  });
}

function meanOf({ kpis }: PlanResult, kpi: string, currency: string): number {
  return toMinorUnits(kpis.total[kpi]!.mean!, currency);
}
