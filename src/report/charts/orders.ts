import type { ReportContext } from '../context.js';
import { ordersTitle } from '../findings/headlines.js';
import { figure } from '../findings/plans.js';
import { type Fan, fanSpec, fanTable } from './fan.js';
import type { Chart } from './types.js';

/** Cumulative orders by the end of each period. */
export function ordersChart(context: ReportContext): Chart {
  const { text, formats, plans, plan } = context;
  const tail = figure(plan.result.kpis.total, 'tail');
  const reading = plans.length > 1 ? text.charts.fan.noteBoth : text.charts.fan.note;
  const fan: Fan = {
    title: ordersTitle(context),
    note: tail !== null && tail.mean >= 0.5 ? `${reading} ${text.charts.fan.tail(formats.count(tail.mean))}` : reading,
    axis: text.charts.orders.axis,
    series: plans.map(({ kind, details }) => ({
      kind,
      label: text.names.plans[kind],
      bands: details.cumulativeOrders,
    })),
    write: formats.count,
    writeAxis: formats.short,
    zero: null,
  };
  return {
    name: 'orders',
    title: fan.title,
    note: fan.note,
    table: fanTable(context, fan),
    spec: (layout) => fanSpec(context, fan, layout),
  };
}
