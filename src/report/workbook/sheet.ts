import type { CellStyle, Cell as SheetCell, SheetChart, WriteOptions, WriteSheet } from 'hucre/xlsx';
import { wrapText } from '../text-width.js';
import { axisFormat, type CellForm, type NumberFormats } from './number-formats.js';

/** What a cell is to its reader; decides its looks. */
type CellRole = 'title' | 'note' | 'heading' | 'figureHeading' | 'label' | 'sentence' | 'total' | 'body';

/** A cell's value, or a formula with the value it has. */
export interface Cell {
  readonly value: string | number | null;
  /** Without the leading `=`. */
  readonly formula?: string;
  readonly form?: CellForm;
  readonly role?: CellRole;
  /** An address on the web. */
  readonly link?: string;
}

export type Row = readonly (Cell | null)[];

/** One sheet as data, before anything is known of files. */
export interface SheetPlan {
  readonly name: string;
  readonly rows: readonly Row[];
  /** Widths of the columns in characters; the last one holds for all that follow. */
  readonly widths: readonly number[];
  /** Rows and columns that stay in sight. */
  readonly freeze: { readonly rows: number; readonly columns: number };
  /** Zero-based row of a heading with filters over all rows below it. */
  readonly filterRow?: number;
  readonly landscape?: boolean;
  readonly charts?: readonly SheetChart[];
  /** Rows of one sentence each: it takes all columns, and as many lines as it needs. */
  readonly sentences?: readonly number[];
  /** Rows that are printed, from the first; the rest is for a screen. */
  readonly printed?: number;
}

/** Rows that one printed page holds and can still be read. */
const ROWS_A_PAGE = 60;

/** Columns of figures that an A4 page holds sideways and can still be read. */
const COLUMNS_A_PAGE = 16;

export const title = (value: string): Cell => ({ value, role: 'title' });
export const note = (value: string): Cell => ({ value, role: 'note' });
export const heading = (value: string): Cell => ({ value, role: 'heading' });
/** A heading over figures. */
export const figureHeading = (value: string): Cell => ({ value, role: 'figureHeading' });
export const label = (value: string): Cell => ({ value, role: 'label' });
export const sentence = (value: string): Cell => ({ value, role: 'sentence' });
export const amount = (value: number | null, form: CellForm): Cell => ({ value, form });
export const computed = (formula: string, value: string | number, form: CellForm, role: CellRole = 'body'): Cell => ({
  formula,
  value,
  form,
  role,
});

/** `B3` from a zero-based row and column. */
export function address(row: number, column: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return `${letters}${row + 1}`;
}

/** `B3:F3`. */
export function range(fromRow: number, fromColumn: number, toRow: number, toColumn: number): string {
  return `${address(fromRow, fromColumn)}:${address(toRow, toColumn)}`;
}

/** `$B$3`. */
export function fixed(row: number, column: number): string {
  return address(row, column).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
}

/** A cell or range seen from another sheet. */
export function on(sheet: string, reference: string): string {
  return `'${sheet.replaceAll("'", "''")}'!${reference}`;
}

