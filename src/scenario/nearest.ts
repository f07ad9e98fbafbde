import { distance } from 'fastest-levenshtein';

/**
 * The name nearest to what was typed, or `undefined` where none is near enough to be a slip of the keyboard and not just one has that as one
 * of its words (`repeat` of `repeat_rate`).
 */
export function nearest(typed: string, names: readonly string[]): string | undefined {
  const wanted = typed.toLowerCase();
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const name of names) {
    const edits = isSwapped(wanted, name.toLowerCase()) ? 1 : distance(wanted, name.toLowerCase());
    if (edits < least) {
      best = name;
      least = edits;
    }
  }
  const longest = Math.max(wanted.length, best?.length ?? 0);
  // Of a word of two letters, one wrong letter leaves no likeness.
  if (least < longest / 2 && least <= Math.max(1, Math.floor(longest / 2.5))) return best;
  const having = names.filter((name) => name.toLowerCase().split('_').includes(wanted));
  return having.length === 1 ? having[0] : undefined;
}

/** Whether two neighbouring letters changed places: one slip, though it takes two edits to mend. */
function isSwapped(typed: string, name: string): boolean {
  if (typed.length !== name.length) return false;
  const at = [...name].findIndex((letter, k) => letter !== typed[k]);
  return (
    at >= 0 && typed[at] === name[at + 1] && typed[at + 1] === name[at] && typed.slice(at + 2) === name.slice(at + 2)
  );
}
