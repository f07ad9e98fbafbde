import { parseNumber } from '../../units/number.js';
import * as messages from '../messages.js';
import { type Fault, type Problem, problemAt } from '../problem.js';
import { type FileReader, MAX_DATA_BYTES, readText } from '../source/file.js';
import { relativeTo, sha256 } from '../source/load.js';
import { type Access, isNamedAsData, refuseData } from '../source/root.js';
import { nodeAt, type Path, placeOf, type SourceNode } from '../source/tree.js';

/** Where an empirical distribution's numbers wait until it is read. */
const COLUMN = Symbol('column');

/** The sorted numbers of a map `{dist: empirical, file, column}` that `attachColumns` has been at. */
export function columnOf(value: object): readonly number[] | undefined {
  return (value as { [COLUMN]?: readonly number[] })[COLUMN];
}

/**
 * Reads the CSV columns that empirical distributions name and attaches them to the plain values; paths are relative to the
 * scenario file that names them. Returns digests of the data, and problems.
 */
export async function attachColumns(
  plain: unknown,
  root: SourceNode,
  access: Access,
  reader?: FileReader,
): Promise<{ readonly digests: readonly string[]; readonly problems: readonly Problem[] }> {
  const digests: string[] = [];
  const problems: Problem[] = [];
  const texts = new Map<string, Awaited<ReturnType<typeof readText>>>();
  for (const { value, path } of empiricals(plain, [])) {
    const place = placeOf(root, [...path, 'file']);
    const file = relativeTo(nodeAt(root, path).place.path, String(value.file));
    const refused = await refuseData(file, access);
    if (refused !== null) {
      problems.push(problemAt(place, refused, 'file'));
      continue;
    }
    let text = texts.get(file);
    if (text === undefined) {
      text = await readText(file, MAX_DATA_BYTES, reader);
      texts.set(file, text);
      if (text.ok) digests.push(sha256(text.text));
    }
    if (!text.ok) {
      problems.push(problemAt(place, messages.unreadData(text.fault, file), 'file'));
      continue;
    }
    const column = await readColumn(text.text, String(value.column));
    if (column.ok) value[COLUMN] = column.sorted;
    else {
      const fault = (await isNamedAsData(file)) ? column.fault : messages.notColumnData();
      problems.push(problemAt(placeOf(root, [...path, 'column']), fault, 'column'));
    }
  }
  return { digests, problems };
}

interface EmpiricalMap {
  readonly file: string | number;
  readonly column: string | number;
  [COLUMN]?: readonly number[];
}

/** Text, or a number (a column may be named after a year). */
function isName(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

function* empiricals(value: unknown, path: Path): Generator<{ value: EmpiricalMap; path: Path }> {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* empiricals(item, [...path, index]);
    return;
  }
  const map = value as Record<string, unknown>;
  const strange = Object.keys(map).some((key) => !['dist', 'file', 'column'].includes(key));
  if (map.dist === 'empirical' && isName(map.file) && isName(map.column) && !strange) {
    yield { value: map as unknown as EmpiricalMap, path };
    return;
  }
  for (const [key, item] of Object.entries(map)) yield* empiricals(item, [...path, key]);
}

type ColumnReading =
  | { readonly ok: true; readonly sorted: readonly number[] }
  | { readonly ok: false; readonly fault: Fault };

/** A CSV column's numbers in ascending order; empty cells are left out, anything else that is no number is a fault. */
async function readColumn(text: string, column: string): Promise<ColumnReading> {
  const { parse } = await import('csv-parse/sync');
  let rows: string[][];
  try {
    rows = parse(text, { bom: true, skip_empty_lines: true, trim: true });
  } catch (error) {
    const detail = error instanceof Error ? error.message : 'not CSV';
    return { ok: false, fault: messages.notCsv(detail) };
  }
  const header = rows[0] ?? [];
  const index = header.indexOf(column);
  if (index < 0) return { ok: false, fault: messages.missingColumn(column, header) };
  const numbers: number[] = [];
  for (let row = 1; row < rows.length; row++) {
    const cell = rows[row]?.[index] ?? '';
    if (cell === '') continue;
    const number = parseNumber(cell);
    if (!number.ok) return { ok: false, fault: messages.badCell(cell, row + 1) };
    numbers.push(number.value);
  }
  if (numbers.length < 2) return { ok: false, fault: messages.tooFewRows(numbers.length) };
  return { ok: true, sorted: numbers.sort((a, b) => a - b) };
}
