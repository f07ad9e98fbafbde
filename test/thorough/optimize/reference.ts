import type { Curve, OptimizerCase } from './cases.js';

/** Whole parts that the budget is dealt out in. */
const CELLS = 1500;

/** The most that some lines can bring for each of 0 … CELLS parts of the budget. */
function bestByTotal(curves: readonly Curve[], budget: number): Float64Array {
  let best = new Float64Array(CELLS + 1).fill(Number.NEGATIVE_INFINITY);
  best[0] = 0;
  for (const curve of curves) {
    const own = Float64Array.from({ length: CELLS + 1 }, (_, k) => curve((budget * k) / CELLS));
    const next = new Float64Array(CELLS + 1).fill(Number.NEGATIVE_INFINITY);
    for (let sum = 0; sum <= CELLS; sum++) {
      let most = Number.NEGATIVE_INFINITY;
      for (let k = 0; k <= sum; k++) most = Math.max(most, own[k]! + best[sum - k]!);
      next[sum] = most;
    }
    best = next;
  }
  return best;
}

/**
 * The goal's best value by dynamic programming over all splits of the budget into CELLS parts: what a plan can reach at
 * least. `null` where no split keeps the rules.
 */
export function bestByProgramme({ curves, budget, goal, leastRatio, shares }: OptimizerCase): number | null {
  const all = shares === null ? bestByTotal(curves, budget) : null;
  if (all !== null && leastRatio === null) return all[CELLS]!;
  if (all !== null && leastRatio !== null) {
    let best: number | null = null;
    for (let k = 1; k <= CELLS; k++) {
      const spend = (budget * k) / CELLS;
      if (all[k]! < leastRatio * spend) continue;
      best = Math.max(best ?? Number.NEGATIVE_INFINITY, goal === 'profit' ? all[k]! - spend : all[k]!);
    }
    return best;
  }
  const { lines, min, max } = shares!;
  const inside = bestByTotal(
    curves.filter((_, l) => lines[l]),
    budget,
  );
  const outside = bestByTotal(
    curves.filter((_, l) => !lines[l]),
    budget,
  );
  let best: number | null = null;
  for (let k = Math.ceil(min * CELLS - 1e-9); k <= max * CELLS + 1e-9; k++) {
    best = Math.max(best ?? Number.NEGATIVE_INFINITY, inside[k]! + outside[CELLS - k]!);
  }
  return best;
}
