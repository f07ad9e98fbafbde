/**
 * Budgets after one line was given another: the others that aren't held give or take in proportion to what they have (evenly,
 * where they have nothing), none below 0, so that the sum stays to the last smallest unit.
 *
 * @param amounts in smallest units, whole numbers
 * @returns the new amounts; the moved line gets less than wanted where the others can't give it
 */
export function shareOut(
  amounts: ReadonlyMap<string, number>,
  moved: string,
  wanted: number,
  held: ReadonlySet<string>,
): Map<string, number> {
  const others = [...amounts].filter(([id]) => id !== moved && !held.has(id));
  const pool = others.reduce((sum, [, amount]) => sum + amount, 0);
  const before = amounts.get(moved) ?? 0;
  const target = others.length === 0 ? before : Math.max(0, Math.min(Math.round(wanted), before + pool));
  const left = pool - (target - before);
  const after = new Map(amounts);
  after.set(moved, target);
  let given = 0;
  others.forEach(([id], k) => {
    const upTo = others.slice(0, k + 1).reduce((sum, [, one]) => sum + one, 0);
    const share = pool > 0 ? upTo / pool : (k + 1) / others.length;
    const until = k === others.length - 1 ? left : Math.round(left * share);
    after.set(id, until - given);
    given = until;
  });
  return after;
}
