// Made by `npm run bundle` from the records of the folder above: change those.

@unmanaged
export class Moments {
  mean: f64;
  smallest: f64;
  largest: f64;
  /** Σ (x − mean)². */
  squares: f64;
  /** Σ_c e_c², e_c the sum of a cluster's deviations. */
  clusterSquares: f64;
}

@unmanaged
export class Selection {
  values: usize;
  /** A half-word a value. */
  buckets: usize;
  /** Four tables of words by bucket. */
  counts: usize;
  /** By bucket: where its next value goes; 0: nowhere. */
  places: usize;
  /** Room for as many doubles as there are values. */
  gathered: usize;
  /** Wanted ranks, ascending, words. */
  ranks: usize;
  rankCount: i32;
  /** Where the values of those ranks go, doubles. */
  statistics: usize;
}

/** The number of this layout: what writes the records has to have been made for the same one. */
export const LAYOUT: i32 = -2030489570;
