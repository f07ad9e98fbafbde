import type { Restated } from '../fit/recording.js';
import { type Dimension, type ExportReading, type Finding, NO_DAY, type TextColumn } from '../types.js';
import { sumsOf } from './finer-rows.js';
import * as messages from './messages.js';
import { packRows } from './table.js';
import { totalRows } from './totals.js';

/** What several exports are together. */
export interface Combined {
  readonly readings: readonly ExportReading[];
  /** What was left out since another file has it, and why files can't be taken together: a refusal. */
  readonly findings: readonly Finding[];
  /** Days that two reports have: how late conversions are recorded. */
  readonly restated: readonly Restated[];
}

/** A reading and its place on the command line. */
interface Placed {
  readonly reading: ExportReading;
  readonly index: number;
}

const NAMES: readonly Dimension[] = ['account', 'campaign', 'adset', 'ad', 'country'];

/**
 * Two pulls of one period differ by what was restated since; more than this, either way, in all or on most of the days, are parts of one
 * whole.
 */
const MOST_RESTATED = 1.3;

/**
 * Takes rows that several files have once: of a month and its days, if these sum to it, the days; of two pulls that share names and days
 * otherwise the later one's count. The later pull is the one that reaches further, else the one given later. Rows are the same that share platform, account, names and
 * breakdown as far as both files have them. Shared days with other figures (two parts of an account, exported one by
 * one), and windows of which only a part is shared, are refused: which of them count nothing tells.
 */
export function combineReadings(readings: readonly ExportReading[]): Combined {
  const read = readings
    .map((reading, index) => ({ reading, index }))
    .filter(({ reading }) => reading.status === 'read');
  const dropped = new Map<number, Uint8Array>();
  const reached = new Map<number, Uint8Array>();
  const findings: Finding[] = [];
  const restated: Restated[] = [];
  // Later pulls first.
  const order = [...read].sort((a, b) => lastDay(b.reading) - lastDay(a.reading) || b.index - a.index);
  for (const [place, later] of order.entries()) {
    for (const earlier of order.slice(place + 1)) {
      if (disjointPlatforms(later.reading, earlier.reading)) continue;
      findings.push(...resolvePair(later, earlier, dropped, restated, reached));
    }
  }
  return {
    readings: readings.map((reading, index) => without(reading, dropped.get(index), reached.get(index))),
    findings,
    restated,
  };
}

const lastDay = ({ period }: ExportReading): number => (period === null ? 0 : Date.parse(period.last));
const fileName = ({ source }: ExportReading): string => source.path ?? 'standard input';

const META = ['meta', 'facebook', 'instagram'];

function disjointPlatforms(one: ExportReading, other: ExportReading): boolean {
  const names = ({ platform }: ExportReading): ReadonlySet<string> | null =>
    platform === null ? null : new Set(platform.names.flatMap((name) => (META.includes(name) ? META : [name])));
  const [mine, theirs] = [names(one), names(other)];
  return mine !== null && theirs !== null && ![...mine].some((name) => theirs.has(name));
}

