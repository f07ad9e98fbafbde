import type { Dimension, ExportRows, Measure, TextColumn } from '../types.js';
import { EXPORT_LIMITS } from './limits.js';
import * as messages from './messages.js';
import { refuse } from './refusal.js';

interface GrowingText {
  codes: Uint32Array;
  readonly numbers: Map<string, number>;
  readonly values: string[];
  characters: number;
}

/** Rows while they are read: typed arrays that double when they are full. */
export interface Table {
  count: number;
  capacity: number;
  row: Uint32Array;
  start: Int32Array;
  end: Int32Array;
  /** 64 bits each of what tells a row apart, and of all of it. */
  key: Uint32Array;
  content: Uint32Array;
  /** 32 bits of what splits a name's figures further; 0: nothing does. */
  split: Uint32Array;
  /** 0: accepted; otherwise the number of a reason plus one. */
  state: Uint8Array;
  readonly measures: Map<Measure, Float64Array>;
  /** By place of the column. */
  readonly rates: Map<number, Float64Array>;
  readonly texts: Map<Dimension, GrowingText>;
}

const FIRST_CAPACITY = 1024;

export function emptyTable(measures: Iterable<Measure>, rates: Iterable<number>, texts: Iterable<Dimension>): Table {
  const capacity = FIRST_CAPACITY;
  const text = (): GrowingText => ({
    codes: new Uint32Array(capacity),
    numbers: new Map([['', 0]]),
    values: [''],
    characters: 0,
  });
  return {
    count: 0,
    capacity,
    row: new Uint32Array(capacity),
    start: new Int32Array(capacity),
    end: new Int32Array(capacity),
    key: new Uint32Array(2 * capacity),
    content: new Uint32Array(2 * capacity),
    split: new Uint32Array(capacity),
    state: new Uint8Array(capacity),
    measures: new Map([...measures].map((measure) => [measure, new Float64Array(capacity).fill(Number.NaN)])),
    rates: new Map([...rates].map((index) => [index, new Float64Array(capacity).fill(Number.NaN)])),
    texts: new Map([...texts].map((dimension) => [dimension, text()])),
  };
}

/** Adds a row without figures and says where it is. */
export function addRow(table: Table, row: number, start: number, end: number): number {
  if (table.count === table.capacity) grow(table);
  const at = table.count;
  table.row[at] = row;
  table.start[at] = start;
  table.end[at] = end;
  table.count += 1;
  return at;
}

function grow(table: Table): void {
  const capacity = 2 * table.capacity;
  const copy = <A extends Uint8Array | Uint32Array | Int32Array | Float64Array>(into: A, from: A): A => {
    into.set(from);
    return into;
  };
  table.row = copy(new Uint32Array(capacity), table.row);
  table.start = copy(new Int32Array(capacity), table.start);
  table.end = copy(new Int32Array(capacity), table.end);
  table.key = copy(new Uint32Array(2 * capacity), table.key);
  table.content = copy(new Uint32Array(2 * capacity), table.content);
  table.split = copy(new Uint32Array(capacity), table.split);
  table.state = copy(new Uint8Array(capacity), table.state);
  for (const columns of [table.measures, table.rates] as Map<unknown, Float64Array>[]) {
    for (const [name, data] of columns) columns.set(name, copy(new Float64Array(capacity).fill(Number.NaN), data));
  }
  for (const text of table.texts.values()) text.codes = copy(new Uint32Array(capacity), text.codes);
  table.capacity = capacity;
}

/** Writes a text; `name` is what it is known by where several spellings are one. */
export function setText(table: Table, dimension: Dimension, at: number, value: string, name = value): void {
  const text = table.texts.get(dimension);
  if (text === undefined || value === '') return;
  let code = text.numbers.get(name);
  if (code === undefined) {
    code = text.values.length;
    text.characters += value.length;
    const { texts, characters } = EXPORT_LIMITS;
    if (code > texts) refuse(messages.tooMany({ textsOf: dimension }, texts));
    if (text.characters > characters) refuse(messages.tooLarge({ textOf: dimension }, characters));
    text.numbers.set(name, code);
    text.values.push(value);
  }
  text.codes[at] = code;
}

