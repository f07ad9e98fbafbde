/** How draws are made: scrambled Sobol points, pseudo-random numbers, or pseudo-random numbers with their mirror images. */
export type Sampler = 'sobol' | 'mc' | 'antithetic';

/** One standard normal a draw. Its stream depends on its name alone, never on its neighbours. */
export interface NormalSource {
  readonly name: string;
  /** Sobol dimension, from 1; `null` where the table has none left: pseudo-random then. */
  readonly dimension: number | null;
  /** Sources that share a dimension are distinguished by shuffling the points' order; `false` for the dimension's owner. */
  readonly shuffled: boolean;
}

/** What fixes every draw of a run, together with the sources' names. */
export interface SamplingPlan {
  readonly seed: string;
  readonly sampler: Sampler;
  readonly draws: number;
  /** Independently scrambled point sets (`sobol`), from which the standard error comes; 1 for the others. */
  readonly replicates: number;
  /** Sources drawn from another seed's streams, all others from the plan's own: pick-freeze. `mc` and `antithetic` only. */
  readonly resampled?: { readonly seed: string; readonly sources: readonly string[] };
}

/** A run of draws that a worker takes at once; never crosses a replicate's border. */
export interface Block {
  readonly index: number;
  /** First draw of the block in the whole run. */
  readonly start: number;
  /** Number of draws. */
  readonly lanes: number;
  readonly replicate: number;
  /** First draw of the block within its replicate. */
  readonly offset: number;
}
