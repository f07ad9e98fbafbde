import { expect, it } from 'vitest';
import { reportContext } from '../../src/report/context.js';
import { summaryMarkdown } from '../../src/report/markdown.js';
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
