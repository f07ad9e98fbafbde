import type { WorkerPool } from '../engine/pool.js';
import { compileProgram } from '../model/compile.js';
import { type FigureSelection, type SeriesKey, seriesOf } from '../model/figures.js';
import type { Program } from '../model/program.js';
import { variablesOf } from '../model/variables.js';
import type { Decision, DrawSet, Evaluation, PlanEvaluator } from '../optimize/types.js';
import { blocksOf, replicatesFor } from '../sampling/blocks.js';
import type { SamplingPlan } from '../sampling/types.js';
import type { Scenario } from '../scenario/types.js';
import type { Summary } from '../summary/types.js';
import { type ForecastJob, SUMMARY_FIELDS } from './jobs.js';
import { openPool } from './open-pool.js';
import { streamPlan } from './stream-plan.js';

/** Every draw of the figures asked for. */
export interface PricedPlan {
  readonly keys: readonly SeriesKey[];
  readonly draws: number;
  readonly sampling: SamplingPlan;
  /** `[series * draws + draw]` */
  readonly store: SharedArrayBuffer;
  /** The draws of one series; shares the store's memory. */
  series(index: number): Float64Array;
}

/** A plan whose totals were kept draw by draw, and everything else as summaries only. */
export interface StreamedPlan {
  readonly keys: readonly SeriesKey[];
  readonly summaries: readonly Summary[];
  /** The draws of one of the totals, the first series. */
  series(index: number): Float64Array;
}

export interface PriceOptions {
  /** By default the report's own. */
  readonly sampling?: SamplingPlan;
  /** Keep the draws of the inputs, as more will be evaluated on them; default false. */
  readonly keep?: boolean;
  readonly signal?: AbortSignal;
}

/** A scenario compiled and handed to worker threads: prices plans, and serves the optimiser. */
export interface Session extends PlanEvaluator {
  readonly program: Program;
  /** Draws that the report is made on; the optimiser never sees them. */
  readonly sampling: SamplingPlan;
  price(decision: Decision, selection: FigureSelection, options?: PriceOptions): Promise<PricedPlan>;
  /** The same for several plans, on the same draws, which are drawn once. */
  priceAll(
    decisions: readonly Decision[],
    selection: FigureSelection,
    options?: PriceOptions,
  ): Promise<readonly PricedPlan[]>;
  summarize(priced: PricedPlan, signal?: AbortSignal): Promise<Summary[]>;
  /**
   * Prices and summarises more draws than can be kept: the selection's totals whole, of everything else sums and
   * histograms (see `summary/streamed.ts`).
   */
  stream(decision: Decision, selection: FigureSelection, signal?: AbortSignal): Promise<StreamedPlan>;
  close(): Promise<void>;
}

/** Draws that place the histograms of a streamed plan. */
const PILOT_DRAWS = 8192;
/** Draws that local searches start on, that the plan is fitted to; the report's own draws are the fresh ones. */
const COARSE_DRAWS = 512;
const FIT_DRAWS = 4096;

/** How a number of draws of this scenario is made; `set` tells independent sets of draws apart. */
export function samplingPlan(scenario: Scenario, draws: number, set?: string): SamplingPlan {
  const { seed, sampler } = scenario;
  return {
    seed: set === undefined ? seed : `${seed}/${set}`,
    sampler,
    draws,
    replicates: replicatesFor(sampler, draws),
  };
}

/**
 * Opens a session.
 *
 * @param workers threads, by default one a core
 * @param pool threads that are there already: left open by `close`, and this session's alone until the next is opened
 * @throws {CorrelationError} see `compileProgram`
 */
export async function openSession(
  scenario: Scenario,
  options: { readonly workers?: number; readonly pool?: WorkerPool; readonly signal?: AbortSignal } = {},
): Promise<Session> {
  const program = await compileProgram(scenario);
  const sets: Readonly<Record<DrawSet, SamplingPlan>> = {
    coarse: samplingPlan(scenario, COARSE_DRAWS, 'coarse'),
    fit: samplingPlan(scenario, FIT_DRAWS, 'fit'),
    fresh: samplingPlan(scenario, scenario.draws),
  };
  const pool = options.pool ?? (await openPool(options.workers));
  const run = (job: ForecastJob, tasks: number, signal = options.signal): Promise<void> => pool.run(job, tasks, signal);
  await run({ kind: 'open', program }, 0);

  const variables = variablesOf(program).count;
  const session: Session = {
    program,
    sampling: sets.fresh,

    async price(decision, selection, options) {
      const [priced] = await session.priceAll([decision], selection, options);
      return priced!;
    },

    async priceAll(plans, selection, { sampling = sets.fresh, keep = false, signal } = {}) {
      const keys = seriesOf(program, selection);
      const { draws } = sampling;
      const bytes = keys.length * draws * Float64Array.BYTES_PER_ELEMENT;
      const stores = plans.map(() => new SharedArrayBuffer(bytes));
      const job: ForecastJob = { kind: 'price', sampling, selection, plans, stores, keep };
      await run(job, blocksOf(sampling).length, signal);
      return stores.map((store) => {
        const values = new Float64Array(store);
        return {
          keys,
          draws,
          sampling,
          store,
          series: (index) => values.subarray(index * draws, (index + 1) * draws),
        };
      });
    },

    async summarize({ keys, sampling, store }, signal) {
      const fields = SUMMARY_FIELDS.length;
      const summaries = new SharedArrayBuffer(keys.length * fields * Float64Array.BYTES_PER_ELEMENT);
      await run({ kind: 'summarize', sampling, store, summaries }, keys.length, signal);
      const values = new Float64Array(summaries);
      return keys.map((_, series) => {
        const at = (field: (typeof SUMMARY_FIELDS)[number]): number | null => {
          const value = values[series * fields + SUMMARY_FIELDS.indexOf(field)]!;
          return Number.isNaN(value) ? null : value;
        };
        return {
          mean: at('mean'),
          sd: at('sd'),
          se: at('se'),
          p5: at('p5'),
          p10: at('p10'),
          p25: at('p25'),
          p50: at('p50'),
          p75: at('p75'),
          p90: at('p90'),
          p95: at('p95'),
          undefined: at('undefined') ?? 0,
        };
      });
    },

    async stream(decision, selection, signal) {
      const sampling = sets.fresh;
      const pilot = await session.price(decision, selection, {
        sampling: samplingPlan(scenario, PILOT_DRAWS, 'pilot'),
        ...(signal === undefined ? {} : { signal }),
      });
      return streamPlan({
        keys: pilot.keys,
        pilot,
        sampling,
        selection,
        decision,
        run: (job, tasks) => run(job, tasks, signal),
      });
    },

    async evaluate(
      { budgets, creative, byPeriod },
      functions,
      set,
      { gradients = true, signal } = {},
    ): Promise<Evaluation> {
      const sampling = sets[set];
      const { draws } = sampling;
      const shared = (length: number): SharedArrayBuffer =>
        new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT);
      const buffers = {
        values: functions.map(() => shared(draws)),
        gradients: gradients ? functions.map(() => shared(variables * draws)) : null,
      };
      const job: ForecastJob = {
        kind: 'differentiate',
        sampling,
        functions,
        budgets,
        creative,
        byPeriod,
        ...buffers,
      };
      await run(job, blocksOf(sampling).length, signal);
      return {
        draws,
        values: buffers.values.map((buffer) => new Float64Array(buffer)),
        gradients: buffers.gradients?.map((buffer) => new Float64Array(buffer)) ?? [],
      };
    },

    close: async () => {
      if (options.pool === undefined) await pool.close();
    },
  };
  return session;
}
