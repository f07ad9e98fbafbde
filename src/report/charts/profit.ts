import type { ReportContext } from '../context.js';
import { profitTitle } from '../findings/headlines.js';
import { type Fan, fanNote, fanSpec, fanTable } from './fan.js';
import type { Chart } from './types.js';

/** Cumulative profit by the end of each period. */
export function profitChart(context: ReportContext): Chart {
  const { text, formats, shown } = context;
  const fan: Fan = {
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
    zero: text.charts.fan.zero,
  };
  return {
    name: 'profit',
    title: fan.title,
    note: fan.note,
    table: fanTable(context, fan),
    spec: (layout) => fanSpec(context, fan, layout),
  };
}
