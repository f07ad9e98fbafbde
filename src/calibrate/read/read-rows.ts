import { type FaultDetail, NO_DAY, type QuarantineReason } from '../types.js';
import type { DateOrder } from './dates.js';
import { repeatsHeader } from './header.js';
import {
  amountIn,
  type Fault,
  type Figures,
  judgeCurrency,
  judgeDates,
  judgeFigures,
  judgeLength,
  judgeNames,
  numberIn,
  type Window,
} from './judge.js';
import { EXPORT_LIMITS } from './limits.js';
import * as messages from './messages.js';
import { type DecimalMark, isMissing } from './numbers.js';
import { MOST_DAYS, MOST_WINDOWS, type NamedWindow } from './overlaps.js';
import { periodNamed } from './period-names.js';
import type { GroupPlan, RowPlan } from './plan.js';
import { platformOfCell } from './platform-names.js';
import type { Cell, FileRow } from './records.js';
import { refuse } from './refusal.js';
import { addRow, emptyTable, hashInto, hashOf, longHashOf, setText, type Table } from './table.js';
import { cellText, kindOfRow } from './total-row.js';
import { saysAll, saysTotal } from './total-words.js';

interface Conventions {
  readonly marks: ReadonlyMap<number, DecimalMark>;
  readonly order: DateOrder;
}

export interface SetAside {
  readonly row: number;
  readonly reason: QuarantineReason;
  readonly detail: FaultDetail;
}

/** A row of sums that the platform wrote itself. */
export interface TotalRow {
  readonly row: number;
  readonly spend: number;
  readonly impressions: number;
}

interface RowLabel {
  readonly size: number;
  readonly text: string;
}

export interface RowsRead {
  readonly table: Table;
  readonly read: number;
  readonly setAside: SetAside[];
  readonly leftOut: Record<'total' | 'footer' | 'blank' | 'repeated header', number>;
  readonly totalRows: readonly TotalRow[];
  readonly shortRows: readonly { readonly row: number; readonly fields: number }[];
  /** Rows of sponsored messages whose opens count as clicks. */
  readonly messageOpens: number;
  /** Rows with more link clicks than clicks of all kinds. */
  readonly linkAboveAll: number;
  /** Spellings of campaign names that were taken as another's. */
  readonly mergedNames: number;
  /** Of rows that have a name. */
  readonly windows: readonly NamedWindow[];
  /** Places of rows of a day whose campaign, ad set or ad is called `Total`: sums, or named so. */
  readonly saidTotals: readonly number[];
  /** First place of each sheet's rows; empty for a file without sheets. */
  readonly sheetStarts: readonly number[];
  /** Places of rows whose label names a stretch of days or a sum, with the size of it and the label. */
  readonly labelled: ReadonlyMap<number, RowLabel>;
  /** Columns that tell rows apart with cells that say "all" or nothing, and with cells that name a part. */
  readonly labelCells: { readonly all: ReadonlySet<number>; readonly parts: ReadonlySet<number> };
}

/** From this many rows on, a file most of whose rows contradict themselves isn't read on. */
export const ENOUGH_ROWS = 20;

/** Second pass: rows below the header into a table, those that are no rows of figures left out, wrong ones set aside. */
export async function readRows(
  rows: AsyncIterable<FileRow>,
  header: { readonly row: number; readonly headers: readonly string[] },
  plan: RowPlan,
  conventions: Conventions,
  endsOpen: boolean,
): Promise<RowsRead> {
  const groups = plan.groups;
  const table = emptyTable(
    new Set(groups.flatMap(({ measures }) => measures.map(({ measure }) => measure))),
    groups.flatMap(({ rates }) => rates.map(({ index }) => index)),
    new Set(
      groups
        .flatMap(({ labels }) => labels.map(({ dimension }) => dimension))
        .concat(groups.length > 1 ? ['platform'] : []),
    ),
  );
  const state: State = {
    table,
    plan,
    conventions,
    read: 0,
    setAside: [],
    leftOut: { total: 0, footer: 0, blank: 0, 'repeated header': 0 },
    totalRows: [],
    shortRows: [],
    messageOpens: 0,
    linkAboveAll: 0,
    names: new Map(),
    known: new Set(),
    merged: new Set(),
    nameless: [],
    windows: [],
    saidTotals: [],
    labelled: new Map(),
    sheetStarts: [],
    sheet: -1,
    labelCells: { all: new Set(), parts: new Set() },
    lastNames: [],
    firstRow: 0,
    lastRow: 0,
    window: { start: 0, end: 0 },
    figures: groups.map(() => ({ values: new Map(), messageOpens: false, linkAboveAll: false, blanks: [] })),
  };
  // A row is judged once the next is there, so that the last one is known to be it.
  let held: FileRow | null = null;
  for await (const fileRow of rows) {
    if (fileRow.row <= header.row) continue;
    if (held !== null) takeRow(state, held, header.headers, false);
    held = fileRow;
  }
  if (held !== null) takeRow(state, held, header.headers, endsOpen);
  resolveNameless(state);
  state.setAside.sort((a, b) => a.row - b.row);
  return { ...state, mergedNames: state.merged.size };
}

