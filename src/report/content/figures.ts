import type { ReportContext } from '../context.js';
import { figure, lossChance } from '../findings/plans.js';
import { kpiUnit } from '../findings/units.js';
import type { Table } from './table.js';

const SHOWN = [
  'profit',
  'revenue',
  'gross_margin',
  'cost',
  'spend',
  'unspent',
  'orders',
  'new',
  'repeat',
  'referred',
  'tail',
  'future_orders',
  'reach',
  'frequency',
  'impressions',
  'clicks',
  'conversions',
  'cpm',
  'ctr',
  'cpc',
  'cvr',
  'cpa',
  'cac',
  'roas',
  'roi',
  'ltv',
  'ltv_cac',
];
/** Left out where they are nothing in every future. */
const OPTIONAL = new Set(['unspent', 'repeat', 'referred', 'tail', 'future_orders']);

function shownKpis({ forecast, plan }: ReportContext): readonly string[] {
  const { total } = plan.result.kpis;
  const own = forecast.scenario.kpis.map(({ name }) => name);
  return [...SHOWN.filter((name) => name in total), ...own.filter((name) => name in total)].filter((name) => {
    const found = figure(total, name);
    return found !== null && !(OPTIONAL.has(name) && found.mean === 0);
  });
}

/** One figure to see first, with what it is beside. */
export interface Highlight {
  readonly label: string;
  readonly value: string;
  readonly beside: string;
}

/** Profit, the chance of a loss, orders: the plan followed, and what the plan given has instead. */
export function highlights(context: ReportContext): readonly Highlight[] {
  const { text, formats, plan, given } = context;
  const words = text.page.figures;
  const beside = (before: string, now: string) => (plan === given || before === now ? '' : words.instead(before));
  const found: Highlight[] = [];
  const [profit, orders] = ['profit', 'orders'].map((name) => ({
    now: figure(plan.result.kpis.total, name),
    before: figure(given.result.kpis.total, name),
  }));
  if (profit?.now) {
    const scale = Math.max(Math.abs(profit.now.p10), Math.abs(profit.now.p90));
    const value = formats.estimate(profit.now.p50, scale);
    const before = profit.before === null ? '' : formats.estimate(profit.before.p50, scale);
    found.push({ label: words.middleProfit, value, beside: beside(before, value) });
  }
  const chance = formats.share(lossChance(plan.details.profit));
  found.push({
    label: words.loss,
    value: chance,
    beside: beside(formats.share(lossChance(given.details.profit)), chance),
  });
  if (orders?.now) {
    const value = formats.count(orders.now.p50, orders.now.p90);
    const before = orders.before === null ? '' : formats.count(orders.before.p50, orders.now.p90);
    found.push({ label: words.middleOrders, value, beside: beside(before, value) });
  }
  return found;
}

/** P10, P50, P90 and mean of the plan followed, beside the middle of the plan given. */
export function figuresTable(context: ReportContext): Table {
  const { text, formats, plan, given } = context;
  const { columns } = text.page.figures;
  const both = plan !== given;
  return {
    columns: [columns.figure, ...(both ? [columns.given] : []), columns.p10, columns.p50, columns.p90, columns.mean],
    rows: shownKpis(context).map((name) => {
      const found = figure(plan.result.kpis.total, name)!;
      const before = figure(given.result.kpis.total, name);
      const unit = kpiUnit(name);
      const scale = Math.max(Math.abs(found.p10), Math.abs(found.p50), Math.abs(found.p90));
      const write = (value: number) => formats.byUnit(unit, value, scale);
      const quantiles = [found.p10, found.p50, found.p90].map(write);
      const middle = before === null ? '' : write(before.p50);
      return [text.names.kpis[name] ?? name, ...(both ? [middle] : []), ...quantiles, formats.byUnit(unit, found.mean)];
    }),
  };
}

/** Names of the ratios that have no value in some draws, with the share of those draws. */
export function undefinedKpis(context: ReportContext): readonly string[] {
  const { text, formats, plan } = context;
  return Object.entries(plan.result.kpis.total)
    .filter(([, summary]) => summary.undefined > 0)
    .map(([name, summary]) => `${text.names.kpis[name] ?? name} (${formats.share(summary.undefined)})`);
}