const RULE = { style: 'thin', color: { rgb: '8A8A8A' } } as const;
/** On every machine that opens workbooks, or replaced there by one of the same widths. */
export const FONT = { name: 'Arial', size: 10 } as const;
const HEADING: CellStyle = {
  font: { ...FONT, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8EEF4' } },
  border: { bottom: RULE },
  alignment: { wrapText: true, vertical: 'top' },
};
const LOOKS: Readonly<Record<CellRole, CellStyle>> = {
  title: { font: { ...FONT, bold: true, size: 14 } },
  note: { font: { ...FONT, italic: true, color: { rgb: '5A5A5A' } } },
  heading: HEADING,
  figureHeading: { ...HEADING, alignment: { ...HEADING.alignment, horizontal: 'right' } },
  label: { alignment: { vertical: 'top' } },
  sentence: { alignment: { wrapText: true, vertical: 'top' } },
  total: { font: { ...FONT, bold: true }, border: { top: RULE } },
  body: { alignment: { vertical: 'top' } },
};

/**
 * A sheet for the file: cells with their number formats, widths, panes that stay, and A4 pages that repeat the headings.
 *
 * @param options.rightToLeft the language's direction
 */
export function writeSheet(
  plan: SheetPlan,
  formats: NumberFormats,
  options: { readonly rightToLeft: boolean },
): WriteSheet {
  const cells = new Map<string, Partial<SheetCell>>();
  plan.rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      if (cell !== null) cells.set(`${r},${c}`, sheetCell(cell, formats, breaksIntoLines(row, c)));
    });
  });
  const columns = Math.max(1, ...plan.rows.map((row) => row.length));
  const last = plan.rows.length - 1;
  const widths = Array.from({ length: columns }, (_, c) =>
    Math.max(plan.widths[c] ?? plan.widths.at(-1) ?? 12, ...plan.rows.map((row) => figureWidth(row[c], formats))),
  );
  return {
    name: plan.name,
    columns: widths.map((width) => ({ width })),
    ...sentenceRows(plan, plan.sentences ?? [], widths),
    rows: plan.rows.map((row) => row.map((cell) => (cell === null || cell.formula !== undefined ? null : cell.value))),
    cells,
    freezePane: { ...plan.freeze },
    ...(plan.filterRow === undefined || last <= plan.filterRow
      ? {}
      : { autoFilter: { range: range(plan.filterRow, 0, last, columns - 1) } }),
    pageSetup: {
      paperSize: 'a4',
      orientation: (plan.landscape ?? true) ? 'landscape' : 'portrait',
      fitToPage: true,
      // A page a sheet: what is more than it holds is for a screen.
      fitToWidth: 1,
      fitToHeight: 1,
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.7, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&L&A&R&P / &N' },
    view: { rightToLeft: options.rightToLeft },
    ...(plan.charts === undefined
      ? {}
      : {
          charts: plan.charts.map((chart) => ({
            ...chart,
            axes: { y: { numberFormat: { formatCode: axisFormat(formats) } } },
          })),
        }),
  };
}

/**
 * What of a sheet is printed, and which rows and columns every page repeats, as names of the workbook. Written here, since the library leaves a
 * sheet's name without quotes in them: a spreadsheet program that holds to the standard "repairs" a file with `Cash flow!$1:$2`.
 */
export function printNames(plan: SheetPlan): NonNullable<WriteOptions['namedRanges']> {
  const columns = Math.max(1, ...plan.rows.map((row) => row.length));
  const printed = Math.min(plan.printed ?? plan.rows.length, ROWS_A_PAGE);
  const titles = [
    ...(plan.freeze.columns > 0 && columns > COLUMNS_A_PAGE ? ['$A:$A'] : []),
    ...(plan.freeze.rows > 0 ? [`$1:$${plan.freeze.rows}`] : []),
  ];
  const named = (name: string, ranges: readonly string[]) => ({
    name,
    range: ranges.map((range) => on(plan.name, range)).join(','),
    scope: plan.name,
  });
  return [
    ...(printed < plan.rows.length ? [named('_xlnm.Print_Area', [`$A$1:${fixed(printed - 1, columns - 1)}`])] : []),
    ...(titles.length === 0 ? [] : [named('_xlnm.Print_Titles', titles)]),
  ];
}

/** Letters that a figure takes as it is shown: a column narrower than it shows ### in its place. Words may run on, and count as none. */
function figureWidth(cell: Cell | null | undefined, formats: NumberFormats): number {
  if (typeof cell?.value !== 'number' || cell.form === undefined || cell.form === 'date') return 0;
  const [code = ''] = formats[cell.form].split(';');
  const digits = /0\.(0+)/.exec(code)?.[1]?.length ?? 0;
  const sign = /"([^"]*)"/.exec(code)?.[1] ?? '';
  const value = cell.form === 'share' ? 100 * cell.value : cell.value;
  const written = Math.abs(value).toFixed(digits);
  const groups = code.includes(',') ? Math.floor((written.replace(/\..*/, '').length - 1) / 3) : 0;
  // A minus, the sign's space or a percent sign, and the cell's own margin.
  const length = written.length + groups + sign.length + 3;
  return cell.role === 'total' ? 1.1 * length : length;
}

