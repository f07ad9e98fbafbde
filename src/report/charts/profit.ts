import type { ReportContext } from '../context.js';
import { profitTitle } from '../findings/headlines.js';
import { fanChart, fanNote } from './fan.js';
import type { Chart } from './types.js';

/** Cumulative profit by the end of each period. */
export function profitChart(context: ReportContext): Chart {
  const { text, formats, shown } = context;
  return fanChart(context, {
    name: 'profit',
    title: profitTitle(context),
    note: fanNote(context),
    axis: text.charts.profit.axis,
    series: shown.map(({ kind, details }) => ({
      kind,
      label: text.names.plans[kind],
      bands: details.cumulativeProfit,
    })),
    write: formats.estimate,
    writeAxis: formats.shortMoney,
    zero: true,
  });
}
