import { compileProgram } from '../model/compile.js';
import { type FigureSelection, type SeriesKey, seriesOf } from '../model/figures.js';
import type { Program } from '../model/program.js';
import { seriesAt } from '../model/series-store.js';
import { variablesOf } from '../model/variables.js';
import { blocksOf, replicatesFor } from '../sampling/blocks.js';
import type { SamplingPlan } from '../sampling/types.js';
import type { Scenario } from '../scenario/types.js';
import type { Summary } from '../summary/types.js';
import type { Decision, DrawSet, Evaluation, PlanEvaluator } from './evaluation.js';
import { type InputChanges, type Job, SUMMARY_FIELDS, type SummarizeJob } from './jobs.js';
import { openEngine } from './open.js';
import type { PricedPlan, StreamedPlan } from './priced.js';
import { createRecentEvaluations } from './recent-evaluations.js';
import { streamPlan } from './stream-plan.js';
import type { Engine, JobResult, SubmitOptions } from './types.js';

export type { PricedPlan } from './priced.js';

interface PriceOptions {
  /** By default the report's own. */
  readonly sampling?: SamplingPlan;
  /** Keep the draws of the inputs, as more will be evaluated on them; default false. */
  readonly keep?: boolean;
  /** Inputs that are drawn otherwise, on the same numbers. */
  readonly changes?: InputChanges;
  readonly signal?: AbortSignal;
  /** Gives way to what isn't aside; see `SubmitOptions`. */
  readonly aside?: boolean;
}

/** A scenario compiled and held by an engine: prices plans, and serves the optimiser. */
export interface Session extends PlanEvaluator {
  readonly program: Program;
  /** Where it runs; others may run on it too. */
  readonly engine: Engine;
  /** Draws that the report is made on; the optimiser never sees them. */
  readonly sampling: SamplingPlan;
  /** All draws that the scenario asks for, where they are more than `sampling` has; else `null`. */
  readonly everyDraw: SamplingPlan | null;
  price(decision: Decision, selection: FigureSelection, options?: PriceOptions): Promise<PricedPlan>;
  /** The same for several plans, on the same draws, which are drawn once. */
  priceAll(
    decisions: readonly Decision[],
    selection: FigureSelection,
    options?: PriceOptions,
  ): Promise<readonly PricedPlan[]>;
  /** Gives back a price's memory, which nobody reads any more, for the next one of as many series to be written over. */
  giveBack(priced: PricedPlan): void;
  /** @param aside as of `SubmitOptions` */
  summarize(priced: PricedPlan, signal?: AbortSignal, aside?: boolean): Promise<Summary[]>;
  /**
   * Prices and summarises more draws than can be stored: the totals whole (or what `stored` says), of everything else
   * summaries of runs, put together (see `summary/streamed.ts`).
   */
  stream(
    decision: Decision,
    selection: FigureSelection,
    options?: {
      readonly stored?: (key: SeriesKey) => boolean;
      /** By default the report's own. */
      readonly sampling?: SamplingPlan;
      readonly signal?: AbortSignal | undefined;
    },
  ): Promise<StreamedPlan>;
  close(): Promise<void>;
}

/** Draws that local searches start on, that the plan is fitted to; the report's own draws are the fresh ones. */
const SEARCHED = { coarse: 512, fit: 4096 };

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

export interface SessionOptions {
  /** Threads of an engine of its own, by default one a core; 0: this thread. */
  readonly workers?: number | undefined;
  /** An engine that is there already: shared with whoever else uses it, and left open by `close`. */
  readonly engine?: Engine | undefined;
  /** Stops whatever the session is at. */
  readonly signal?: AbortSignal | undefined;
  /** Draws that the optimiser searches on; by default 512 that it begins with and 4,096. */
  readonly searched?: { readonly coarse: number; readonly fit: number };
  /** Most draws that are stored one by one, where a scenario may ask for more than fit into memory; left out, all of them. */
  readonly mostStored?: number;
}

/**
 * Opens a session.
 *
 * @throws {CorrelationError} see `compileProgram`
 */
