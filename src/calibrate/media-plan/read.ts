import type { Stage } from '../../scenario/types.js';
import { currencyDigits, fromMinorUnits, toMinorUnits } from '../../units/money.js';
import type { StageEvidence } from '../facts.js';
import { stageIn } from '../fit/stage-words.js';
import { type DateOrder, readDate } from '../read/dates.js';
import { HEADER_WITHIN } from '../read/header.js';
import { findLayoutBy } from '../read/layout.js';
import type { DecimalMark } from '../read/numbers.js';
import { isAdPlatform, platformOfCell } from '../read/platform-names.js';
import { type Cell, type FileRow, fileRows } from '../read/records.js';
import { isRefusal, refusalOf, refuse } from '../read/refusal.js';
import { processReadEffects, type ReadEffects, storeFile } from '../read/source.js';
import { maySayTotal, saysTotal } from '../read/total-words.js';
import type { Finding } from '../types.js';
import { amountIn, moneyOf } from './amounts.js';
import { findPlanHeader, type HeaderOptions, isExport, type PlanHeader, periodColumns, type When } from './header.js';
import type { PlanColumn, PlanField } from './headings.js';
import * as messages from './messages.js';

export interface MediaPlanOptions extends HeaderOptions {
  /** ISO 4217, where the plan names none. */
  readonly currency?: string;
  readonly decimal?: DecimalMark;
  /** Platform of all rows, where no column says it. */
  readonly platform?: string;
  readonly effects?: ReadEffects;
}

/** Money for a time; `when` null: the plan doesn't say. */
export interface PlannedSpend {
  readonly when: When | null;
  /** In the currency's smallest unit. */
  readonly units: number;
}

/** A row of a plan. */
export interface Placement {
  readonly row: number;
  readonly platform: string;
  readonly stage: Stage;
  /** What says the stage. */
  readonly evidence: StageEvidence;
  readonly spend: readonly PlannedSpend[];
}

export type MediaPlanReading =
  | { readonly status: 'refused'; readonly finding: Finding }
  | {
      readonly status: 'read';
      /** ISO 4217; `null`: nothing names it, and amounts are in hundredths. */
      readonly currency: string | null;
      readonly placements: readonly Placement[];
      readonly findings: readonly Finding[];
    };

/**
 * Reads a media plan of a person's own making: rows of channels with a budget and dates, or with a column of amounts a month
 * or week. `null`: the file is none (it has no such header, or it is an export). Amounts are to the currency's smallest unit; what can't be
 * read right is refused.
 */
export async function readMediaPlan(path: string, options: MediaPlanOptions = {}): Promise<MediaPlanReading | null> {
  try {
    const file = await storeFile(path, options.effects ?? processReadEffects);
    try {
      let exported = false;
      const found = await findLayoutBy(file, (rows) => {
        // In a wrong encoding an export's columns have names that aren't known, and what is left may look like a plan.
        exported ||= rows.slice(0, HEADER_WITHIN).some(({ cells }) => isExport(cells, options));
        const header = findPlanHeader(rows, options);
        return header === null
          ? null
          : { ...header, score: header.columns.filter(({ field }) => field !== null).length };
      });
      if (found === null || (exported && found.layout.format === 'csv')) return null;
      const rows: FileRow[] = [];
      for await (const row of fileRows(file, found.layout)) if (row.row > found.header.row) rows.push(row);
      return readRows(rows, found.header, options);
    } finally {
      await file.dispose();
    }
  } catch (error) {
    if (isRefusal(error)) return { status: 'refused', finding: refusalOf(error) };
    throw error;
  }
}

