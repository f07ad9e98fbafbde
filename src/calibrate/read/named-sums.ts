import type { Dimension } from '../types.js';
import { HALF_A_CENT } from './rounding.js';
import type { Table } from './table.js';

/** Larger tables are no work of hands, and platforms write no such rows. */
const MOST_ROWS = 100_000;
/** Days on which a name has the figures of all others together; or so many others on one day, in money and impressions. */
const ENOUGH = 3;

interface Sums {
  spend: number;
  impressions: number;
  rows: number;
  /** Names with figures. */
  names: number;
}

/**
 * Rows whose name says nothing of a sum (`Account`, a client's name) and which are one all the same: on every day that they have, money and
 * impressions of all other rows together, of two names at least. No campaign comes to that by chance.
 *
 * @returns places in the table, ascending, and the name
 */
export function namedSums(table: Table): { readonly places: readonly number[]; readonly name: string } | null {
  if (table.count > MOST_ROWS) return null;
  for (const dimension of ['campaign', 'platform', 'adset'] as const) {
    for (const within of [null, 'platform'] as const) {
      if (within === dimension) continue;
      const found = sumsAmong(table, dimension, within);
      if (found !== null) return found;
    }
  }
  return null;
}

function sumsAmong(table: Table, dimension: Dimension, within: Dimension | null): ReturnType<typeof namedSums> {
  const text = table.texts.get(dimension);
  if (text === undefined || text.values.length < 4) return null;
  const outer = within === null ? null : table.texts.get(within);
  if (outer === undefined) return null;
  const [spend, impressions] = [table.measures.get('spend'), table.measures.get('impressions')];
  const whole = new Map<string, Sums>();
  const byName = new Map<number, Map<string, Sums>>();
  for (let at = 0; at < table.count; at++) {
    if (table.state[at] !== 0) continue;
    const place = `${table.start[at]} ${table.end[at]} ${outer?.codes[at] ?? ''}`;
    const code = text.codes[at] as number;
    const own = byName.get(code) ?? new Map<string, Sums>();
    byName.set(code, own);
    const figures = [spend?.[at] || 0, impressions?.[at] || 0] as const;
    if (figures[0] === 0 && figures[1] === 0) continue;
    const first = !own.has(place);
    for (const sums of [whole, own]) {
      const sum = sums.get(place) ?? { spend: 0, impressions: 0, rows: 0, names: 0 };
      sums.set(place, sum);
      sum.spend += figures[0];
      sum.impressions += figures[1];
      sum.rows += 1;
      if (first) sum.names += 1;
    }
  }
  for (const [code, own] of byName) {
    const proved = [...own].filter(([place]) => (whole.get(place)?.names ?? 0) > 2);
    const certain =
      spend !== undefined &&
      impressions !== undefined &&
      proved.some(([place]) => (whole.get(place)?.names ?? 0) > ENOUGH);
    if (proved.length < ENOUGH && !certain) continue;
    if (![...own].every(([place, sum]) => isHalf(sum, whole.get(place)))) continue;
    const places = Array.from({ length: table.count }, (_, at) => at).filter(
      (at) => table.state[at] === 0 && text.codes[at] === code,
    );
    return { places, name: text.values[code] ?? '' };
  }
  return null;
}

const isHalf = (own: Sums, whole: Sums | undefined): boolean =>
  whole !== undefined &&
  Math.abs(2 * own.spend - whole.spend) < HALF_A_CENT * (whole.rows + 1) &&
  Math.abs(2 * own.impressions - whole.impressions) < 0.5;
