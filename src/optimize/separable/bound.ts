/** What the dynamic programme says of all plans that spend so many cells, by weak duality. */
interface TotalBounds {
  /** No plan of so many cells that keeps the sampled rules is worth more. */
  readonly goal: Float64Array;
  /** The least that the sampled rules can be broken by, in a weighted sum; above 0: no plan of so many cells keeps them. */
  readonly excess: Float64Array;
}

export function noBounds(steps: number): TotalBounds {
  return {
    goal: new Float64Array(steps + 1).fill(Number.POSITIVE_INFINITY),
    excess: new Float64Array(steps + 1).fill(Number.NEGATIVE_INFINITY),
  };
}

/**
 * The best value over all totals between `from` and the last, and the largest total that can keep the rules: both figures
 * run straight between one number of cells and the next, so that a rule's border is not moved to a whole cell.
 */
export function boundOver(
  { goal, excess }: TotalBounds,
  from: number,
): { readonly bound: number; readonly reach: number } {
  let bound = Number.NEGATIVE_INFINITY;
  let reach = 0;
  const take = (value: number, cells: number): void => {
    if (value === Number.NEGATIVE_INFINITY || Number.isNaN(value)) return;
    bound = Math.max(bound, value);
    reach = Math.max(reach, cells);
  };
  for (let k = from; k < goal.length; k++) {
    const [before, here] = [excess[k - 1] ?? Number.POSITIVE_INFINITY, excess[k]];
    if (here <= 0) take(goal[k], k);
    // The border lies between this number of cells and its neighbour.
    if (k > from && Number.isFinite(before) && Number.isFinite(here) && before <= 0 !== here <= 0) {
      const part = before / (before - here);
      take(goal[k - 1] + part * (goal[k] - goal[k - 1]), k - 1 + part);
    }
  }
  return { bound, reach };
}
