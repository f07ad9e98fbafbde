import type { ReportContext } from '../context.js';
import { type BridgePartName, type BridgeStep, bridgeSteps, COSTS } from '../findings/bridge.js';
import type { PlanView } from '../findings/plans.js';
import type { Table } from './table.js';

/** What the mean profit is made of, in reading order. */
const PARTS: readonly BridgePartName[] = ['margin', 'recorded', 'tail', ...COSTS];

export function stepsOf({ forecast }: ReportContext, plan: PlanView): readonly BridgeStep[] {
  return bridgeSteps(plan.result, forecast.scenario.currency);
}

/** How each plan's mean profit adds up, to the currency's smallest unit. */
export function bridgeTable(context: ReportContext): Table {
  const { text, formats, plans } = context;
  const columns = plans.map((plan) => new Map(stepsOf(context, plan).map((step) => [step.part, step])));
  const cell = (column: (typeof columns)[number], part: BridgePartName): string =>
    formats.moneyChange(column.get(part)?.amount ?? 0);
  const row = (part: BridgePartName) => [
    text.charts.bridge.parts[part],
    ...columns.map((column) => cell(column, part)),
  ];
  return {
    columns: [text.page.bridge.item, ...plans.map(({ kind }) => text.names.plans[kind])],
    rows: PARTS.filter((part) => columns.some((column) => column.has(part))).map(row),
    total: row('profit'),
  };
}

/** The same for the plan followed, with the orders and the revenue behind its value and what it comes to step by step. */
export function bridgeStepsTable(context: ReportContext): Table {
  const { text, formats, plan } = context;
  const { parts, columns } = text.charts.bridge;
  const steps = stepsOf(context, plan);
  const orders = Math.max(...steps.map(({ worth }) => worth?.orders ?? 0));
  return {
    columns: [columns.part, columns.orders, columns.revenue, columns.amount, columns.sum],
    rows: steps.map(({ part, kind, amount, running, worth }) => [
      parts[part],
      worth === null ? '' : formats.count(worth.orders, orders),
      worth === null ? '' : formats.estimate(worth.revenue),
      kind === 'sum' ? '' : formats.moneyChange(amount),
      formats.money(running),
    ]),
  };
}
