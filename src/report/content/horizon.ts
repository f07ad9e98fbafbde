import type { ReportContext } from '../context.js';

/** "Budget 18,200 ₼ over 13 weeks, from Mar 1, 2027". */
export function horizonWords(context: ReportContext): string {
  const { forecast, text, formats } = context;
  const { horizon, start } = forecast.scenario;
  const from = start === null ? '' : formats.date(start);
  return text.page.subtitle(budgetWords(context), text.names.periods(horizon.periods, horizon.unit), from);
}

/** The budget of a plan, "up to" it where it needn't be spent. */
export function budgetWords({ forecast: { scenario }, text, formats }: ReportContext): string {
  const amount = formats.money(scenario.budget);
  return scenario.rules.budget === 'exact' ? amount : text.page.upTo(amount);
}
