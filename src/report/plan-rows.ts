import type { Forecast } from '../forecast/details.js';
import { elementAt } from '../required.js';
import { periodStarts } from '../units/period.js';
import { reportContext } from './context.js';
import { budgetsByPeriod } from './findings/by-period.js';

/** Who rows of budgets are written for. */
export const EXPORT_TARGETS = ['meta', 'google', 'generic'] as const;
export type ExportTarget = (typeof EXPORT_TARGETS)[number];

const DAY = 86_400_000;

interface BudgetRow {
  readonly id: string;
  readonly platform: string;
  readonly stage: string;
  readonly segment: string;
  readonly name: string;
  readonly start: string;
  readonly end: string;
  readonly days: number;
  readonly amount: number;
}

/**
 * The budgets of the plan followed as CSV, to upload or paste: `meta`, ad sets with a lifetime budget a period; `google`, campaigns with an
 * average daily budget; `generic`, a row a line and period with ids. `meta` and `google` have the lines of their own platforms alone.
 * Without a start date periods are numbered. Amounts sum to the plan's budgets to the smallest unit, daily ones are rounded down.
 */
export function planRows(forecast: Forecast, target: ExportTarget): string {
  const { currency } = forecast.scenario;
  const rows = rowsOf(forecast).filter(({ platform }) => belongsTo(platform, target));
  const digits = forecast.scenario.currencyDigits;
  const money = (value: number): string => value.toFixed(digits);
  const table =
    target === 'meta'
      ? [
          [
            'Campaign Name',
            'Ad Set Name',
            'Ad Set Lifetime Budget',
            'Ad Set Time Start',
            'Ad Set Time Stop',
            'Publisher Platforms',
          ],
          ...rows.map((row) => [
            row.stage,
            `${row.name} ${row.start}`,
            money(row.amount),
            row.start,
            row.end,
            row.platform,
          ]),
        ]
      : target === 'google'
        ? [
            ['Campaign', 'Budget', 'Budget type', 'Start Date', 'End Date'],
            ...rows.map((row) => [`${row.name} ${row.start}`, money(daily(row, digits)), 'Daily', row.start, row.end]),
          ]
        : [
            ['line', 'platform', 'stage', 'segment', 'start', 'end', 'budget', 'currency'],
            ...rows.map((row) => [
              row.id,
              row.platform,
              row.stage,
              row.segment,
              row.start,
              row.end,
              money(row.amount),
              currency,
            ]),
          ];
  return `${table.map((cells) => cells.map(csvCell).join(',')).join('\n')}\n`;
}

function daily({ amount, days }: BudgetRow, digits: number): number {
  const grid = 10 ** digits;
  return Math.floor(Math.round(amount * grid) / days) / grid;
}

const META = ['facebook', 'instagram', 'meta'];
const GOOGLE = ['google', 'youtube'];

function belongsTo(platform: string, target: ExportTarget): boolean {
  return target === 'generic' || (target === 'meta' ? META : GOOGLE).includes(platform);
}

/** Whether a line with money is on a platform of the target's: without one, its rows are a heading alone. */
export function hasPlanRows(forecast: Forecast, target: ExportTarget): boolean {
  return rowsOf(forecast).some(({ platform }) => belongsTo(platform, target));
}

/** Lines and periods that have money. */
function rowsOf(forecast: Forecast): readonly BudgetRow[] {
  const { scenario } = forecast;
  const { plan, lineName } = reportContext(forecast);
  const { currency, start, horizon } = scenario;
  const starts = start === null ? null : periodStarts(start, horizon.unit, horizon.periods + 1);
  const budgets = budgetsByPeriod(scenario.lines, plan.result.lines, currency);
  return scenario.lines.flatMap((line, k) => {
    return elementAt(budgets, k).flatMap((amount, t): BudgetRow[] => {
      if (!(amount > 0)) return [];
      const first = starts?.[t];
      const next = starts?.[t + 1];
      const last = next === undefined ? String(t + 1) : new Date(Date.parse(next) - DAY).toISOString().slice(0, 10);
      const days =
        first === undefined || next === undefined
          ? Math.max(1, Math.round(horizon.periodDays))
          : Math.round((Date.parse(next) - Date.parse(first)) / DAY);
      return [
        {
          id: line.id,
          platform: line.platform,
          stage: line.stage,
          segment: line.segment ?? '',
          name: lineName(line),
          start: first ?? String(t + 1),
          end: last,
          days,
          amount,
        },
      ];
    });
  });
}

/** A cell as RFC 4180 has it; what a spreadsheet would take for a formula is text. */
function csvCell(value: string): string {
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
