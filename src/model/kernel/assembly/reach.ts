// Section 3: people reached, over the horizon and by several platforms.
import { poissonReach } from './delivery';
import { CHUNK_BYTES, IMPRESSIONS, Program, REACH, ROW } from './tables';
import { add, both, div, load, mul, positive, smaller, store, sub, VECTOR, where } from './vector';

/** R_ℓ = A (1 − exp(−Σ i / A)) with A the line's largest audience. */
export function horizonReach(program: Program, at: usize): void {
  for (let index = 0; index < program.lineCount; index++) {
    const line = program.line(index);
    for (let d = at; d < at + CHUNK_BYTES; d += VECTOR) {
      const A = load(line.largestAudience + d);
      const frequency = where(positive(A), div(load(line.totals + IMPRESSIONS + d), A));
      store(line.totals + REACH + d, poissonReach(A, frequency));
    }
  }
}

/** pop (1 − Π_p (1 − R_p / pop)), Sainsbury's; the sum without a population. */
export function combineReach(program: Program, reaches: usize, d: usize): v128 {
  let row = reaches + d;
  if (!program.hasPopulation) {
    let sum = both(0);
    for (let p = 0; p < program.platforms; p++, row += ROW) sum = add(sum, load(row));
    return sum;
  }
  const people = load(program.population + d);
  let missed = both(1);
  for (let p = 0; p < program.platforms; p++, row += ROW) {
    missed = mul(missed, sub(both(1), smaller(both(1), div(load(row), people))));
  }
  return mul(people, sub(both(1), missed));
}
