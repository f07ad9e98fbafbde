import { elementAt } from '../../required.js';
import type { ReportContext } from '../context.js';
import { trustText } from '../text/trust/index.js';
import type { Table } from './table.js';

/** Easier to read over than a zero: mostly few periods are paid for. */
export const NOTHING = '–';

/**
 * What lines with free flighting spend in each period: a row a period, a column a line, so that a long plan stays as narrow
 * as it has such lines; `null` where there is none that spends.
 */
export function flightingTable(context: ReportContext): { readonly heading: string; readonly table: Table } | null {
  const { forecast, text, formats, lineName, plan } = context;
  const { scenario } = forecast;
  const words = trustText(text.language);
  const free = plan.result.lines.flatMap(({ id, budget, periods }) => {
    const line = scenario.lines.find((other) => other.id === id);
    return periods === undefined || line === undefined || budget === 0 ? [] : [{ line, periods, budget }];
  });
  if (free.length === 0) return null;
  const starts = plan.result.kpis.periods.map(({ start }) => start);
  const label = (t: number): string =>
    scenario.start === null
      ? text.workbook.periodNumber(text.names.period[scenario.horizon.unit], t + 1)
      : formats.shortDate(elementAt(starts, t));
  return {
    heading: words.flighting,
    table: {
      least: 2,
      columns: [words.from, ...free.map(({ line }) => lineName(line))],
      rows: starts.map((_, t) => [
        label(t),
        ...free.map(({ periods }) => (periods[t] === 0 ? NOTHING : formats.money(elementAt(periods, t)))),
      ]),
      total: [text.page.moves.total, ...free.map(({ budget }) => formats.money(budget))],
    },
  };
}
