import type { Finding } from '../types.js';
import type { Column } from './columns.js';
import { type DateOrder, type DateShapes, endOfMonth, formatDay } from './dates.js';
import { areMidnights } from './epochs.js';
import * as messages from './messages.js';
import type { RowPlan } from './plan.js';
import type { ColumnProfile } from './profile.js';
import type { RowsRead } from './read-rows.js';
import { refuse } from './refusal.js';
import { acceptedRows, type Table } from './table.js';
import { daysByAverage, type WindowHints } from './windows.js';

/** What a file's columns say of its dates beside the rows' own. */
export function windowHints(
  given: WindowHints['given'],
  plan: RowPlan,
  profiles: readonly ColumnProfile[],
  platform: string | null,
  { table }: RowsRead,
): WindowHints {
  const shapesOf = (column: Column | null): DateShapes | null =>
    profiles.find((profile) => profile.column === column)?.dates ?? null;
  const [one, end] = [shapesOf(plan.date), shapesOf(plan.end)];
  const field = plan.date?.field;
  return {
    given,
    each: field === 'week' || field === 'month' || field === 'start' ? field : null,
    timed: (one?.timed ?? 0) > 0 || (one !== null && one.epochs > 0 && !areMidnights(one.epochTimes)),
    midnights: (end?.midnight ?? 0) > 0 && (end?.timed ?? 0) === 0,
    endsAfter: platform === 'snapchat',
    dailySpend: acceptedRates(table, plan.groups[0]?.rates.find((column) => column.field === 'spend_daily')?.index),
  };
}

/** A rate's figures in the rows that are accepted; `null` where there is no such column. */
function acceptedRates(table: Table, column: number | undefined): Float64Array | null {
  const data = column === undefined ? undefined : table.rates.get(column);
  if (data === undefined) return null;
  const accepted: number[] = [];
  for (let at = 0; at < table.count; at++) if (table.state[at] === 0) accepted.push(data[at] as number);
  return Float64Array.from(accepted);
}

/**
 * The order of day and month where nothing but averages a day tells it: the one in which every window runs from the
 * first to the last of a month. Refuses where that holds of neither or both.
 */
export async function orderByMonths(
  readIn: (order: DateOrder) => Promise<RowsRead>,
  plan: RowPlan,
  open: Finding,
  findings: readonly Finding[],
): Promise<{ readonly order: DateOrder; readonly findings: readonly Finding[] }> {
  const column = plan.groups[0]?.rates.find(({ field }) => field === 'spend_daily')?.index;
  if (column === undefined || plan.end !== null) refuse(open);
  const fitting: DateOrder[] = [];
  for (const order of ['month first', 'day first'] as const) {
    const { table } = await readIn(order);
    const rows = acceptedRows(table);
    const days = daysByAverage(rows, acceptedRates(table, column));
    const whole =
      days !== null && [...days].every(([day, length]) => endOfMonth(day) === day + length - 1 && isFirstDay(day));
    if (whole) fitting.push(order);
  }
  const [only] = fitting;
  if (only === undefined || fitting.length > 1) refuse(open);
  return { order: only, findings: [...findings, messages.orderByMonths(only)] };
}

const isFirstDay = (day: number): boolean => formatDay(day).endsWith('-01');