function readRows(rows: readonly FileRow[], header: PlanHeader, options: MediaPlanOptions): MediaPlanReading {
  const { columns } = header;
  const of = (field: PlanField) => columns.filter((column) => column.field === field);
  const periods = periodColumns(header, options);
  const budgets = of('budget').length > 0 ? of('budget') : of('daily_budget');
  if (periods.length === 0 && budgets.length > 1) refuse(messages.severalBudgets(budgets.map((one) => one.header)));
  const [budget = null] = periods.length === 0 ? budgets : [];
  const daily = budget?.field === 'daily_budget';
  const totals = periods.length === 0 ? [] : [...of('total'), ...of('budget')];
  const amounts = budget === null ? of('period') : [budget];
  const money = moneyOf(rows, [...amounts, ...totals], of('currency')[0] ?? null, options);
  const order = dayOrder(rows, [...of('start'), ...of('end')], options.dayFirst);
  const placements: Placement[] = [];
  const findings: Finding[] = [...money.findings];
  const code = money.currency ?? 'USD';
  const show = (units: number) => `${fromMinorUnits(units, code).toFixed(currencyDigits(code))}`;
  let channel = '';
  let [sum, sinceSubtotal] = [0, 0];
  for (const { row, cells } of rows) {
    const read = amounts.map((column) => amountIn(cells[column.index] ?? '', column, row, money.mark));
    const label = (field: PlanField) =>
      of(field)
        .map(({ index }) => String(cells[index] ?? '').trim())
        .filter((text) => text !== '')
        .join(' ');
    const first = cells.find((cell) => cell !== '');
    if (read.every((amount) => amount === null)) continue;
    const units = read.map((amount) => toMinorUnits(amount ?? 0, code));
    const whole = units.reduce((all, one) => all + one, 0);
    const labels = [label('platform'), label('objective'), label('campaign')].filter((text) => text !== '');
    const sums = isSum(whole, [sum, sinceSubtotal]);
    if (
      (typeof first === 'string' && saysTotal(first)) ||
      (sums && (labels.length === 0 || (typeof first === 'string' && maySayTotal(first))))
    ) {
      if (!sums) findings.push(messages.otherTotal(row, show(whole), show(sum)));
      sinceSubtotal = 0;
      continue;
    }
    const days = spanOf(cells, of('start')[0], of('end')[0], order, row);
    if (daily && days === null && whole > 0) refuse(messages.dailyWithoutDays(row, budget.header));
    const spent = daily && days !== null ? whole * (days.last - days.first + 1) : whole;
    sum += spent;
    sinceSubtotal += spent;
    for (const column of totals) {
      const said = amountIn(cells[column.index] ?? '', column, row, money.mark);
      if (said !== null && Math.abs(toMinorUnits(said, code) - whole) > 1) {
        refuse(messages.otherSum(row, column.header, show(toMinorUnits(said, code)), show(whole)));
      }
    }
    const own = label('platform');
    // Merged cells leave the rows below blank.
    if (own !== '') channel = own;
    const named = own !== '' ? own : labels.length > 0 ? channel || (options.platform ?? label('campaign')) : '';
    if (named === '') refuse(messages.noChannel(row));
    const platform = options.platform ?? platformOfCell(named);
    if (spent === 0) continue;
    if (!isAdPlatform(platform)) {
      findings.push(messages.leftOut(row, named, `${show(spent)}${money.currency === null ? '' : ` ${code}`}`));
      continue;
    }
    placements.push({
      row,
      platform,
      ...stageOf(label('objective'), label('campaign'), named),
      spend:
        periods.length > 0
          ? periods.flatMap((when, k) => (units[k] > 0 ? [{ when, units: units[k] }] : []))
          : [{ when: days === null ? null : { kind: 'days', ...days }, units: spent }],
    });
  }
  if (placements.length === 0) refuse(messages.noPlacements());
  const undated = placements.find(({ spend }) => spend.some(({ when }) => when === null));
  const dated = placements.some(({ spend }) => spend.some(({ when }) => when !== null));
  if (undated !== undefined && dated) refuse(messages.someDated(undated.row));
  return {
    status: 'read',
    currency: money.currency,
    placements,
    findings: [...findings, ...columnFindings(columns)],
  };
}

/** Whether an amount is one of these sums, but for what rounding of each part may come to. */
const isSum = (whole: number, sums: readonly number[]): boolean =>
  sums.some((one) => one > 0 && Math.abs(whole - one) <= 5);

function columnFindings(columns: readonly PlanColumn[]): readonly Finding[] {
  const headers = (field: PlanColumn['field']) =>
    columns.filter((column) => column.field === field && column.header !== '').map(({ header }) => header);
  const [figures, unread] = [headers('figure'), headers(null)];
  return [
    ...(figures.length === 0 ? [] : [messages.notTaken(figures)]),
    ...(unread.length === 0 ? [] : [messages.unreadColumns(unread)]),
  ];
}

function stageOf(objective: string, campaign: string, channel: string): Pick<Placement, 'stage' | 'evidence'> {
  for (const [what, text] of [
    ['objective', objective],
    ['name', campaign],
    ['channel', channel],
  ] as const) {
    const found = stageIn(text);
    if (found !== null) return { stage: found.stage, evidence: { kind: what, word: found.word } };
  }
  return { stage: 'awareness', evidence: { kind: 'nothing' } };
}

/** One order for all dates: as reported, as days above 12 tell, else refused where it matters. */
function dayOrder(rows: readonly FileRow[], columns: readonly PlanColumn[], dayFirst: boolean | undefined): DateOrder {
  if (dayFirst !== undefined) return dayFirst ? 'day first' : 'month first';
  let [days, months, example] = [false, false, ''];
  for (const { cells } of rows) {
    for (const { index } of columns) {
      const parts = /^(\d{1,2})([-/.])(\d{1,2})[-/.]\d{2,4}$/.exec(String(cells[index] ?? '').trim());
      if (parts === null) continue;
      const [first, second] = [Number(parts[1]), Number(parts[3])];
      if (first > 12 || parts[2] === '.') days = true;
      else if (second > 12) months = true;
      else if (first !== second) example = parts[0];
    }
  }
  if (days === months && example !== '') refuse(messages.unsureDates(example));
  return months && !days ? 'month first' : 'day first';
}

function spanOf(
  cells: readonly Cell[],
  start: PlanColumn | undefined,
  end: PlanColumn | undefined,
  order: DateOrder,
  row: number,
): { readonly first: number; readonly last: number } | null {
  if (start === undefined) return null;
  const from = dayIn(cells[start.index] ?? '', start, order, row);
  if (from === null) return null;
  const to = end === undefined ? null : dayIn(cells[end.index] ?? '', end, order, row);
  // A month, or a span in one cell, has its own end; a day alone is one day.
  const last = to === null ? Math.max(from.last, from.first) : Math.max(to.last, to.first);
  if (last < from.first) refuse(messages.endsBefore(row));
  return { first: from.first, last };
}

function dayIn(cell: Cell, { header }: PlanColumn, order: DateOrder, row: number) {
  const days = readDate(cell, order);
  if (days === 'missing') return null;
  if (typeof days === 'string') refuse(messages.notADay(row, header, String(cell)));
  return days;
}
