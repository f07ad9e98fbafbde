import { posix } from 'node:path';
import { elementAt } from '../../required.js';
import { parseNumber } from '../../units/number.js';
import * as messages from '../messages.js';
import { type Fault, type Problem, problemAt } from '../problem.js';
import { type FileReader, MAX_DATA_BYTES, readText } from '../source/file.js';
import { relativeTo, sha256 } from '../source/load.js';
import { type Access, isNamedAsData, refuseData } from '../source/root.js';
import { nodeAt, type Path, placeOf, type SourceNode } from '../source/tree.js';

/** A CSV file of posterior draws: a header, and cells as they are written. */
export interface DrawsTable {
  /** As the scenario names it; lines that name the same file share each future's row. */
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Line of the file that a row stands on, counted from 1. */
  readonly lineOf: readonly number[];
}

/** Where a response's draws wait until it is read. */
const DRAWS = Symbol('draws');

/** The table that `attachDraws` has put to a response. */
export function drawsTableOf(response: object): DrawsTable | undefined {
  return (response as { [DRAWS]?: DrawsTable })[DRAWS];
}

/** Reads the CSV files that responses draw from and attaches them to the plain values. */
export async function attachDraws(
  plain: unknown,
  root: SourceNode,
  access: Access,
  reader?: FileReader,
): Promise<{ readonly digests: readonly string[]; readonly problems: readonly Problem[] }> {
  const digests: string[] = [];
  const problems: Problem[] = [];
  const read = new Map<string, TableReading>();
  const names = new Set<string>();
  for (const { response, written, path } of responses(plain, [])) {
    const file = relativeTo(nodeAt(root, path).place.path, written);
    const refused = (await refuseData(file, access)) ?? ((await isNamedAsData(file)) ? null : messages.notADataFile());
    if (refused !== null) {
      problems.push(problemAt(placeOf(root, path), refused, 'draws'));
      continue;
    }
    let table = read.get(file);
    if (table === undefined) {
      const text = await readText(file, MAX_DATA_BYTES, reader);
      if (text.ok) digests.push(sha256(text.text));
      // Two files of one name, by way of `extends`, are still two.
      let name = posix.normalize(written.replaceAll('\\', '/'));
      while (names.has(name)) name = `${name}'`;
      names.add(name);
      table = text.ok ? await readTable(text.text, name) : { ok: false, fault: messages.unreadData(text.fault, file) };
      read.set(file, table);
    }
    if (table.ok) response[DRAWS] = table.table;
    else problems.push(problemAt(placeOf(root, path), table.fault, 'draws'));
  }
  return { digests, problems };
}

type TableReading = { readonly ok: true; readonly table: DrawsTable } | { readonly ok: false; readonly fault: Fault };

interface Attachable {
  readonly response: { [DRAWS]?: DrawsTable };
  readonly written: string;
  readonly path: Path;
}

/** Responses that name a file, `draws: FILE` or `draws: { file: FILE }`; what is neither, the schema refuses. */
function* responses(value: unknown, path: Path): Generator<Attachable> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    const step = Array.isArray(value) ? Number(key) : key;
    if (key === 'response' && typeof item === 'object' && item !== null && 'draws' in item) {
      const { draws } = item as { draws: unknown };
      const file = typeof draws === 'object' && draws !== null ? (draws as { file?: unknown }).file : draws;
      const at = [...path, key, 'draws', ...(file === draws ? [] : ['file'])];
      if (typeof file === 'string' && file !== '') yield { response: item, written: file, path: at };
      continue;
    }
    yield* responses(item, [...path, step]);
  }
}

async function readTable(text: string, name: string): Promise<TableReading> {
  const { parse } = await import('csv-parse/sync');
  let records: { record: string[]; info: { lines: number } }[];
  try {
    // With `info` each record comes with the line that it ends on, which the package's types don't know of.
    records = parse(text, { bom: true, skip_empty_lines: true, trim: true, info: true }) as unknown as typeof records;
  } catch (error) {
    return { ok: false, fault: messages.notCsv(error instanceof Error ? error.message : 'not CSV') };
  }
  const [header, ...rows] = records;
  if (header === undefined) return { ok: false, fault: messages.notCsv('it is empty') };
  const twice = header.record.find((column, k) => column !== '' && header.record.indexOf(column) < k);
  if (twice !== undefined) return { ok: false, fault: messages.columnTwice(twice) };
  if (rows.length < 2) return { ok: false, fault: messages.tooFewDraws(rows.length) };
  return {
    ok: true,
    table: {
      name,
      header: header.record,
      rows: rows.map(({ record }) => record),
      lineOf: rows.map(({ info }) => info.lines),
    },
  };
}

/** A column's numbers row by row, or why it can't be drawn from: every row has to have a number in range. */
export function drawsColumn(
  table: DrawsTable,
  column: string,
  range: { readonly within: (value: number) => boolean; readonly words: string },
): { readonly ok: true; readonly values: readonly number[] } | { readonly ok: false; readonly fault: Fault } {
  const index = table.header.indexOf(column);
  const values: number[] = [];
  for (const [k, row] of table.rows.entries()) {
    const cell = row[index] ?? '';
    const line = elementAt(table.lineOf, k);
    const number = parseNumber(cell);
    if (cell === '') return { ok: false, fault: messages.holeInDraws(column, line) };
    if (!number.ok) return { ok: false, fault: messages.badDraw(cell, column, line, 'a number in every row') };
    if (!range.within(number.value)) {
      return { ok: false, fault: messages.badDraw(cell, column, line, `a number ${range.words}`) };
    }
    values.push(number.value);
  }
  return { ok: true, values };
}
