/** Steps that a range is searched in. */
export const GRID_STEPS = 512;
/** Rounds that go by interpolation; then the bracket is halved. */
const INTERPOLATED = 12;

/** One range in which a rising function is looked at until the first step is known at which it is 0 or more. */
interface GridSearch {
  /** The step to look at next; `null` where all is known. */
  next(): number | null;
  /** What the function came to at `next()`. */
  tell(value: number): void;
  /** The first step at which it is 0 or more; `null` where even the last one isn't. */
  readonly found: number | null;
}

/**
 * Starts a search: the last step first, then between the last one known to be below 0 and the first known not to be, by the
 * Illinois variant of false position (M. Dowell and P. Jarratt, "A modified regula falsi method", BIT 11, 1971), which on a
 * smooth function takes half as many looks as halving and ends at the same step.
 *
 * @param atStart the function at step 0, below 0
 */
export function searchGrid(atStart: number): GridSearch {
  let [low, high] = [0, GRID_STEPS + 1];
  let [below, above] = [atStart, Number.NaN];
  let looked = 0;
  let side = 0;
  let failed = false;
  const next = (): number | null => {
    if (failed) return null;
    if (high > GRID_STEPS) return GRID_STEPS;
    if (high - low <= 1) return null;
    const share = looked > INTERPOLATED ? Number.NaN : below / (below - above);
    const at = Number.isFinite(share) ? Math.round(low + share * (high - low)) : (low + high) >> 1;
    return Math.min(high - 1, Math.max(low + 1, at));
  };
  return {
    next,
    tell(value) {
      const at = next();
      if (at === null) return;
      looked++;
      if (value >= 0) {
        // The end that stays counts half, so that it doesn't stay for ever.
        if (side > 0) below /= 2;
        [high, above, side] = [at, value, 1];
        return;
      }
      failed = at === GRID_STEPS;
      if (side < 0) above /= 2;
      [low, below, side] = [at, value, -1];
    },
    get found() {
      return failed || high > GRID_STEPS ? null : high;
    },
  };
}
