import { elementAt } from '../../required.js';
import type { ReportContext } from '../context.js';
import { eventsText } from '../text/events/index.js';
import type { Table } from './table.js';

/** The budgets of the plan that shocks hurt least, beside those given; `null` where it wasn't asked for or none was found. */
export function robustTable({ forecast, text, formats, lineName }: ReportContext): Table | null {
  const { given, robust } = forecast.result.plans;
  if (robust === undefined) return null;
  const { columns } = text.page.moves;
  const budgets = new Map(robust.lines.map(({ id, budget }) => [id, budget]));
  return {
    columns: [columns.line, columns.given, eventsText(text.language).shocks.label],
    rows: forecast.scenario.lines.map((line, k) => [
      lineName(line),
      formats.money(elementAt(given.lines, k).budget),
      formats.money(budgets.get(line.id) ?? 0),
    ]),
  };
}
