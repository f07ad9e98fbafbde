import { type Dimension, NO_DAY } from '../types.js';
import { HALF_A_CENT } from './rounding.js';
import type { Table } from './table.js';

/** Days on which a name has the figures of all others together; or so many others on one day, in money and impressions. */
const ENOUGH = 3;

interface Sums {
  spend: number;
  impressions: number;
  rows: number;
}

/**
 * Rows whose name says nothing of a sum (`Account`, a client's name) and which are one all the same: on every day that they have, money and
 * impressions of all other rows together, of two names at least. No campaign comes to that by chance.
 *
 * @returns places in the table, ascending, and the name
 */
export function namedSums(table: Table): { readonly places: readonly number[]; readonly name: string } | null {
  const windows = windowsOf(table);
  for (const dimension of ['campaign', 'platform', 'adset'] as const) {
    for (const within of [null, 'platform'] as const) {
      if (within === dimension) continue;
      const found = sumsAmong(table, windows, dimension, within);
      if (found !== null) return found;
    }
  }
  return null;
}

/** Each row's days as a number of its own. */
interface Windows {
  readonly of: Uint32Array;
  readonly count: number;
}

function windowsOf(table: Table): Windows {
  const numbers = new Map<number, number>();
  const of = new Uint32Array(table.count);
  for (let at = 0; at < table.count; at++) {
    const [start, end] = [table.start[at] ?? NO_DAY, table.end[at] ?? NO_DAY];
    const days = (start === NO_DAY ? 0 : start) * 2 ** 17 + (end === NO_DAY ? 0 : end);
    let number = numbers.get(days);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(days, number);
    }
    of[at] = number;
  }
  return { of, count: numbers.size };
}

function sumsAmong(
  table: Table,
  windows: Windows,
  dimension: Dimension,
  within: Dimension | null,
): ReturnType<typeof namedSums> {
  const text = table.texts.get(dimension);
  if (text === undefined || text.values.length < 4) return null;
  const outer = within === null ? null : table.texts.get(within);
  if (outer === undefined) return null;
  const [spend, impressions] = [table.measures.get('spend'), table.measures.get('impressions')];
  const figures = (at: number): readonly [number, number] => [spend?.[at] || 0, impressions?.[at] || 0];
  const placeOf = (at: number): number => (windows.of[at] ?? 0) + windows.count * (outer?.codes[at] ?? 0);
  const counts = (at: number): boolean =>
    table.state[at] === 0 && ((spend?.[at] || 0) > 0 || (impressions?.[at] || 0) > 0);
  const whole = new Map<number, Sums>();
  // What a name has on the first of its days says already that nearly none is a sum.
  const first = new Map<number, { readonly place: number; readonly sums: Sums }>();
  for (let at = 0; at < table.count; at++) {
    if (!counts(at)) continue;
    const place = placeOf(at);
    add(sumsAt(whole, place), figures(at));
    const code = text.codes[at] as number;
    let own = first.get(code);
    if (own === undefined) {
      own = { place, sums: noSums() };
      first.set(code, own);
    }
    if (own.place === place) add(own.sums, figures(at));
  }
  const likely = [...first].filter(([, { place, sums }]) => isHalf(sums, whole.get(place))).map(([code]) => code);
  for (const code of likely) {
    const own = new Map<number, Sums>();
    for (let at = 0; at < table.count; at++)
      if (counts(at) && text.codes[at] === code) add(sumsAt(own, placeOf(at)), figures(at));
    if (![...own].every(([place, sum]) => isHalf(sum, whole.get(place)))) continue;
    const names = namesAt(table, text.codes, own, placeOf, counts);
    const most = Math.max(...names.values());
    const proved = [...names.values()].filter((count) => count > 2).length;
    const certain = spend !== undefined && impressions !== undefined && most > ENOUGH;
    if (proved < ENOUGH && !certain) continue;
    const places = Array.from({ length: table.count }, (_, at) => at).filter(
      (at) => table.state[at] === 0 && text.codes[at] === code,
    );
    return { places, name: text.values[code] ?? '' };
  }
  return null;
}

/** How many names have figures at each of some places, as far as it matters. */
function namesAt(
  table: Table,
  codes: Uint32Array,
  places: ReadonlyMap<number, unknown>,
  placeOf: (at: number) => number,
  counts: (at: number) => boolean,
): ReadonlyMap<number, number> {
  const names = new Map<number, Set<number>>();
  for (let at = 0; at < table.count; at++) {
    if (!counts(at)) continue;
    const place = placeOf(at);
    if (!places.has(place)) continue;
    const known = names.get(place) ?? new Set<number>();
    names.set(place, known);
    if (known.size <= ENOUGH) known.add(codes[at] ?? 0);
  }
  return new Map([...names].map(([place, known]) => [place, known.size]));
}

const noSums = (): Sums => ({ spend: 0, impressions: 0, rows: 0 });

function sumsAt(sums: Map<number, Sums>, place: number): Sums {
  let found = sums.get(place);
  if (found === undefined) {
    found = noSums();
    sums.set(place, found);
  }
  return found;
}

function add(sums: Sums, [spend, impressions]: readonly [number, number]): void {
  sums.spend += spend;
  sums.impressions += impressions;
  sums.rows += 1;
}

const isHalf = (own: Sums, whole: Sums | undefined): boolean =>
  whole !== undefined &&
  Math.abs(2 * own.spend - whole.spend) < HALF_A_CENT * (whole.rows + 1) &&
  Math.abs(2 * own.impressions - whole.impressions) < 0.5;
