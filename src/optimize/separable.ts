import type { Point, SampledProblem } from './problem.js';

/** Spends of one line, as shares of the budget, at which the goal is looked up; closer together where curves bend most. */
const POINTS = 12;
/** Steps of the budget that the dynamic programme deals out. */
const STEPS = 200;
/** Up to this many lines; each costs `POINTS` evaluations. */
export const MOST_LINES = 12;

/**
 * The best split of the budget if every line's effect on the goal were its own: each line is traced alone from nothing to
 * the whole budget, the others as in `base`, and the traces' best sum is found by dynamic programming over all splits.
 * Exact to the grid for responses that don't touch each other, S-shaped ones included; where lines feed each other it is a
 * start like another. `null` where the goal has no value somewhere on the way.
 */
export async function separablePlan(
  problem: SampledProblem,
  base: Point,
  lines: number,
  total: number,
): Promise<Float64Array | null> {
  const grid = Array.from({ length: POINTS + 1 }, (_, k) => total * (k / POINTS) ** 1.5);
  let best = new Float64Array(STEPS + 1);
  const chosen: Uint16Array[] = [];
  for (let l = 0; l < lines; l++) {
    const values: number[] = [];
    const slopes: number[] = [];
    for (const share of grid) {
      const v = base.v.slice();
      v[l] = share;
      const point = await problem.at(v, 'coarse');
      if (point === null) return null;
      values.push(point.value - base.value);
      slopes.push(point.gradient[l]!);
    }
    const trace = Float64Array.from({ length: STEPS + 1 }, (_, k) =>
      hermite(grid, values, slopes, (total * k) / STEPS),
    );
    const next = new Float64Array(STEPS + 1).fill(Number.NEGATIVE_INFINITY);
    const own = new Uint16Array(STEPS + 1);
    for (let sum = 0; sum <= STEPS; sum++) {
      for (let k = 0; k <= sum; k++) {
        const value = trace[k]! + best[sum - k]!;
        if (value > next[sum]!) {
          next[sum] = value;
          own[sum] = k;
        }
      }
    }
    best = next;
    chosen.push(own);
  }
  const v = base.v.slice();
  let left = STEPS;
  for (let l = lines - 1; l >= 0; l--) {
    const k = chosen[l]![left]!;
    v[l] = (total * k) / STEPS;
    left -= k;
  }
  return v;
}

/** Cubic Hermite interpolation of values and slopes. */
function hermite(grid: readonly number[], values: readonly number[], slopes: readonly number[], x: number): number {
  let i = 0;
  while (i < grid.length - 2 && grid[i + 1]! < x) i++;
  const width = grid[i + 1]! - grid[i]!;
  const t = Math.min(1, (x - grid[i]!) / width);
  const [a, b] = [values[i]!, values[i + 1]!];
  const [p, q] = [slopes[i]! * width, slopes[i + 1]! * width];
  return a + t * (p + t * (3 * (b - a) - 2 * p - q + t * (2 * (a - b) + p + q)));
}