/** Drops the earlier file's rows that the later one has too. */
function resolvePair(
  { reading: later, index: laterAt }: Placed,
  { reading: earlier, index: earlierAt }: Placed,
  dropped: Map<number, Uint8Array>,
  restated: Restated[],
  reached: Map<number, Uint8Array>,
): readonly Finding[] {
  const dimensions = NAMES.filter((name) => hasTexts(later, name) && hasTexts(earlier, name));
  const named = dimensions.some((name) => name !== 'account' && name !== 'country');
  if (!named && !sameHeader(later, earlier)) return [];
  const split = sameHeader(later, earlier);
  const keys = keysOf(later, dimensions, split);
  const earlierKeys = keysOf(earlier, dimensions, split);
  const sums = leaveOutSums(
    { reading: later, index: laterAt, keys },
    { reading: earlier, index: earlierAt, keys: earlierKeys },
    dropped,
    reached,
  );
  const covered = new Map<string, Map<number, number>>();
  const gone = dropped.get(laterAt);
  for (let row = 0; row < later.rows.count; row++) {
    if (gone?.[row] === 1) continue;
    const days = covered.get(keys(row)) ?? new Map<number, number>();
    covered.set(keys(row), days);
    const share = sizeOf(later, row) / lengthOf(later, row);
    for (const day of daysOf(later, row)) days.set(day, (days.get(day) ?? 0) + share);
  }
  const mask = dropped.get(earlierAt) ?? new Uint8Array(earlier.rows.count);
  const shared: number[] = [];
  let [mine, theirs] = [0, 0];
  const byDay = new Map<string, number>();
  const counted = new Set<string>();
  for (let row = 0; row < earlier.rows.count; row++) {
    if (mask[row] === 1) continue;
    const key = earlierKeys(row);
    const days = covered.get(key);
    if (days === undefined) continue;
    const own = daysOf(earlier, row);
    const common = own.filter((day) => days.has(day));
    if (common.length === 0) continue;
    if (common.length < own.length) {
      return [...sums, messages.partlyShared(fileName(earlier), earlier.rows.row[row] as number, fileName(later))];
    }
    shared.push(row);
    mine += sizeOf(earlier, row);
    if (own.length === 1) add(byDay, `${key}\u0001${own[0]}`, sizeOf(earlier, row));
    for (const day of common) {
      if (counted.has(`${key}\u0001${day}`)) continue;
      counted.add(`${key}\u0001${day}`);
      theirs += days.get(day) as number;
    }
  }
  if (shared.length === 0) return sums;
  const factor = mine / theirs;
  if (mine + theirs > 0 && (isOther(factor) || isOther(ofDays(byDay, later, keys)))) {
    return [...sums, messages.otherParts(fileName(earlier), fileName(later), shared.length)];
  }
  for (const row of shared) mask[row] = 1;
  restated.push(...restatedDays(later, keys, earlier, earlierKeys, shared));
  dropped.set(earlierAt, mask);
  return [...sums, messages.laterPull(fileName(earlier), fileName(later), shared.length)];
}

const isOther = (factor: number): boolean => !(factor <= MOST_RESTATED && factor >= 1 / MOST_RESTATED);

const add = (sums: Map<string, number>, key: string, value: number): void => {
  sums.set(key, (sums.get(key) ?? 0) + value);
};

/** How far the days that both files have by day differ, the middle of them, whichever is the larger one; 1 where there are none. */
function ofDays(earlier: ReadonlyMap<string, number>, later: ExportReading, keys: (row: number) => string): number {
  const sums = new Map<string, number>();
  for (let row = 0; row < later.rows.count; row++) {
    const place = `${keys(row)}\u0001${later.rows.start[row]}`;
    if (lengthOf(later, row) === 1 && earlier.has(place)) add(sums, place, sizeOf(later, row));
  }
  const factors = [...sums]
    .flatMap(([place, sum]) => {
      const before = earlier.get(place) ?? 0;
      return sum > 0 && before > 0 ? [Math.max(sum / before, before / sum)] : [];
    })
    .sort((a, b) => a - b);
  return factors[Math.floor((factors.length - 1) / 2)] ?? 1;
}

interface KeyedFile extends Placed {
  readonly keys: (row: number) => string;
}

/** Leaves out rows of either file that are sums of the other's shorter ones; the people that they reached stay. */
function leaveOutSums(
  one: KeyedFile,
  other: KeyedFile,
  dropped: Map<number, Uint8Array>,
  reached: Map<number, Uint8Array>,
): readonly Finding[] {
  const pairs: readonly (readonly [KeyedFile, KeyedFile])[] = [
    [one, other],
    [other, one],
  ];
  return pairs.flatMap(([coarse, fine]) => {
    const rows = sumsOf({ ...coarse, gone: dropped.get(coarse.index) }, { ...fine, gone: dropped.get(fine.index) });
    if (rows.length === 0) return [];
    for (const masks of [dropped, reached]) {
      const mask = masks.get(coarse.index) ?? new Uint8Array(coarse.reading.rows.count);
      for (const row of rows) mask[row] = 1;
      masks.set(coarse.index, mask);
    }
    return [messages.finerRows(fileName(coarse.reading), fileName(fine.reading), rows.length)];
  });
}

