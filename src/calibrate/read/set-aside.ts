import { type FaultDetail, type Finding, NO_DAY, type QuarantineReason } from '../types.js';
import { blockSums } from './block-sums.js';
import { comparisonRows } from './comparison-rows.js';
import { formatDay } from './dates.js';
import { futureRows } from './future-rows.js';
import { coarserLevels } from './levels.js';
import * as messages from './messages.js';
import { namedSums } from './named-sums.js';
import type { RowPlan } from './plan.js';
import { checkRates } from './rates.js';
import { ENOUGH_ROWS, type RowsRead, type SetAside } from './read-rows.js';
import type { FileRow } from './records.js';
import { refuse } from './refusal.js';
import { repeatingColumn } from './repeated-figures.js';
import { findRepeats } from './repeats.js';
import { sheetSums } from './sheet-sums.js';
import { findSubtotals } from './subtotals.js';
import { windowSums } from './window-sums.js';

/** A file most of whose rows contradict themselves isn't what its header says. */
export function refuseWrong({ read, setAside, leftOut }: RowsRead): void {
  const rows = read - leftOut.blank - leftOut.footer - leftOut.total - leftOut['repeated header'];
  if (rows >= ENOUGH_ROWS && setAside.length > rows / 2) {
    const { reason, detail } = commonest(setAside);
    refuse(messages.mostlyWrong(setAside.length, rows, reason, detail));
  }
}

/** What is said of a file none of whose rows is accepted. */
export function nothingAccepted(setAside: readonly SetAside[]): Finding {
  if (setAside.length === 0) return messages.noRows();
  const { reason, detail } = commonest(setAside);
  return messages.allQuarantined(setAside.length, reason, detail);
}

/** The first row with the reason that most rows have. */
function commonest(setAside: readonly SetAside[]): Pick<SetAside, 'reason' | 'detail'> {
  const [first] = Object.entries(countReasons(setAside)).sort((a, b) => b[1] - a[1]);
  return setAside.find(({ reason }) => reason === first?.[0]) ?? { reason: 'not a number', detail: { kind: 'none' } };
}

/** How many rows were set aside, by reason. */
export function countReasons(setAside: readonly SetAside[]): Partial<Record<QuarantineReason, number>> {
  const counts: Partial<Record<QuarantineReason, number>> = {};
  for (const { reason } of setAside) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}

/** One finding a reason, with its first row. */
export function summaries(setAside: readonly SetAside[]): Finding[] {
  const counts = countReasons(setAside);
  return Object.entries(counts).map(([reason, count]) => {
    const first = setAside.find((entry) => entry.reason === reason);
    return messages.quarantined(reason as QuarantineReason, count, first?.row ?? 0, first?.detail ?? { kind: 'none' });
  });
}

const SET_ASIDE = 1;

function setRowAside(read: RowsRead, at: number, perRow: number, reason: QuarantineReason, detail: FaultDetail): void {
  if (read.table.state[at] !== 0) return;
  for (let place = at; place < at + perRow; place++) read.table.state[place] = SET_ASIDE;
  read.setAside.push({ row: read.table.row[at] ?? 0, reason, detail });
}

/** Every `perRow`-th place: the first of each file row, or of one group. */
function places(count: number, perRow: number, first: number): Uint32Array {
  return Uint32Array.from({ length: Math.floor(count / perRow) }, (_, index) => index * perRow + first);
}

/** Share of the rows from which on a day above the table isn't the one on which it was made. */
const MOST_AFTER = 0.5;

/**
 * Sets aside rows that begin after today, or after the day on which the report says that it was made; where all do, they count, with a warning.
 *
 * @param today day number; `null`: nobody says, and rows of any day count
 * @param made the report's own day, if it has one
 */
export function resolveFuture(read: RowsRead, plan: RowPlan, today: number | null, made: number | null): Finding[] {
  const perRow = plan.groups.length;
  return [made, today].flatMap((day, at) => {
    const future = day === null ? null : futureRows(read.table, day, perRow);
    if (day === null || future === null) return [];
    const { places: later, ...extent } = future;
    if (at === 0 && later.length > (MOST_AFTER * read.table.count) / perRow) return [];
    // A rehearsal, or a machine whose date is wrong: with nothing else there to read, more is lost by leaving them out.
    if (later.length === accepted(read, perRow)) return [messages.allInFuture({ ...extent, today: formatDay(day) })];
    for (const place of later)
      setRowAside(read, place, perRow, 'after today', {
        kind: 'cell',
        text: formatDay(read.table.start[place] as number),
      });
    return [messages.futureRows({ ...extent, count: later.length, today: formatDay(day) })];
  });
}

/** How many file rows count so far. */
function accepted({ table }: RowsRead, perRow: number): number {
  let count = 0;
  for (let at = 0; at < table.count; at += perRow) if (table.state[at] === 0 && table.start[at] !== NO_DAY) count += 1;
  return count;
}

