import { readXlsx, type Sheet, type SheetChart } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { reportContext } from '../../../src/report/context.js';
import { renderWorkbook } from '../../../src/report/workbook/index.js';
import { axisFormat, numberFormats } from '../../../src/report/workbook/number-formats.js';
import { amount, figureHeading, heading, label, sentence, writeSheet } from '../../../src/report/workbook/sheet.js';
import { toMinorUnits } from '../../../src/units/money.js';
import { SLOW } from '../../slow.js';
import { syntheticForecast } from '../synthetic.js';
import { VARIANTS } from '../variants.js';

const SHEETS = ['Summary', 'Plan', 'Forecast', 'Risks', 'Cash flow', 'Assumptions', 'Checks'];

const sheetOf = (sheets: readonly Sheet[], name: string) => sheets.find((sheet) => sheet.name === name)!;

describe.each(Object.entries(VARIANTS))('the workbook of %s', (_, options) => {
  const forecast = syntheticForecast({ ...options, draws: Math.min(options.draws ?? 256, 256) });
  const context = reportContext(forecast);
  const { currency } = forecast.scenario;
  let written: ReturnType<typeof readXlsx> | undefined;
  /** The workbook as a reader has it, written once. */
  const read = () => {
    written ??= renderWorkbook(context).then((bytes) => readXlsx(bytes));
    return written;
  };

  it('has its sheets, and lines and periods that make each plan to the smallest unit', async () => {
    const { sheets } = await read();
    expect(sheets.map(({ name }) => name)).toEqual(SHEETS);
    const plan = sheetOf(sheets, 'Plan');
    const periods = forecast.scenario.horizon.periods;
    const plans = [forecast.result.plans.optimized, forecast.result.plans.given].filter((p) => p !== undefined);
    let row = 0;
    for (const { lines } of plans) {
      row += 2;
      const columns = Array.from({ length: periods }, () => 0);
      for (const line of lines) {
        const cells = plan.rows[row++]!.slice(1, periods + 1).map((value) => toMinorUnits(Number(value), currency));
        expect(cells.reduce((a, b) => a + b, 0)).toBe(toMinorUnits(line.budget, currency));
        cells.forEach((value, t) => {
          columns[t]! += value;
        });
      }
      const totals = plan.rows[row++]!.slice(1).map((value) => toMinorUnits(Number(value), currency));
      expect(totals.slice(0, periods)).toEqual(columns);
      expect(totals[periods]).toBe(columns.reduce((a, b) => a + b, 0));
      row++;
    }
  });

  it('shows no value that is no number', async () => {
    const { sheets } = await read();
    for (const { name, rows } of sheets) {
      expect(
        rows
          .flat()
          .map(String)
          .filter((value) => /NaN|Infinity|undefined|\[object/.test(value)),
        name,
      ).toEqual([]);
    }
  });
});

describe('a row of a sheet', () => {
  it('is as high as the lines of its widest heading, sentence, or label that would be cut', () => {
    const formats = numberFormats('AZN', 'en');
    const words = 'Futures in which the figure has no value, of all that were drawn';
    const rows = [
      [heading('Plan'), figureHeading(words)],
      [label(words), amount(1, 'money')],
      [label('x'), sentence(words)],
      [label(words)],
    ];
    const sheet = { name: 'x', rows, widths: [10, 12], freeze: { rows: 0, columns: 0 } };
    const { rowDefs, cells } = writeSheet(sheet, formats, { rightToLeft: false });
    expect(rowDefs?.get(0)?.height).toBeGreaterThan(4 * 13);
    expect(rowDefs?.get(1)?.height).toBeGreaterThan(4 * 13);
    expect(cells?.get('1,0')?.style?.alignment?.wrapText).toBe(true);
    expect(rowDefs?.get(2)?.height).toBeGreaterThan(4 * 13);
    // Words that may run on have one line.
    expect(rowDefs?.has(3)).toBe(false);
    expect(cells?.get('3,0')?.style?.alignment?.wrapText).toBeUndefined();
  });
});

describe('amounts along the axis of a chart', () => {
  it('have cents only where they are most of an amount', () => {
    expect(axisFormat(numberFormats('USD', 'en'))).toBe('[=0]"$"#,##0;[<10]"$"#,##0.00;"$"#,##0');
    expect(axisFormat(numberFormats('JPY', 'en'))).toBe('"¥"#,##0');
    const chart: SheetChart = { type: 'bar', series: [], anchor: { from: { row: 0, col: 0 } } };
    const sheet = { name: 'x', rows: [], widths: [], freeze: { rows: 0, columns: 0 }, charts: [chart] };
    const { charts } = writeSheet(sheet, numberFormats('JPY', 'en'), { rightToLeft: false });
    expect(charts?.[0]?.axes?.y?.numberFormat?.formatCode).toBe('"¥"#,##0');
  });
});

describe('the workbook of a long plan of many lines', () => {
  it('shows several periods a column, which still make the budget', SLOW, async () => {
    const forecast = syntheticForecast({ lines: 150, periods: 400, unit: 'day', draws: 16 });
    const { sheets } = await readXlsx(await renderWorkbook(reportContext(forecast)));
    const { rows } = sheetOf(sheets, 'Plan');
    // 150 · 400 cells are more than 50,000: two days a column.
    expect(rows[1]!.length).toBe(1 + 200 + 1);
    const { lines } = forecast.result.plans.optimized!;
    for (const [k, { budget }] of lines.entries()) {
      const cents = rows[2 + k]!.slice(1, 201).reduce<number>(
        (sum, value) => sum + toMinorUnits(Number(value), 'AZN'),
        0,
      );
      expect(cents).toBe(toMinorUnits(budget, 'AZN'));
    }
    expect(rows.at(-1)?.[0]).toMatch(/^Each column holds 2 periods/);
    expect(
      sheetOf(sheets, 'Checks').rows.filter((row) => /all (lines|periods)/.test(String(row[0])) && row[4] !== 'yes'),
    ).toEqual([]);
  });
});
