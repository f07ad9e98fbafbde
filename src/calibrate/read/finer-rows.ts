import { type ExportReading, type Measure, NO_DAY } from '../types.js';
import { HALF_A_CENT } from './rounding.js';

/** A file's rows and what tells which campaign each is of. */
interface Keyed {
  readonly reading: ExportReading;
  readonly keys: (row: number) => string;
  /** Rows that are left out already. */
  readonly gone: Uint8Array | undefined;
}

const COMPARED: readonly Measure[] = ['spend', 'impressions', 'clicks', 'conversions', 'revenue'];
/** Figures that may have cents, or be shared between touches, and so are off by half of a hundredth each. */
const IN_HUNDREDTHS: readonly Measure[] = ['spend', 'conversions', 'revenue'];
/** What adding up doubles comes to. */
const SLACK = 1e-9;

/**
 * Rows of one file that stand for stretches which another has in shorter ones (a month beside its days), as sums of these: all that both files
 * count agrees but for the rounding of each figure. The shorter ones say more.
 *
 * @returns rows of `coarse`, ascending
 */
export function sumsOf(coarse: Keyed, fine: Keyed): readonly number[] {
  const measures = COMPARED.filter(
    (name) => coarse.reading.rows.measures[name] !== undefined && fine.reading.rows.measures[name] !== undefined,
  );
  if (!measures.includes('spend') && !measures.includes('impressions')) return [];
  const windows = new Map<string, Window>();
  const byKey = new Map<string, Window[]>();
  eachRow(coarse, (row, start, end) => {
    if (end === start) return;
    const key = coarse.keys(row);
    const place = `${key}\u0001${start}\u0001${end}`;
    const known = windows.get(place);
    const window = known ?? { start, end, rows: [], parts: 0, cut: false, sums: measures.map(() => 0) };
    if (known === undefined) {
      windows.set(place, window);
      byKey.set(key, [...(byKey.get(key) ?? []), window]);
    }
    window.rows.push(row);
    add(window, coarse.reading, row, measures, 1);
  });
  if (windows.size === 0) return [];
  eachRow(fine, (row, start, end) => {
    for (const window of byKey.get(fine.keys(row)) ?? []) {
      if (end < window.start || start > window.end) continue;
      const inside = start >= window.start && end <= window.end && end - start < window.end - window.start;
      if (!inside) window.cut = true;
      window.parts += 1;
      add(window, fine.reading, row, measures, -1);
    }
  });
  const sums = [...windows.values()].filter(
    ({ parts, cut, rows, sums: differences }) =>
      parts > 0 &&
      !cut &&
      differences.every((difference, at) => {
        const name = measures[at] as Measure;
        const rounding = IN_HUNDREDTHS.includes(name) ? HALF_A_CENT * (parts + rows.length) : 0;
        return Math.abs(difference) <= rounding + SLACK * (1 + sizeOf(coarse.reading, rows, name));
      }),
  );
  return sums.flatMap(({ rows }) => rows).sort((a, b) => a - b);
}

interface Window {
  readonly start: number;
  readonly end: number;
  readonly rows: number[];
  /** Rows of the other file within it. */
  parts: number;
  /** Whether a row of the other file is as long, or reaches beyond it. */
  cut: boolean;
  /** By measure, what is left of its own figures without those of its parts. */
  readonly sums: number[];
}

function add(window: Window, { rows }: ExportReading, row: number, measures: readonly Measure[], sign: 1 | -1): void {
  for (const [at, name] of measures.entries()) {
    const value = rows.measures[name]?.[row] ?? Number.NaN;
    if (!Number.isNaN(value)) window.sums[at] = (window.sums[at] ?? 0) + sign * value;
  }
}

const sizeOf = ({ rows: { measures } }: ExportReading, rows: readonly number[], name: Measure): number =>
  rows.reduce((sum, row) => sum + Math.abs(measures[name]?.[row] || 0), 0);

/** Rows that are left and have both days. */
function eachRow({ reading: { rows }, gone }: Keyed, take: (row: number, start: number, end: number) => void): void {
  for (let row = 0; row < rows.count; row++) {
    const [start, end] = [rows.start[row] as number, rows.end[row] as number];
    if (gone?.[row] !== 1 && start !== NO_DAY && end !== NO_DAY) take(row, start, end);
  }
}
