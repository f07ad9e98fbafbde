import type { ReportContext } from '../context.js';
import { figure, lossChance, type PlanView } from '../findings/plans.js';
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

/** P10, P50, P90 and mean of the plan followed, beside the middle of the plan given; the chance of a loss first. */
export function figuresTable(context: ReportContext): Table {
  const { text, formats, plan, given } = context;
  const { columns, loss } = text.page.figures;
  const both = plan !== given;
  const chance = formats.share(lossChance(plan.details.profit));
  return {
    columns: [columns.figure, ...(both ? [columns.given] : []), columns.p10, columns.p50, columns.p90, columns.mean],
    rows: [
      [loss, ...(both ? [formats.share(lossChance(given.details.profit))] : []), '', '', '', chance],
      ...shownKpis(context).map((name) => {
        const found = figure(plan.result.kpis.total, name)!;
        const before = figure(given.result.kpis.total, name);
        const unit = kpiUnit(name);
        const scale = Math.max(Math.abs(found.p10), Math.abs(found.p50), Math.abs(found.p90));
        const write = (value: number) => formats.byUnit(unit, value, scale);
        const middle = before === null ? '' : write(before.p50);
        return [
          text.names.kpis[name] ?? name,
          ...(both ? [middle] : []),
          write(found.p10),
          write(found.p50),
          write(found.p90),
          write(found.mean),
        ];
      }),
    ],
  };
}

/** Names of the ratios that have no value in some draws, with the share of those draws. */
export function undefinedKpis(context: ReportContext): readonly string[] {
  const { text, formats, plan } = context;
  return Object.entries(plan.result.kpis.total)
    .filter(([, summary]) => summary.undefined > 0)
    .map(([name, summary]) => `${text.names.kpis[name] ?? name} (${formats.share(summary.undefined)})`);
}

/**
 * Mean gross margin less costs is mean profit. All parts are rounded to the same step, and profit is their difference,
 * so that the column adds up as printed. `null` where a part is missing.
 */
export function bridgeTable(context: ReportContext): Table | null {
  const { text, formats, plans } = context;
  const words = text.page.bridge;
  const columns = plans.map((plan) => bridgeOf(plan));
  if (columns.some((column) => column === null)) return null;
  const parts = columns.filter((column) => column !== null);
  const largest = Math.max(...parts.flatMap((part) => part.map(Math.abs)));
  // Whole currency units at most, as coarse as a fourth digit where they are many.
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, largest))) - 3);
  const rounded = parts.map((values) => values.map((value) => Math.round(value / step) * step));
  const row = (name: string, value: (column: readonly number[]) => number) => [
    name,
    ...rounded.map((column) => formats.moneyChange(value(column))),
  ];
  return {
    columns: [words.columns.item, ...plans.map(({ kind }) => words.columns[kind])],
    rows: [row(words.margin, (c) => c[0]!), row(words.spend, (c) => -c[1]!), row(words.other, (c) => -c[2]!)],
    total: row(words.profit, (c) => c[0]! - c[1]! - c[2]!),
  };
}

function bridgeOf(plan: PlanView): readonly number[] | null {
  const [margin, spend, cost] = ['gross_margin', 'spend', 'cost'].map(
    (name) => figure(plan.result.kpis.total, name)?.mean,
  );
  return margin === undefined || spend === undefined || cost === undefined ? null : [margin, spend, cost - spend];
}
