import type { SeriesKey } from '../model/figures.js';
import type { SamplingPlan } from '../sampling/types.js';
import type { Summary } from '../summary/types.js';

/** Every draw of the figures asked for. */
export interface PricedPlan {
  readonly keys: readonly SeriesKey[];
  readonly draws: number;
  readonly sampling: SamplingPlan;
  /** As a `SeriesStore` has them. */
  readonly values: Float64Array;
  /** The draws of one series: a copy. */
  series(index: number): Float64Array;
}

/** A plan some of whose series were stored draw by draw, and everything else as summaries only. */
export interface StreamedPlan {
  readonly keys: readonly SeriesKey[];
  readonly summaries: readonly Summary[];
  /** The draws of one that was stored. */
  series(index: number): Float64Array;
}
