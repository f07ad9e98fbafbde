import type { Finding } from '../types.js';
import { aliasesOf } from './aliases/index.js';
import { FIELDS } from './fields.js';
import type { Header } from './header.js';
import { normalizeHeader, visible } from './header-name.js';
import * as messages from './messages.js';
import type { Cell, FileRow } from './records.js';
import { refuse } from './refusal.js';
import { namesFigure, type Shape, shapeOf } from './shape.js';
import { cellText } from './total-row.js';

/** A table with a column a figure, made of one that is laid out in another way. */
interface Reshaped {
  readonly header: Header;
  readonly rows: () => AsyncGenerator<FileRow>;
  readonly findings: readonly Finding[];
}

/** Column that the periods go into. */
const PERIOD = 'Date';
/** Figures that a table has. */
const MOST_FIGURES = 100;
/** Rows that are put together in memory. */
const MOST_ROWS = 300_000;

/**
 * Puts figures into columns where a row has one of them (`Metric`, `Value`) or a column has a period (`Jan 2026`, `Feb 2026`); `null`: the table
 * has columns of figures. @throws a refusal where nothing says what the figures are
 */
export async function reshaped(rows: () => AsyncGenerator<FileRow>, header: Header): Promise<Reshaped | null> {
  const shape = shapeOf(header.headers);
  if (shape === null) return null;
  const figures = await figuresOf(rows, header, shape);
  const labels = [...shape.labels, ...shape.units].map((index) => header.headers[index] ?? '');
  const names = [...new Map(figures.map((name) => [normalizeHeader(name), name])).values()];
  const headers = [...labels, ...(shape.periods.length > 0 ? [PERIOD] : []), ...names];
  const single =
    shape.metric === null && shape.periods.every(({ figure }) => figure === '') ? (names[0] ?? null) : null;
  const place = new Map(names.map((name, at) => [normalizeHeader(name), headers.length - names.length + at]));
  const plan: Plan = { shape, width: headers.length, place, single, money: moneyPlaces(names, headers.length) };
  const made = shape.metric === null ? () => apart(rows(), header.row, plan) : () => together(rows(), header.row, plan);
  return {
    header: { ...header, headers },
    rows: made,
    findings: [
      ...(shape.metric === null ? [] : [messages.figuresInRows(header.headers[shape.metric] ?? '', names)]),
      ...(shape.periods.length === 0
        ? []
        : [
            messages.periodsInColumns(
              shape.periods.map(({ period }) => period),
              names,
            ),
          ]),
    ],
  };
}

interface Plan {
  readonly shape: Shape;
  readonly width: number;
  /** Column of each figure, by its name. */
  readonly place: ReadonlyMap<string, number>;
  /** What all figures are, where nothing in the table says it. */
  readonly single: string | null;
  /** Columns of money: what their rows say of units counts. */
  readonly money: ReadonlySet<number>;
}

const moneyPlaces = (names: readonly string[], width: number): ReadonlySet<number> =>
  new Set(
    names.flatMap((name, at) =>
      aliasesOf(name).some(({ field }) => FIELDS[field] === 'money') ? [width - names.length + at] : [],
    ),
  );

/** Names of the figures that the table has. */
async function figuresOf(
  rows: () => AsyncGenerator<FileRow>,
  { row: headerRow, headers, preamble }: Header,
  { metric, periods }: Shape,
): Promise<readonly string[]> {
  if (metric !== null) {
    const found = new Set<string>();
    for await (const { row, cells } of rows()) {
      if (row <= headerRow) continue;
      const name = visible(cellText(cells[metric]));
      if (name !== '' && name !== headers[metric]) found.add(name);
      if (found.size > MOST_FIGURES) break;
    }
    const names = [...found];
    if (names.length > MOST_FIGURES || !names.some(namesFigure))
      refuse(messages.unknownFigures(headers[metric] ?? '', names.slice(0, 8)));
    return names;
  }
  const named = periods.map(({ figure }) => figure).filter((figure) => figure !== '');
  if (named.length > 0) return named;
  const above = [...new Set(preamble.flatMap((line) => line.split(' | ')).map(visible))].filter(namesFigure);
  const [only] = above;
  if (only === undefined || above.length > 1) refuse(messages.unsaidFigures(periods.map(({ period }) => period)));
  return [only];
}

/** A row for each period of a row. */
async function* apart(rows: AsyncIterable<FileRow>, headerRow: number, plan: Plan): AsyncGenerator<FileRow> {
  const { shape, width, place, single } = plan;
  const periods = [...new Set(shape.periods.map(({ period }) => period))];
  for await (const one of rows) {
    if (one.row <= headerRow) continue;
    const labels = shape.labels.map((index) => one.cells[index] ?? '');
    for (const period of periods) {
      const cells: Cell[] = [...labels, period, ...Array.from({ length: width - labels.length - 1 }, () => '')];
      let filled = false;
      for (const column of shape.periods) {
        const at = column.period === period ? place.get(normalizeHeader(column.figure || (single ?? ''))) : undefined;
        const cell = one.cells[column.index] ?? '';
        if (at === undefined || cellText(cell) === '') continue;
        cells[at] = cell;
        filled = true;
      }
      if (filled) yield { ...one, cells };
    }
  }
}

/** One row of all that have the same labels and differ in what their figure is. */
async function* together(rows: AsyncIterable<FileRow>, headerRow: number, plan: Plan): AsyncGenerator<FileRow> {
  const { shape, width, place, money } = plan;
  const made = new Map<string, { readonly row: number; readonly cells: Cell[] }>();
  let again = 0;
  for await (const { row, cells } of rows) {
    if (row <= headerRow) continue;
    const at = place.get(normalizeHeader(visible(cellText(cells[shape.metric ?? 0]))));
    if (at === undefined) continue;
    const labels = shape.labels.map((index) => cells[index] ?? '');
    const figures =
      shape.value !== null
        ? [{ period: null, cell: cells[shape.value] ?? '' }]
        : shape.periods.map(({ index, period }) => ({ period, cell: cells[index] ?? '' }));
    for (const { period, cell } of figures) {
      const key = [...labels.map(cellText), period ?? ''].join('\u0001');
      let own = made.get(key);
      if (own === undefined) {
        own = { row, cells: Array.from({ length: width }, () => '') };
        for (const [label, text] of labels.entries()) own.cells[label] = text;
        if (period !== null) own.cells[labels.length + shape.units.length] = period;
        made.set(key, own);
        if (made.size > MOST_ROWS) refuse(messages.tooMany('rows', MOST_ROWS));
      }
      const before = cellText(own.cells[at]);
      // The same row twice is one; other figures of the same names are parts of something.
      if (before !== '' && cellText(cell) !== '' && before !== cellText(cell)) again += 1;
      if (before === '') own.cells[at] = cell;
      for (const [unit, index] of shape.units.entries()) {
        const text = cells[index] ?? '';
        const known = cellText(own.cells[labels.length + unit]) !== '';
        if (cellText(text) !== '' && (!known || money.has(at))) own.cells[labels.length + unit] = text;
      }
    }
  }
  if (again > 0) refuse(messages.unknownBreakdown(again, made.size));
  for (const { row, cells } of made.values()) yield { row, cells };
}