/** The rows that are accepted, in arrays of their own length. */
export function acceptedRows(table: Table): ExportRows {
  let count = 0;
  for (let at = 0; at < table.count; at++) if (table.state[at] === 0) count += 1;
  const pack = <A extends Uint32Array | Int32Array | Float64Array>(into: A, from: A): A => {
    let next = 0;
    for (let at = 0; at < table.count; at++) {
      if (table.state[at] !== 0) continue;
      into[next] = from[at] as number;
      next += 1;
    }
    return into;
  };
  const texts: Partial<Record<Dimension, TextColumn>> = {};
  for (const [dimension, { codes, values }] of table.texts) {
    texts[dimension] = { codes: pack(new Uint32Array(count), codes), values };
  }
  const measures: Partial<Record<Measure, Float64Array>> = {};
  for (const [measure, data] of table.measures) measures[measure] = pack(new Float64Array(count), data);
  return {
    count,
    row: pack(new Uint32Array(count), table.row),
    start: pack(new Int32Array(count), table.start),
    end: pack(new Int32Array(count), table.end),
    split: pack(new Uint32Array(count), table.split),
    texts,
    measures,
  };
}

/** The rows that a test keeps, in arrays of their own length. */
export function packRows(rows: ExportRows, keep: (row: number) => boolean): ExportRows {
  const accepted = Uint32Array.from(Array.from({ length: rows.count }, (_, row) => row).filter(keep));
  const pick = <A extends Uint32Array | Int32Array | Float64Array>(into: A, from: A): A => {
    accepted.forEach((row, at) => {
      into[at] = from[row] as number;
    });
    return into;
  };
  const count = accepted.length;
  const texts = Object.fromEntries(
    Object.entries(rows.texts).map(([name, { codes, values }]) => [
      name,
      { codes: pick(new Uint32Array(count), codes), values },
    ]),
  );
  const measures = Object.fromEntries(
    Object.entries(rows.measures).map(([name, data]) => [name, pick(new Float64Array(count), data)]),
  );
  return {
    count,
    row: pick(new Uint32Array(count), rows.row),
    start: pick(new Int32Array(count), rows.start),
    end: pick(new Int32Array(count), rows.end),
    split: pick(new Uint32Array(count), rows.split),
    texts,
    measures,
  };
}

export function noRows(): ExportRows {
  return {
    count: 0,
    row: new Uint32Array(),
    start: new Int32Array(),
    end: new Int32Array(),
    split: new Uint32Array(),
    texts: {},
    measures: {},
  };
}

/** What was spent in some rows, each of `perRow` places from its first one on, to the cent. */
export function moneyOf({ measures }: Table, places: readonly number[], perRow: number): number {
  const spend = measures.get('spend');
  let sum = 0;
  for (const at of places) for (let part = at; part < at + perRow; part++) sum += spend?.[part] || 0;
  return Math.round(100 * sum) / 100;
}

/** Writes 64 bits of a text to `words[2 · at]` and the one after: two FNV-1a hashes with different multipliers. */
export function hashInto(words: Uint32Array, at: number, text: string): void {
  let one = 0x811c9dc5;
  let two = 0x1b873593;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    one = Math.imul(one ^ code, 0x01000193);
    two = Math.imul((two ^ code) + 0x9e3779b9, 0x85ebca6b);
    two ^= two >>> 13;
  }
  words[2 * at] = one ^ (one >>> 15);
  words[2 * at + 1] = two ^ (two >>> 16);
}

/** 32 bits of a text, never 0. */
export function hashOf(text: string): number {
  const words = new Uint32Array(2);
  hashInto(words, 0, text);
  return words[0] === 0 ? 1 : (words[0] as number);
}

/** 53 bits of a text, a whole number that a double holds: of a million texts no two are likely to have the same (one in 18,000). */
export function longHashOf(text: string): number {
  const words = new Uint32Array(2);
  hashInto(words, 0, text);
  return (words[0] as number) * 2 ** 21 + ((words[1] as number) >>> 11);
}
