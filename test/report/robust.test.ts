import { readXlsx } from 'hucre/xlsx';
import { expect, it } from 'vitest';
import { reportContext } from '../../src/report/context.js';
import { summaryMarkdown } from '../../src/report/markdown.js';
import { terminalSummary } from '../../src/report/terminal.js';
import { renderWorkbook } from '../../src/report/workbook/index.js';
import { syntheticForecast } from './synthetic.js';

it("shows the robust plan's budgets beside those given, in every language, and nothing where it wasn't asked for", () => {
  const forecast = syntheticForecast({ draws: 64 });
  const { given } = forecast.result.plans;
  const lines = given.lines.map((line, k) => ({ ...line, budget: 1111 + k }));
  const robust = { ...given, lines };
  const names = { en: 'Robust', az: 'Dayanıqlı', tr: 'Dayanıklı', ar: 'المتينة' } as const;
  for (const [language, name] of Object.entries(names) as [keyof typeof names, string][]) {
    const scenario = { ...forecast.scenario, language };
    const markdown = (plans: typeof forecast.result.plans) =>
      summaryMarkdown(reportContext({ ...forecast, scenario, result: { ...forecast.result, plans } }), []);
    const written = markdown({ ...forecast.result.plans, robust });
    expect(written, language).toContain(name);
    const { formats } = reportContext({ ...forecast, scenario });
    for (const { budget } of lines) expect(written, language).toContain(formats.money(budget));
    expect(markdown(forecast.result.plans), language).not.toContain(name);
  }
});

it('has the robust plan in the workbook, whose periods make its budgets, and how to get to it in the terminal', async () => {
  const forecast = syntheticForecast({ draws: 64 });
  const { given } = forecast.result.plans;
  const [from, to] = given.lines;
  const lines = given.lines.map((line, k) => ({ ...line, budget: line.budget + (k === 0 ? -100 : k === 1 ? 100 : 0) }));
  const loss = { given: 900, robust: 400 };
  const result = {
    ...forecast.result,
    plans: { ...forecast.result.plans, robust: { ...given, lines } },
    robust: { shocks: [{ name: 'Outage', loss }], worst: loss },
  };
  const asked = { ...forecast, result };
  const { sheets } = await readXlsx(await renderWorkbook(reportContext(asked)));
  const { rows } = sheets.find(({ name }) => name === 'Plan')!;
  const start = rows.findIndex(([first]) => String(first).startsWith('Robust'));
  const { periods } = forecast.scenario.horizon;
  for (const [k, { budget }] of lines.entries()) {
    const row = rows[start + 2 + k]!;
    const sum = row.slice(1, periods + 1).reduce<number>((all, one) => all + Number(one), 0);
    expect(sum).toBeCloseTo(budget, 6);
    expect(row[periods + 1]).toBeCloseTo(budget, 6);
  }
  const { lineName } = reportContext(forecast);
  const [out, into] = [from, to].map(
    ({ id } = { id: '' } as never) => forecast.scenario.lines.find((line) => line.id === id)!,
  );
  const terminal = terminalSummary(asked, { width: 200, color: false });
  const moved = terminal.split('\n').find((line) => line.includes(lineName(out!)) && line.includes(lineName(into!)));
  expect(moved).toContain('100');
  expect(terminalSummary(forecast, { width: 200, color: false })).not.toContain('Robust');
});