interface State {
  readonly table: Table;
  readonly plan: RowPlan;
  readonly conventions: Conventions;
  read: number;
  readonly setAside: SetAside[];
  readonly leftOut: RowsRead['leftOut'];
  readonly totalRows: TotalRow[];
  readonly shortRows: { row: number; fields: number }[];
  messageOpens: number;
  linkAboveAll: number;
  /** Campaign spelling → the name it is known by. */
  readonly names: Map<string, string>;
  readonly known: Set<string>;
  readonly merged: Set<string>;
  readonly nameless: TotalRow[];
  readonly windows: NamedWindow[];
  readonly saidTotals: number[];
  readonly labelled: Map<number, RowLabel>;
  readonly sheetStarts: number[];
  sheet: number;
  readonly labelCells: { readonly all: Set<number>; readonly parts: Set<number> };
  lastNames: readonly string[];
  firstRow: number;
  lastRow: number;
  readonly window: Window;
  readonly figures: Figures[];
}

function takeRow(state: State, { row, cells, sheet }: FileRow, headers: readonly string[], cutOff: boolean): void {
  const { plan, leftOut } = state;
  if (sheet !== undefined && sheet !== state.sheet) {
    state.sheetStarts.push(state.table.count);
    state.sheet = sheet;
  }
  state.read += 1;
  if (cells.every((cell) => cell === '' || (typeof cell === 'string' && cell.trim() === ''))) {
    leftOut.blank += 1;
    return;
  }
  if (repeatsHeader(cells, headers)) {
    leftOut['repeated header'] += 1;
    return;
  }
  const kind = kindOfRow(cells, plan);
  if (kind === 'footer' || kind === 'empty') {
    leftOut[kind === 'footer' ? 'footer' : 'blank'] += 1;
    return;
  }
  if (kind === 'total') {
    leftOut.total += 1;
    state.totalRows.push(sumsIn(state, row, cells));
    return;
  }
  if (kind === 'nameless') {
    state.nameless.push(sumsIn(state, row, cells));
    return;
  }
  if (state.firstRow === 0) state.firstRow = row;
  state.lastRow = row;
  const judged = judge(state, cells, headers, cutOff, row);
  const said = kind === 'subtotal';
  const fault = said && !(judged === null && isCalledTotal(cells, plan)) ? subtotalFault(cells) : judged;
  if (fault === null) {
    if (said) state.saidTotals.push(state.table.count);
    keepRow(state, row, cells);
    return;
  }
  state.setAside.push({ row, ...fault });
  const { wrongRows } = EXPORT_LIMITS;
  if (state.setAside.length > wrongRows) refuse(messages.tooMany('rows that contradict themselves', wrongRows));
}

/** Whether it is a campaign, ad set or ad that a row's word for a sum stands for. */
const isCalledTotal = (cells: readonly Cell[], { identity, groups }: RowPlan): boolean =>
  groups.length === 1 && identity.some((index) => saysTotal(cellText(cells[index])));

const subtotalFault = (cells: readonly Cell[]): Fault => ({
  reason: 'subtotal among rows',
  detail: { kind: 'cell', text: cells.map(String).find((cell) => cell !== '') ?? '' },
});

function judge(
  state: State,
  cells: readonly Cell[],
  headers: readonly string[],
  cutOff: boolean,
  row: number,
): Fault | null {
  const { plan, conventions, window, figures } = state;
  const length = judgeLength(cells, headers, cutOff);
  if (length !== null && length !== 'short') return length;
  const dates = judgeDates(cells, plan, conventions.order, window);
  if (dates !== null) return dates;
  const names = judgeNames(cells, plan);
  if (names !== null) return names;
  for (const [index, group] of plan.groups.entries()) {
    const fault =
      judgeFigures(cells, group, plan, conventions.marks, figures[index] as Figures) ?? judgeCurrency(cells, group);
    if (fault !== null) return fault;
  }
  if (length === 'short') state.shortRows.push({ row, fields: cells.length });
  return null;
}

