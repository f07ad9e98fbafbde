import * as messages from '../../calibrate/read/messages.js';
import { type Cell, type FileRow, workbookRows } from '../../calibrate/read/records.js';
import { isRefusal, refusalOf, refuse } from '../../calibrate/read/refusal.js';
import { processReadEffects, type ReadEffects, type StoredFile, storeFile } from '../../calibrate/read/source.js';
import { refuseBomb } from '../../calibrate/read/unpacked.js';
import type { Finding } from '../../calibrate/types.js';
import { readUpTo } from '../../files/read.js';
import { required } from '../../required.js';
import type { Scenario } from '../../scenario/types.js';
import { LANGUAGES } from '../../units/locale.js';
import { fromMinorUnits, toMinorUnits } from '../../units/money.js';
import { type Said, say } from '../../words/said.js';
import { reportText } from '../text/index.js';
import { address } from './sheet.js';

/** Budgets by line and period as a workbook of huni's has them, in its first block: the plan that was followed, or what a person made of it. */
export interface WorkbookBudgets {
  readonly status: 'read';
  readonly language: Scenario['language'];
  readonly lines: readonly {
    /** Row of the sheet, from 1. */
    readonly row: number;
    readonly name: string;
    /** As they stand in the cells, period by period. */
    readonly amounts: readonly Cell[];
    /** What a person typed over the formula of the row's total; `null`: it is still the formula. */
    readonly total: Cell | null;
  }[];
  /** Columns of amounts. */
  readonly columns: number;
}

/** Sheets that are looked at: people put their own before and after. */
const SHEETS = 24;
const ABOVE = 2;

/**
 * Reads the plan's sheet of a workbook that huni wrote, wherever it stands now; `null` for any other workbook. It is known by its
 * headings in one of the languages, not by the file's properties, which spreadsheet programs write anew.
 */
export async function readBudgetWorkbook(
  path: string,
  effects: ReadEffects = processReadEffects,
): Promise<WorkbookBudgets | { readonly status: 'refused'; readonly finding: Finding } | null> {
  try {
    return await readPlanSheet(path, effects);
  } catch (error) {
    if (isRefusal(error)) return { status: 'refused', finding: refusalOf(error) };
    throw error;
  }
}

async function readPlanSheet(path: string, effects: ReadEffects): Promise<WorkbookBudgets | null> {
  // Exports are looked at here, too, and may be large: two bytes say that they are no workbook.
  const beginning = await readUpTo(path, 2).catch(() => null);
  if (beginning !== null && Buffer.from(beginning).toString('latin1') !== 'PK') return null;
  const file = await storeFile(path, effects);
  try {
    await refuseBomb(file);
    for (let sheet = 0; sheet < SHEETS; sheet++) {
      const rows: FileRow[] = [];
      try {
        for await (const row of workbookRows(file, sheet, undefined)) {
          rows.push(row);
          if (rows.length > ABOVE && isTotal(rows, row)) break;
          if (rows.length === ABOVE && languageOf(rows) === null) break;
        }
      } catch (error) {
        // After the last sheet there are no more.
        if (sheet > 0 && isRefusal(error)) return null;
        throw error;
      }
      const language = languageOf(rows);
      if (language !== null) return blockOf(rows, language, await formulasOf(file, sheet));
    }
    return null;
  } finally {
    await file.dispose();
  }
}

const textOf = (cell: Cell | undefined): string => (typeof cell === 'string' ? cell.trim() : '');

/** The language in which the second row is the heading of the plan's sheet: line, periods, total. */
function languageOf(rows: readonly FileRow[]): Scenario['language'] | null {
  const cells = rows[1]?.cells ?? [];
  if (cells.length < 3) return null;
  const [first, last] = [textOf(cells[0]), textOf(cells.at(-1))];
  const found = LANGUAGES.find((language) => {
    const { workbook } = reportText(language);
    return first === workbook.line && last === workbook.total;
  });
  return found ?? null;
}

/** Whether a row is the first block's last: its total, in the heading's language. */
function isTotal(rows: readonly FileRow[], { cells }: FileRow): boolean {
  return textOf(cells[0]) !== '' && textOf(cells[0]) === textOf(rows[1]?.cells.at(-1));
}

/** Whether a cell of a sheet, by row and column from 0, holds a formula: its value may be of before the change. */
async function formulasOf(file: StoredFile, sheet: number): Promise<(row: number, column: number) => boolean> {
  const { readXlsx } = await import('hucre/xlsx');
  const chunks: Buffer[] = [];
  for await (const chunk of file.open() as AsyncIterable<Buffer>) chunks.push(chunk);
  const { sheets } = await readXlsx(Buffer.concat(chunks), { sheets: [sheet] });
  const cells = sheets[0]?.cells;
  return (row, column) => cells?.get(`${row},${column}`)?.formula !== undefined;
}

