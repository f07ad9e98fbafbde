import type { ReportContext } from '../context.js';
import { courseOf, ordersTitle } from '../findings/headlines.js';
import { fanChart, fanNote } from './fan.js';
import type { Chart } from './types.js';

/** Cumulative orders, or leads that are closed later, by the end of each period. */
export function ordersChart(context: ReportContext): Chart {
  const { text, formats, shown } = context;
  if (shown.every(({ details }) => courseOf(context, details).every((band) => band.p90 <= 0))) {
    return { name: 'orders', omitted: text.charts.orders.none };
  }
  return fanChart(context, {
    name: 'orders',
    title: ordersTitle(context),
    note: fanNote(context),
    axis: text.charts.orders.axis,
    series: shown.map(({ kind, details }) => ({
      kind,
      label: text.names.plans[kind],
      bands: courseOf(context, details),
    })),
    write: formats.count,
    writeAxis: formats.short,
    zero: false,
  });
}
