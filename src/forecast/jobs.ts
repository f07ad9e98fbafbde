import type { FigureSelection } from '../model/figures.js';
import type { Program } from '../model/program.js';
import type { Decision } from '../optimize/types.js';
import type { SamplingPlan } from '../sampling/types.js';
import type { PlanFunction } from '../scenario/expressions/types.js';

/** What workers are asked to do. Buffers hold doubles. */
export type ForecastJob =
  /** Gets a worker ready for a scenario; no tasks. */
  | { readonly kind: 'open'; readonly program: Program }
  /** A task a block: figures of plans, all on the same draws, each into `[series * draws + draw]` of a store of its own. */
  | {
      readonly kind: 'price';
      readonly sampling: SamplingPlan;
      readonly selection: FigureSelection;
      readonly plans: readonly Decision[];
      readonly stores: readonly SharedArrayBuffer[];
      /** Whether these draws are likely to be evaluated again, and worth keeping. */
      readonly keep: boolean;
    }
  /** A task a run of draws: figures of a plan, the first `kept` series whole, of the others sums and histograms. */
  | {
      readonly kind: 'stream';
      readonly sampling: SamplingPlan;
      readonly selection: FigureSelection;
      readonly budgets: Float64Array;
      readonly creative: Float64Array;
      readonly byPeriod?: Float64Array | undefined;
      readonly parts: number;
      readonly series: number;
      readonly kept: number;
      /** `[series * draws + draw]` of the kept series. */
      readonly store: SharedArrayBuffer;
      /** `[streamed * (BINS − 1) + edge]`, then a centre for each streamed series. */
      readonly scales: SharedArrayBuffer;
      /** `[(run * streamed + series) * STREAM_FIELDS.length + field]` */
      readonly sums: SharedArrayBuffer;
      /** Int32, `[streamed * BINS + bin]`, over all runs. */
      readonly counts: SharedArrayBuffer;
    }
  /** A task a block: values and gradients of functions of the plan. */
  | {
      readonly kind: 'differentiate';
      readonly sampling: SamplingPlan;
      readonly functions: readonly PlanFunction[];
      readonly budgets: Float64Array;
      readonly creative: Float64Array;
      readonly byPeriod?: Float64Array | undefined;
      /** `[function][draw]` */
      readonly values: readonly SharedArrayBuffer[];
      /** `[function][variable * draws + draw]` */
      readonly gradients: readonly SharedArrayBuffer[] | null;
    }
  /** A task a series: its summary into `[series * SUMMARY_FIELDS.length + field]`, NaN for `null`. */
  | {
      readonly kind: 'summarize';
      readonly sampling: SamplingPlan;
      readonly store: SharedArrayBuffer;
      readonly summaries: SharedArrayBuffer;
    };

/** Fields of a summary in the order in which workers hand them over. */
export const SUMMARY_FIELDS = [
  'mean',
  'sd',
  'se',
  'p5',
  'p10',
  'p25',
  'p50',
  'p75',
  'p90',
  'p95',
  'undefined',
] as const;