/** Pixels that a letter of a column's width stands for, and points of a line, in `FONT`. */
const LETTER = 7;
const LINE = 13;
/** `FONT` in pixels; what opens a workbook may have a wider one. */
const PIXELS = 1.08 * FONT.size * (96 / 72);

/** What a column of a heading leaves for its words: a filter's arrow stands in it, and another font may be wider. */
const HEADING_ROOM = 0.85;

/**
 * Whether a cell's words break into lines within its column: headings and sentences do, and labels with something beside them, which
 * would be cut there. A label with nothing beside it runs on.
 */
function breaksIntoLines(row: Row, column: number): boolean {
  const [cell, beside] = [row[column], row[column + 1]];
  if (typeof cell?.value !== 'string' || cell.value === '') return false;
  if (cell.role === 'heading' || cell.role === 'figureHeading' || cell.role === 'sentence') return true;
  const taken = beside?.formula !== undefined || (beside?.value ?? '') !== '';
  return cell.role === 'label' && taken;
}

/** Height of a row whose words break into lines within their columns; `null` where none do. */
function wrappedHeight(row: Row, widths: readonly number[]): number | null {
  const lines = row.map((cell, column) => {
    if (typeof cell?.value !== 'string' || !breaksIntoLines(row, column)) return 1;
    const isHeading = cell.role === 'heading' || cell.role === 'figureHeading';
    const room = LETTER * (widths[column] ?? 12) * (isHeading ? HEADING_ROOM : 1);
    return wrapText(cell.value, room, PIXELS, isHeading ? 'semibold' : 'regular').length;
  });
  const most = Math.max(1, ...lines);
  return most === 1 ? null : LINE * most + 3;
}

/**
 * Rows of a sentence as cells over all columns, and every row as high as its lines: not all that opens a workbook makes a row higher by
 * itself, and nothing does so with a merged one.
 */
function sentenceRows({ rows }: SheetPlan, sentences: readonly number[], widths: readonly number[]) {
  const room = LETTER * widths.reduce((sum, width) => sum + width, 0);
  const merged = new Set(sentences);
  const wrapped = rows.flatMap((row, r) => {
    const height = merged.has(r) ? null : wrappedHeight(row, widths);
    return height === null ? [] : [[r, { height }] as const];
  });
  const rowDefs = new Map([
    ...wrapped,
    ...sentences.map((row) => {
      const { value, role } = rows[row]?.[0] ?? { value: '' };
      const weight = role === 'heading' ? 'semibold' : 'regular';
      return [row, { height: LINE * wrapText(String(value), room, PIXELS, weight).length + 3 }] as const;
    }),
  ]);
  const merges = sentences.map((row) => ({ startRow: row, startCol: 0, endRow: row, endCol: widths.length - 1 }));
  return { merges, rowDefs };
}

function sheetCell(
  { value, formula, form = 'text', role = 'body', link }: Cell,
  formats: NumberFormats,
  breaks: boolean,
) {
  const isText = form === 'text';
  const looks = breaks ? { ...LOOKS[role], alignment: { ...LOOKS[role].alignment, wrapText: true } } : LOOKS[role];
  const cell: Partial<SheetCell> = {
    style: isText ? looks : { ...looks, numFmt: formats[form] },
    ...(link === undefined ? {} : { hyperlink: { target: link } }),
  };
  if (formula === undefined) return { ...cell, value, type: typeof value === 'number' ? 'number' : 'string' } as const;
  return { ...cell, formula, formulaResult: value, type: 'formula' } as const;
}
