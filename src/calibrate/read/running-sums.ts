import { type Dimension, type ExportRows, NO_DAY } from '../types.js';

/** Rows of a name, and rows in all, from which on chance doesn't make them rise. */
const ENOUGH_OF_NAME = 6;
const ENOUGH = 12;
/** Larger tables are no work of hands. */
const MOST_ROWS = 20_000;
/** Days of one size begin at one of as many as there are; what grows by itself begins higher. */
const BEGINS_BELOW = 3;

const NAMES: readonly Dimension[] = ['account', 'platform', 'campaign', 'adset', 'ad', 'country'];

/**
 * Whether money and impressions of every name only rise from date to date, beginning near nothing: sums since the first day, under names of
 * what each day had. Independent days do so once in n! times.
 */
export function looksLikeRunningSums({ count, start, split, texts, measures }: ExportRows): boolean {
  const { spend, impressions } = measures;
  if (spend === undefined || impressions === undefined || count < ENOUGH || count > MOST_ROWS) return false;
  const names = NAMES.flatMap((name) => texts[name]?.codes ?? []);
  const byName = new Map<string, number[]>();
  for (let at = 0; at < count; at++) {
    if (start[at] === NO_DAY) return false;
    const name = [split[at], ...names.map((codes) => codes[at])].join(' ');
    const list = byName.get(name);
    if (list === undefined) byName.set(name, [at]);
    else list.push(at);
  }
  const long = [...byName.values()].filter((places) => places.length >= ENOUGH_OF_NAME);
  const rows = long.reduce((sum, places) => sum + places.length, 0);
  if (rows < ENOUGH || rows < 0.8 * count) return false;
  return long.every((places) => {
    places.sort((a, b) => (start[a] ?? 0) - (start[b] ?? 0));
    const apart = places.every((at, index) => index === 0 || start[at] !== start[places[index - 1] ?? 0]);
    return apart && [spend, impressions].every((figures) => rises(places.map((at) => figures[at] ?? Number.NaN)));
  });
}

function rises(values: readonly number[]): boolean {
  const [first = Number.NaN] = values;
  const last = values.at(-1) ?? Number.NaN;
  return (
    last > first &&
    first * values.length <= BEGINS_BELOW * last &&
    values.every((value, index) => index === 0 || value >= (values[index - 1] ?? Number.NaN))
  );
}