/** Sets aside rows that are the sum of others; says where one is called a sum and is none. @throws a refusal where a column repeats figures */
export async function resolveSubtotals(
  read: RowsRead,
  plan: RowPlan,
  headers: readonly string[],
  rows: () => AsyncIterable<FileRow>,
): Promise<Finding[]> {
  const compared = await comparisonRows(rows, read.table, plan, headers);
  if (compared?.clear === true) {
    for (const at of compared.places)
      setRowAside(read, at, plan.groups.length, 'planned or before', {
        kind: 'cell',
        text: compared.value.slice(0, 40),
      });
  }
  for (const at of sheetSums(read.table, read.sheetStarts))
    setRowAside(read, at, 1, 'subtotal among rows', { kind: 'none' });
  const { sums, uneven, below } = await findSubtotals(rows, read.table, plan, read.labelCells);
  for (const { at, text, column } of sums) {
    const detail: FaultDetail =
      text === '' ? { kind: 'blank', header: headers[column] ?? '' } : { kind: 'cell', text: text.slice(0, 40) };
    setRowAside(read, at, 1, 'subtotal among rows', detail);
  }
  const called = namedTotals(read, below);
  for (const { at, text } of await coarserLevels(rows, read.table, plan)) {
    setRowAside(read, at, 1, 'subtotal among rows', { kind: 'cell', text: text.slice(0, 40) });
  }
  if (plan.groups.length === 1 && (plan.date !== null || plan.start !== null)) {
    for (const at of windowSums(read.table)) {
      const detail: FaultDetail = {
        kind: 'window',
        from: formatDay(read.table.start[at] as number),
        to: formatDay(read.table.end[at] as number),
      };
      setRowAside(read, at, 1, 'subtotal among rows', detail);
    }
  }
  const unsaid = plan.groups.length === 1 ? namedSums(read.table) : null;
  for (const at of unsaid?.places ?? []) {
    setRowAside(read, at, 1, 'subtotal among rows', { kind: 'cell', text: (unsaid?.name ?? '').slice(0, 40) });
  }
  const blocks = blockSums(read.table, read.labelled, plan.groups.length);
  for (const at of blocks.sums) {
    const text = read.labelled.get(at)?.text.slice(0, 40);
    const detail: FaultDetail = text === undefined ? { kind: 'none' } : { kind: 'cell', text };
    setRowAside(read, at, plan.groups.length, 'subtotal among rows', detail);
  }
  const repeating = await repeatingColumn(rows, read.table, plan);
  if (repeating !== null) refuse(messages.repeatedFigures(headers[repeating] ?? ''));
  const [first] = uneven;
  const [nearly] = blocks.near;
  return [
    ...(nearly === undefined
      ? []
      : [
          messages.nearSubtotals(
            blocks.near.length,
            read.labelled.get(nearly)?.text ?? '',
            read.table.row[nearly] ?? 0,
          ),
        ]),
    ...(called !== null ? [called] : first === undefined ? [] : [messages.unevenSubtotals(uneven.length, first)]),
    ...(compared === null ? [] : [messages.comparisonRows(headers[compared.column] ?? '', compared)]),
  ];
}

/** From this share of its rows on that are less than the others together, what is called a total is none. */
const ENOUGH_BELOW = 0.25;

/**
 * Rows of a day that are called `Total` are set aside as sums, whether or not they are that of the rows that are there (an account's may be of more), unless
 * enough of them are less than the others of their day: a sum never is, and a campaign may be called so. `null`: they are set aside, or there are none.
 */
function namedTotals(read: RowsRead, below: ReadonlySet<number>): Finding | null {
  const { table, saidTotals } = read;
  const open = saidTotals.filter((at) => table.state[at] === 0);
  const [first] = open;
  if (first === undefined) return null;
  const texts = table.texts.get('campaign') ?? table.texts.get('adset') ?? table.texts.get('ad');
  const name = texts?.values[texts.codes[first] ?? 0] ?? '';
  const none = open.length === saidTotals.length;
  if (none && open.filter((at) => below.has(at)).length >= ENOUGH_BELOW * open.length)
    return messages.namedTotal(open.length, name, table.row[first] ?? 0);
  for (const at of open) setRowAside(read, at, 1, 'subtotal among rows', { kind: 'cell', text: name.slice(0, 40) });
  return null;
}

/** Where more than this share of days is there again, that is no restating, but a breakdown that isn't known. */
const MOST_RESTATED = 0.5;

/** Sets aside rows that are there again, of two pulls the earlier one. @throws a refusal where most days are there twice */
export function resolveRepeats(read: RowsRead, plan: RowPlan): Finding[] {
  const perRow = plan.groups.length;
  const dated = plan.date !== null || plan.start !== null;
  const named = plan.identity.length > 0;
  if (!dated && !named) return [];
  const rows = places(read.table.count, perRow, 0);
  const { duplicates, restated } = findRepeats(read.table, rows);
  for (const at of duplicates) setRowAside(read, at, perRow, 'duplicate', { kind: 'same as above' });
  if (restated.length === 0) return [];
  if (!dated || !named) return [messages.unnamedRepeats(restated.length)];
  const again = new Set(restated.map(({ by }) => by));
  const days = restated.filter(({ at }) => !again.has(at)).length;
  const distinct = rows.length - duplicates.length - restated.length;
  if (days > MOST_RESTATED * distinct) refuse(messages.unknownBreakdown(restated.length, rows.length));
  for (const { at, by } of restated) {
    setRowAside(read, at, perRow, 'restated later', { kind: 'again', row: read.table.row[by] ?? 0 });
  }
  return [];
}

/** Sets aside rows whose rates contradict their counts. */
export function resolveRates(read: RowsRead, plan: RowPlan, profiles: Parameters<typeof checkRates>[3]): Finding[] {
  const perRow = plan.groups.length;
  return plan.groups.flatMap((group, index) => {
    const { findings, contradictions } = checkRates(
      read.table,
      group,
      places(read.table.count, perRow, index),
      profiles,
    );
    for (const { at, detail } of contradictions) {
      setRowAside(read, at - index, perRow, 'rate contradicts its counts', detail);
    }
    return findings;
  });
}
