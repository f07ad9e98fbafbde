import { createHash } from 'node:crypto';

/** Whose turn it is: continuous integration sets it to a commit's name; nobody else leaves anything out. */
const TURN = process.env.HUNI_TEST_TURN ?? '';

/**
 * A share of what takes long, the ones whose turn it is: another commit's name gives others, so that each has its turn within a few commits, and
 * the same commit the same ones. All of them where no turn is named.
 *
 * @param name of an item, the same on every machine
 */
export function inTurn<T>(items: readonly T[], share: number, name: (item: T) => string, turn = TURN): readonly T[] {
  if (turn === '') return items;
  const order = items
    .map((item, k) => ({
      k,
      at: createHash('sha256')
        .update(`${turn} ${name(item)}`)
        .digest('hex'),
    }))
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  const chosen = new Set(order.slice(0, Math.ceil(items.length * share)).map(({ k }) => k));
  return items.filter((_, k) => chosen.has(k));
}
