import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { reportContext } from '../../../src/report/context.js';
import { renderWorkbook, workbookOf } from '../../../src/report/workbook/index.js';
import { syntheticForecast } from '../synthetic.js';

/** What Excel mends or refuses on opening, as far as a file shows it without Excel. */
describe.each(['en', 'az', 'tr', 'ar'] as const)('a workbook for Excel (%s)', (language) => {
  const forecast = syntheticForecast({ currency: 'AZN' });
  const context = reportContext({ ...forecast, scenario: { ...forecast.scenario, language } });
  const workbook = workbookOf(context);

  it('has sheets by names that Excel takes', () => {
    const names = workbook.sheets.map(({ name }) => name);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^(?!')[^[\]:*?/\\]{1,31}(?<!')$/);
  });

  it('names what is printed with the sheet in quotes, each once', async () => {
    const names = workbook.namedRanges ?? [];
    expect(names.length).toBeGreaterThan(4);
    expect(new Set(names.map(({ name, scope }) => `${name} ${scope}`)).size).toBe(names.length);
    for (const { range, scope } of names) for (const part of range.split(',')) expect(part).toContain(`'${scope}'!$`);
    const { sheets } = await readXlsx(await renderWorkbook(context));
    expect(sheets.filter(({ pageSetup }) => pageSetup?.printTitlesRow === '$1:$2').length).toBeGreaterThan(3);
  });

  it('has formulas of functions that every spreadsheet has, none too long', () => {
    const formulas = workbook.sheets.flatMap(({ cells }) =>
      [...(cells ?? new Map()).values()].flatMap((c) => c.formula ?? []),
    );
    expect(formulas.length).toBeGreaterThan(30);
    const used = new Set(formulas.flatMap((formula) => formula.match(/[A-Z][A-Z.]*(?=\()/g) ?? []));
    const known = ['ABS', 'AND', 'COUNTIF', 'IF', 'INDEX', 'MATCH', 'MAX', 'MIN', 'ROUND', 'ROWS', 'SUM'];
    expect([...used].filter((name) => !known.includes(name))).toEqual([]);
    for (const formula of formulas) expect(formula.length).toBeLessThan(8192);
  });
});
