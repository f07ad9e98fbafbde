import type { ReportContext } from '../context.js';

/** "Budget 18,200 ₼ over 13 weeks, from Mar 1, 2027". */
export function horizonWords({ forecast, text, formats }: ReportContext): string {
  const { budget, horizon, start } = forecast.scenario;
  const from = start === null ? '' : formats.date(start);
  return text.page.subtitle(formats.money(budget), text.names.periods(horizon.periods, horizon.unit), from);
}
