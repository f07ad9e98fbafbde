import { required } from '../../required.js';
import type { ReportContext } from '../context.js';
import { figure, lossChance } from '../findings/plans.js';
import { kpiUnit } from '../findings/units.js';
import { mainOutcome } from '../text/outcomes/index.js';
import type { Table } from './table.js';

const SHOWN = [
  'profit',
  'revenue',
  'gross_margin',
  'cost',
  'spend',
  'unspent',
  'unreached',
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
  'leads',
  'cpl',
  'cac',
  'roas',
  'roi',
  'ltv',
  'ltv_cac',
];
/** Left out where they are nothing in every future. */
const OPTIONAL = new Set(['unspent', 'unreached', 'repeat', 'referred', 'tail', 'future_orders']);

function shownKpis(context: ReportContext): readonly string[] {
  const { forecast, plan } = context;
  const valued = isValued(context);
  const { total } = plan.result.kpis;
  const own = forecast.scenario.kpis.map(({ name }) => name);
  return [...SHOWN.filter((name) => name in total), ...own.filter((name) => name in total)].filter((name) => {
    if (!valued && OF_VALUE.has(name)) return false;
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

/** What orders are worth; without it money only goes out, and nothing can be said of profit. */
const OF_VALUE = new Set(['profit', 'revenue', 'gross_margin', 'roas', 'roi', 'ltv', 'ltv_cac']);

/** Whether a plan knows what its orders are worth. */
export function isValued({ forecast, plan }: ReportContext): boolean {
  const { revenue } = plan.result.kpis.total;
  const unknownValue = forecast.scenario.warnings.some(({ code }) => code === 'no_order_value');
  return !unknownValue || (revenue !== undefined && revenue.mean !== 0);
}

/** Profit, the chance of a loss, what is counted: the plan followed, and what the plan given has instead. Without a value of orders: what is counted, its cost, people. */
export function highlights(context: ReportContext): readonly Highlight[] {
  const { text, formats, plan, given, forecast } = context;
  const words = text.page.figures;
  const beside = (before: string, now: string) => (plan === given || before === now ? '' : words.instead(before));
  const found: Highlight[] = [];
  const both = (name: string) => ({
    now: figure(plan.result.kpis.total, name),
    before: figure(given.result.kpis.total, name),
  });
  const middle = (name: string): void => {
    const { now, before } = both(name);
    if (now === null) return;
    const scale = Math.max(Math.abs(now.p10), Math.abs(now.p90));
    const write = (value: number): string => formats.byUnit(kpiUnit(name), value, scale);
    const value = write(now.p50);
    const label = words.middle(text.names.kpis[name] ?? name);
    found.push({ label, value, beside: beside(before === null ? '' : write(before.p50), value) });
  };
  const main = mainOutcome(forecast.scenario);
  if (!isValued(context)) {
    for (const name of [main, main === 'leads' ? 'cpl' : 'cpa', 'reach']) middle(name);
    return found;
  }
  const profit = both('profit');
  if (profit.now) {
    const scale = Math.max(Math.abs(profit.now.p10), Math.abs(profit.now.p90));
    const value = formats.estimate(profit.now.p50, scale);
    const before = profit.before === null ? '' : formats.estimate(profit.before.p50, scale);
    found.push({ label: words.middleProfit, value, beside: beside(before, value) });
  }
  const chance = formats.chance(lossChance(plan.details.profit));
  found.push({
    label: words.loss,
    value: chance,
    beside: beside(formats.chance(lossChance(given.details.profit)), chance),
  });
  middle(main);
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
      const found = required(figure(plan.result.kpis.total, name));
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