function keepRow(state: State, row: number, cells: readonly Cell[]): void {
  const { table, plan, conventions, window, figures } = state;
  const date = plan.date ?? plan.start;
  const dates = [date, plan.end].map((column) => (column === null ? '' : cellText(cells[column.index])));
  const names = plan.key.map((index) => cellText(cells[index]));
  const key = [...names, ...dates].join('\u0001');
  for (let place = 0; place < names.length; place++) {
    const name = names[place] ?? '';
    // Rows below each other say much the same, and a column needs to show each kind once.
    if (name === state.lastNames[place]) continue;
    const index = plan.key[place] as number;
    if (!state.labelCells.all.has(index) || !state.labelCells.parts.has(index))
      (saysAll(name) ? state.labelCells.all : state.labelCells.parts).add(index);
  }
  state.lastNames = names;
  const label = labelOf(cells, plan);
  if (label !== null) state.labelled.set(table.count, label);
  const most = window.end > window.start ? MOST_WINDOWS : MOST_DAYS;
  if (window.start !== NO_DAY && plan.identity.length > 0 && state.windows.length < most)
    state.windows.push({ row, name: longHashOf(names.join('\u0001')), ...window });
  const content = cells.map(cellText).join('\u0001');
  const split = plan.split.length === 0 ? 0 : hashOf(plan.split.map((index) => cellText(cells[index])).join('\u0001'));
  for (const [index, group] of plan.groups.entries()) {
    const { values, messageOpens, linkAboveAll } = figures[index] as Figures;
    const at = addRow(table, row, window.start, window.end);
    hashInto(table.key, at, key);
    hashInto(table.content, at, content);
    table.split[at] = split;
    for (const [measure, value] of values) {
      const data = table.measures.get(measure);
      if (data !== undefined) data[at] = value;
    }
    for (const column of group.rates) {
      const data = table.rates.get(column.index);
      if (data !== undefined) data[at] = numberIn(cells, column, conventions.marks, plan.language) ?? Number.NaN;
    }
    keepLabels(state, group, at, cells);
    if (messageOpens) state.messageOpens += 1;
    if (linkAboveAll) state.linkAboveAll += 1;
  }
}

/** The first label of a row that names a stretch of days or a sum. */
function labelOf(cells: readonly Cell[], { sayingSums }: RowPlan): RowLabel | null {
  for (const index of sayingSums) {
    const cell = cells[index];
    if (typeof cell !== 'string' || cell === '') continue;
    const size = periodNamed(cell);
    if (size !== null) return { size, text: cell };
  }
  return null;
}

function keepLabels(state: State, group: GroupPlan, at: number, cells: readonly Cell[]): void {
  const { table } = state;
  for (const { dimension, column } of group.labels) {
    const value = cellText(cells[column.index]);
    if (isMissing(value)) continue;
    if (dimension === 'platform') setText(table, dimension, at, platformOfCell(value));
    else if (dimension === 'currency') setText(table, dimension, at, value.toUpperCase());
    else if (dimension === 'campaign') setText(table, dimension, at, value, knownName(state, value));
    else setText(table, dimension, at, value);
  }
  if (group.group !== null) setText(table, 'platform', at, group.group);
}

/** One name for spellings that differ in case, spaces and underscores only. */
function knownName(state: State, spelling: string): string {
  const known = state.names.get(spelling);
  if (known !== undefined) return known;
  const name = spelling
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .trim();
  if (state.known.has(name)) state.merged.add(spelling);
  state.known.add(name);
  state.names.set(spelling, name);
  return name;
}

function sumsIn(state: State, row: number, cells: readonly Cell[]): TotalRow {
  const figure = (measure: 'spend' | 'impressions'): number => {
    const column = state.plan.groups[0]?.measures.find((entry) => entry.measure === measure)?.column;
    return column === undefined
      ? Number.NaN
      : (amountIn(cells, column, state.conventions.marks, state.plan) ?? Number.NaN);
  };
  return { row, spend: figure('spend'), impressions: figure('impressions') };
}

/** Rows without a name: above the first row or below the last they are totals, among them no one can tell. */
function resolveNameless(state: State): void {
  for (const sums of state.nameless) {
    if (sums.row < state.firstRow || sums.row > state.lastRow) {
      state.leftOut.total += 1;
      state.totalRows.push(sums);
    } else {
      state.setAside.push({ row: sums.row, reason: 'row without a name', detail: { kind: 'nameless' } });
    }
  }
}
