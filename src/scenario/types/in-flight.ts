/**
 * A plan that is under way: what came of it so far, and what that says about its inputs. Figures of the periods that are over
 * are facts in every draw; only the rest of the horizon is a forecast.
 */
export interface InFlight {
  /** Periods that are over, counted from the first. */
  readonly periods: number;
  /** Days since the start that are over, those of the running period included. */
  readonly days: number;
  /** In the scenario's order. */
  readonly lines: readonly DeliveredLine[];
  /** Share of conversions that platforms see, above 0 and at most 1. */
  readonly tracking: number;
  /** How rates and prices move by themselves; `null`: they don't. */
  readonly drift: RateDrift | null;
  /** How much counts of the periods that are not over vary beyond Poisson's chance; `null`: they don't. */
  readonly dispersion: CountDispersion | null;
  /** What came says about the normals behind the inputs; `null`: nothing is learned. */
  readonly learned: LearnedScores | null;
}

/** What a line brought in each period that is over, by platforms' counts. NaN: no export tells. */
export interface DeliveredLine {
  /** Currency. */
  readonly spend: readonly number[];
  readonly impressions: readonly number[];
  readonly clicks: readonly number[];
  readonly conversions: readonly number[];
  /** Currency spent in the running period already. */
  readonly running: number;
}

/** Metrics of a line that drift. */
export const DRIFTING = ['cpm', 'ctr', 'cvr'] as const;
export type Drifting = (typeof DRIFTING)[number];

/** A random walk in logs, of mean-one factor, of each line's price and rates: one step every `every` periods. */
export interface RateDrift {
  readonly every: number;
  /** Standard deviation of a step. */
  readonly sd: Readonly<Record<Drifting, number>>;
  /** How many times that each line's steps are, in the scenario's order; left out: once. */
  readonly times?: readonly Readonly<Record<Drifting, number>>[];
}

/**
 * Over-dispersion of a line's counts in a period, as coefficients of variation of factors of mean 1: of impressions for the money, of clicks
 * for those, of conversions for these.
 */
export type CountDispersion = Readonly<Record<Drifting, number>>;

/**
 * Joint distribution of some of the normals, by their names; all others stay independent standard normals. `gaussian`:
 * `location + scale · z` with z the very normals that would be drawn without it. `particles`: rows of equal weight, one of
 * which is drawn.
 */
export type LearnedScores =
  | {
      readonly kind: 'gaussian';
      readonly names: readonly string[];
      readonly location: Float64Array;
      /** Lower triangular, row by row, `names.length` square. */
      readonly scale: Float64Array;
    }
  | {
      readonly kind: 'particles';
      readonly names: readonly string[];
      /** `[particle * names.length + name]` */
      readonly values: Float64Array;
    };
