import { aliasesOf } from './aliases/index.js';
import { isFigure } from './fields.js';
import { visible } from './header-name.js';
import type { FileRow } from './records.js';
import { shapeOf } from './shape.js';
import { wideColumns } from './wide.js';

/** Preambles are short; a header further down is none. */
export const HEADER_WITHIN = 60;

export interface Header {
  readonly row: number;
  readonly headers: readonly string[];
  /** How many cells are names that an export has. */
  readonly score: number;
  /** Lines above it that aren't blank. */
  readonly preamble: readonly string[];
}

/**
 * Finds the header by its content: the first of the rows that name most columns of an export, at least two, one of
 * them a figure. `null` where there is none. Names that a mapping gives count too.
 */
export function findHeader(rows: readonly FileRow[], mapped: ReadonlySet<string>): Header | null {
  let best: Header | null = null;
  for (const [index, { row, cells }] of rows.entries()) {
    const headers = cells.map(headerText);
    const score = headerScore(headers, mapped);
    if (score >= 2 && score > (best?.score ?? 0)) {
      const preamble = linesAbove(rows, index);
      best = { row, headers: namedByGroup(headers, rows[index - 1]), score, preamble };
    }
  }
  return best ?? findReshapable(rows);
}

/** The first row that is the header of a table with one figure a row, or a period a column. */
function findReshapable(rows: readonly FileRow[]): Header | null {
  for (const [index, { row, cells }] of rows.entries()) {
    const headers = cells.map(headerText);
    const shape = shapeOf(headers);
    if (shape === null) continue;
    return { row, headers, score: 2 + shape.periods.length, preamble: linesAbove(rows, index) };
  }
  return null;
}

const headerText = (cell: FileRow['cells'][number]): string => {
  if (typeof cell === 'string') return visible(cell);
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
};

const linesAbove = (rows: readonly FileRow[], index: number): readonly string[] =>
  rows
    .slice(0, index)
    .map((above) =>
      above.cells
        .map(String)
        .filter((cell) => cell.trim() !== '')
        .join(' | '),
    )
    .filter((line) => line !== '');

/**
 * Names that stand several times in a header have a group above each of them, as where platforms stand side by side under merged cells: `Spend`
 * below `TikTok` is `TikTok Spend`. A group reaches to the next one.
 */
function namedByGroup(headers: readonly string[], above: FileRow | undefined): readonly string[] {
  const repeated = new Set(headers.filter((header, at) => header !== '' && headers.indexOf(header) !== at));
  if (repeated.size === 0 || above === undefined) return headers;
  const groups: string[] = [];
  for (let at = 0; at < headers.length; at++) {
    const cell = headerText(above.cells[at] ?? '');
    groups.push(cell === '' ? (groups[at - 1] ?? '') : cell);
  }
  const named = headers.map((header, at) => {
    // What isn't repeated below may stand in the upper row alone.
    if (header === '') return visible(String(above.cells[at] ?? ''));
    return repeated.has(header) && groups[at] !== '' ? `${groups[at]} ${header}` : header;
  });
  return named.every((name, at) => name === '' || named.indexOf(name) === at) ? named : headers;
}

function headerScore(headers: readonly string[], mapped: ReadonlySet<string>): number {
  let known = 0;
  let figures = 0;
  for (const header of headers) {
    if (header === '') continue;
    const aliases = aliasesOf(header);
    if (mapped.has(header)) {
      known += 1;
      figures += 1;
    } else if (aliases.length > 0) {
      known += 1;
      if (aliases.some((alias) => isFigure(alias.field))) figures += 1;
    } else if (/^[-\d.,%$€£]+$/.test(header)) {
      known -= 1;
    }
  }
  if (figures > 0) return known;
  const wide = wideColumns(headers);
  return wide === null ? 0 : known + wide.length;
}

/** Whether a row below the header is the header again, as in files put one after the other. */
export function repeatsHeader(cells: readonly unknown[], headers: readonly string[]): boolean {
  let same = 0;
  let other = 0;
  for (const [index, header] of headers.entries()) {
    if (header === '') continue;
    const cell = cells[index];
    if (cell === header || (typeof cell === 'string' && cell.length >= header.length && visible(cell) === header))
      same += 1;
    else other += 1;
    if (other > 1) return false;
  }
  return same >= 2;
}