export async function openSession(scenario: Scenario, options: SessionOptions = {}): Promise<Session> {
  const program = await compileProgram(scenario);
  const { searched = SEARCHED, mostStored = scenario.draws } = options;
  const sets: Readonly<Record<DrawSet, SamplingPlan>> = {
    coarse: samplingPlan(scenario, searched.coarse, 'coarse'),
    fit: samplingPlan(scenario, searched.fit, 'fit'),
    fresh: samplingPlan(scenario, Math.min(scenario.draws, mostStored)),
  };
  const engine = options.engine ?? (await openEngine(options.workers));
  const held = await engine.hold(program);
  const submit = (job: Job, signal = options.signal, aside = false, over?: Float64Array): Promise<JobResult> => {
    const submitted: SubmitOptions = {
      ...(signal === undefined ? {} : { signal }),
      ...(aside ? { aside } : {}),
      ...(over === undefined ? {} : { over }),
    };
    return engine.submit(job, submitted);
  };
  let givenBack: Float64Array | undefined;
  const takeGivenBack = (length: number): Float64Array | undefined => {
    if (givenBack?.length !== length) return undefined;
    const taken = givenBack;
    givenBack = undefined;
    return taken;
  };

  const variables = variablesOf(program).count;
  const summariesOf = async (
    values: Float64Array,
    order: SummarizeJob['order'],
    sampling: SamplingPlan,
    signal: AbortSignal | undefined,
    aside = false,
  ): Promise<Summary[]> => {
    const { matrices } = await submit({ kind: 'summarize', sampling, values, order }, signal, aside);
    return Array.from({ length: values.length / sampling.draws }, (_, series) => summaryAt(matrices[0], series));
  };
  const recent = createRecentEvaluations();
  const evaluated: PlanEvaluator['evaluate'] = async (plan, functions, set, { gradients = true, signal } = {}) => {
    const sampling = sets[set];
    const { draws } = sampling;
    const job: Job = { kind: 'differentiate', program: held.id, sampling, functions, plan, variables, gradients };
    const { matrices } = await submit(job, signal);
    const [values, slopes] = matrices;
    const partOf = (matrix: Float64Array, index: number, length: number): Float64Array =>
      matrix.subarray(index * length, (index + 1) * length);
    return {
      draws,
      values: functions.map((_, f) => partOf(values, f, draws)),
      gradients: slopes === undefined ? [] : functions.map((_, f) => partOf(slopes, f, variables * draws)),
    };
  };
  const session: Session = {
    program,
    engine,
    sampling: sets.fresh,
    everyDraw: scenario.draws > mostStored ? samplingPlan(scenario, scenario.draws) : null,

    async price(decision, selection, options) {
      const [priced] = await session.priceAll([decision], selection, options);
      return priced;
    },

    async priceAll(plans, selection, { sampling = sets.fresh, keep = false, changes, signal, aside } = {}) {
      const keys = seriesOf(program, selection);
      const { draws } = sampling;
      const series = keys.length;
      const own = changes === undefined ? {} : { changes };
      const job: Job = { kind: 'price', program: held.id, sampling, selection, series, plans, keep, ...own };
      const blocks = blocksOf(sampling);
      const { matrices } = await submit(job, signal, aside, takeGivenBack(plans.length * series * draws));
      return plans.map((_, plan) => {
        const values = matrices[0].subarray(plan * series * draws, (plan + 1) * series * draws);
        return {
          keys,
          draws,
          sampling,
          values,
          series: (index) => seriesAt({ values, series, draws, blocks }, index),
        };
      });
    },

    giveBack({ values }) {
      // Of several plans that were priced together each has a part of one memory.
      if (values.byteLength === values.buffer.byteLength) givenBack = values;
    },

    summarize: ({ sampling, values }, signal, aside) => summariesOf(values, 'by block', sampling, signal, aside),

    async stream(
      decision,
      selection,
      { stored = ({ group }: SeriesKey) => group === 'total', sampling = sets.fresh, signal } = {},
    ) {
      const keys = seriesOf(program, selection);
      return streamPlan({
        program: held.id,
        keys,
        stored: keys.flatMap((key, series) => (stored(key) ? [series] : [])),
        sampling,
        selection,
        decision,
        submit: (job, over) => submit(job, signal, false, over),
        summarize: (values) => summariesOf(values, 'by series', sampling, signal),
      });
    },

    evaluate(plan, functions, set, options = {}): Promise<Evaluation> {
      const evaluate = (): Promise<Evaluation> => evaluated(plan, functions, set, options);
      const { gradients = true } = options;
      // A frontier's searches begin at the same plans; slopes on more draws are too many to be cached.
      const remembered = set === 'coarse' || (set === 'fresh' && !gradients);
      return remembered ? recent.get({ plan, functions, set, gradients }, evaluate) : evaluate();
    },

    close: async () => {
      held.release();
      givenBack = undefined;
      if (options.engine === undefined) await engine.close();
    },
  };
  return session;
}

function summaryAt(values: Float64Array, series: number): Summary {
  const at = (field: (typeof SUMMARY_FIELDS)[number]): number | null => {
    const value = values[series * SUMMARY_FIELDS.length + SUMMARY_FIELDS.indexOf(field)];
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
}