function blockOf(
  rows: readonly FileRow[],
  language: Scenario['language'],
  isFormula: (row: number, column: number) => boolean,
): WorkbookBudgets {
  const columns = (rows[1]?.cells.length ?? 0) - 2;
  const body = rows.slice(ABOVE).filter((row) => !isTotal(rows, row));
  const lines = body
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
    .map(({ row, cells }) => ({
      row,
      name: textOf(cells[0]),
      amounts: Array.from({ length: columns }, (_, at): Cell => cells[at + 1] ?? ''),
      total: isFormula(row - 1, columns + 1) ? null : (cells[columns + 1] ?? ''),
    }));
  if (lines.length === 0) refuse(messages.noRows());
  return { status: 'read', language, lines, columns };
}

/** Lines by the names that a workbook of a language has them by, in the scenario's order. */
export function workbookLineNames({ lines }: Scenario, language: Scenario['language']): readonly string[] {
  const { names } = reportText(language);
  return lines.map(({ platform, stage, segment }) =>
    names.line(names.platform(platform), names.stages[stage], segment),
  );
}

/** Budgets and their periods, in the scenario's order of lines. */
export interface BudgetsTaken {
  readonly budgets: readonly number[];
  readonly periods: readonly (readonly number[])[];
}

/** Budgets, or every cell that is wrong. */
type BudgetsReading =
  | { readonly ok: true; readonly value: BudgetsTaken }
  | { readonly ok: false; readonly wrong: readonly Said[] };

/**
 * A workbook's amounts as a scenario's budgets, to the currency's smallest unit. Wrong is, with its cell, a line that the scenario
 * hasn't or the workbook hasn't, an amount that is none, a total that isn't its periods' sum.
 */
export function budgetsOf({ lines, columns, language }: WorkbookBudgets, scenario: Scenario): BudgetsReading {
  const { horizon, currency, path } = scenario;
  const lineNames = workbookLineNames(scenario, language);
  if (columns !== horizon.periods) {
    return {
      ok: false,
      wrong: [say`found ${columns} columns of amounts, expected ${horizon.periods}, one a period of ${path}`],
    };
  }
  const wrong: Said[] = [];
  const found = new Map<string, readonly number[]>();
  for (const { row, name, amounts, total } of lines) {
    if (!lineNames.includes(name)) {
      wrong.push(say`A${row}: found "${name}", expected a line of ${path}: ${lineNames.join(', ')}`);
      continue;
    }
    if (found.has(name)) {
      wrong.push(say`A${row}: found "${name}" a second time, expected each line once`);
      continue;
    }
    const units = amounts.map((cell, at) => {
      const amount = unitsIn(cell, currency);
      if (amount === null) {
        const cellName = address(row - 1, at + 1);
        wrong.push(
          cell === ''
            ? say`${cellName}: found nothing, expected an amount of money from 0 up, as a number`
            : say`${cellName}: found ${shownCell(cell)}, expected an amount of money from 0 up, as a number`,
        );
      }
      return amount ?? 0;
    });
    const sum = units.reduce((all, one) => all + one, 0);
    // A formula's value may be that of before: programs that don't calculate leave it. One typed over is a mistake.
    if (typeof total === 'number' && Math.abs(toMinorUnits(total, currency) - sum) > units.length) {
      const of = fromMinorUnits(sum, currency);
      wrong.push(
        say`${address(row - 1, columns + 1)}: found ${total}, expected ${of}, the sum of the row's periods: change the periods, not the total`,
      );
    }
    found.set(
      name,
      units.map((one) => fromMinorUnits(one, currency)),
    );
  }
  for (const name of lineNames) if (!found.has(name)) wrong.push(say`found no row "${name}", expected each line once`);
  if (wrong.length > 0) return { ok: false, wrong };
  const periods = lineNames.map((name) => required(found.get(name)));
  const sumOf = (list: readonly number[]) => list.reduce((sum, one) => sum + toMinorUnits(one, currency), 0);
  return { ok: true, value: { periods, budgets: periods.map((list) => fromMinorUnits(sumOf(list), currency)) } };
}

/** An amount in smallest units; `null`: it is none. */
function unitsIn(cell: Cell, currency: string): number | null {
  return typeof cell === 'number' && Number.isFinite(cell) && cell >= 0 ? toMinorUnits(cell, currency) : null;
}

const shownCell = (cell: Cell): string => (typeof cell === 'number' ? String(cell) : `"${String(cell).slice(0, 40)}"`);
