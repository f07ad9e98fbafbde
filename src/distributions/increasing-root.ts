const MAX_ITERATIONS = 300;

/**
 * The least x in [low, high] where an increasing function reaches 0, given `excess(x)` and its slope: Newton's method
 * inside a bracket that bisection shrinks where Newton leaves it (at jumps and plateaus). `excess` at `high` must be ≥ 0.
 * An excess below `tolerance` is taken to be in Newton's quadratic range: one more step ends the search.
 */
export function increasingRoot(
  { excess, slope }: { excess: (x: number) => number; slope: (x: number) => number },
  { low, high, guess, tolerance = 1e-9 }: { low: number; high: number; guess?: number; tolerance?: number },
): number {
  let [left, right] = [low, high];
  let x = guess !== undefined && guess > low && guess < high ? guess : 0.5 * (low + high);
  for (let iteration = 0; iteration < MAX_ITERATIONS && left < right; iteration++) {
    const error = excess(x);
    const next = x - error / slope(x);
    const inside = next > left && next < right;
    if (Math.abs(error) <= tolerance && inside) return next;
    if (error >= 0) right = x;
    else left = x;
    x = inside && iteration % 8 !== 7 ? next : 0.5 * (left + right);
    if (x <= left || x >= right) return right;
  }
  return right;
}