/** Conversions of the days that both reports have, by name, of rows that are one day. */
function restatedDays(
  later: ExportReading,
  keys: (row: number) => string,
  earlier: ExportReading,
  earlierKeys: (row: number) => string,
  shared: readonly number[],
): readonly Restated[] {
  const [first, second] = [earlier.rows.measures.conversions, later.rows.measures.conversions];
  const ends = [lastDay(earlier) / DAY, lastDay(later) / DAY] as const;
  if (first === undefined || second === undefined || !(ends[1] > ends[0])) return [];
  const place = (reading: ExportReading, key: string, row: number) => `${key}\u0001${reading.rows.start[row]}`;
  const found = new Map<string, { readonly day: number; readonly conversions: [number, number] }>();
  for (const row of shared) {
    if (lengthOf(earlier, row) > 1) continue;
    const at = place(earlier, earlierKeys(row), row);
    const sum = found.get(at) ?? { day: earlier.rows.start[row], conversions: [0, 0] };
    found.set(at, sum);
    if (first[row] > 0) sum.conversions[0] += first[row];
  }
  for (let row = 0; row < later.rows.count; row++) {
    const sum = found.get(place(later, keys(row), row));
    if (sum !== undefined && lengthOf(later, row) === 1 && second[row] > 0) sum.conversions[1] += second[row];
  }
  return [...found.values()].map(({ day, conversions }) => ({ ages: [ends[0] - day, ends[1] - day], conversions }));
}

const DAY = 86_400_000;

function hasTexts({ rows }: ExportReading, dimension: Dimension): boolean {
  return rows.texts[dimension]?.codes.some((code) => code > 0) === true;
}

function sameHeader(one: ExportReading, other: ExportReading): boolean {
  const header = ({ columns }: ExportReading): string =>
    columns
      .map(({ header: name }) => name)
      .sort()
      .join('\u0001');
  return header(one) === header(other);
}

function keysOf(reading: ExportReading, dimensions: readonly Dimension[], split: boolean): (row: number) => string {
  const { rows } = reading;
  const columns = dimensions.map((dimension) => rows.texts[dimension] as TextColumn);
  const places = rows.texts.platform;
  const platform = (row: number): string => {
    const name = places?.values[places.codes[row] as number] ?? '';
    return reading.platform !== null && reading.platform.names.length > 1 ? name : '';
  };
  return (row) =>
    [
      platform(row),
      ...columns.map(({ codes, values }) => (values[codes[row] as number] as string).trim().toLowerCase()),
      split ? String(rows.split[row]) : '',
    ].join('\u0001');
}

/** Impressions, else spend, of a row. */
function sizeOf({ rows }: ExportReading, row: number): number {
  const size = rows.measures.impressions?.[row] ?? rows.measures.spend?.[row] ?? Number.NaN;
  return Number.isNaN(size) ? 0 : size;
}

function lengthOf({ rows }: ExportReading, row: number): number {
  const [start, end] = [rows.start[row] as number, rows.end[row] as number];
  return start === NO_DAY || end === NO_DAY ? 1 : end - start + 1;
}

/** The days of a row; one without dates stands on none of them, with all others that have none. */
function daysOf(reading: ExportReading, row: number): number[] {
  const start = reading.rows.start[row] as number;
  return Array.from({ length: lengthOf(reading, row) }, (_, index) => start + index);
}

/** A reading without some of its rows; its totals are those of the others. */
function without(reading: ExportReading, mask: Uint8Array | undefined, reached: Uint8Array | undefined): ExportReading {
  if (mask === undefined) return reading;
  const rows = packRows(reading.rows, (row) => mask[row] === 0);
  const left = reading.rows.count - rows.count;
  return {
    ...reading,
    rows,
    ...(reached === undefined ? {} : { reached: packRows(reading.rows, (row) => reached[row] === 1) }),
    totals: totalRows(rows, reading.currency.code),
    counts: {
      ...reading.counts,
      kept: rows.count / reading.counts.perRow,
      quarantined: reading.counts.quarantined + left / reading.counts.perRow,
      reasons: { ...reading.counts.reasons, 'in another file': left / reading.counts.perRow },
    },
  };
}
