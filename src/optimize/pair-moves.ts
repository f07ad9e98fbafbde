import { linearViolation } from './kkt.js';
import type { LinearRules } from './linear-rules.js';

/** Largest and smallest move, in shares of the budget; each is half of the one before. */
const LARGEST = 0.02;
const SMALLEST = 0.0005;
/** Plans that are tried at most. */
const TRIALS = 120;
/** A plan this close to its rules, in shares, keeps them. */
const EXACT = 1e-12;

/**
 * A plan near one given whose score is at least `enough`, by moves from one line to another, or to and from what is left unspent,
 * that shrink: for scores with steps as fine as a draw, of which no derivative tells. `null` where none is found.
 *
 * @param rules the linear ones, on-or-off lines decided; every plan tried keeps them
 */
export async function movedInPairs(
  rules: LinearRules,
  from: Float64Array,
  score: (v: Float64Array) => Promise<number>,
  enough: number,
): Promise<Float64Array | null> {
  const { lines } = rules;
  let best = { v: from, score: await score(from) };
  let used = 0;
  for (let size = LARGEST; size >= SMALLEST; size /= 2) {
    // −1: what is left unspent.
    for (let giving = -1; giving < lines; giving++) {
      for (let taking = -1; taking < lines; taking++) {
        if (giving === taking) continue;
        if (best.score >= enough) return best.v;
        if (used >= TRIALS) return null;
        const moved = best.v.slice();
        if (giving >= 0) moved[giving] -= size;
        if (taking >= 0) moved[taking] += size;
        if (linearViolation(rules, moved) > EXACT) continue;
        used += 1;
        const own = await score(moved);
        if (own > best.score) best = { v: moved, score: own };
      }
    }
  }
  return best.score >= enough ? best.v : null;
}
