import type { Block, SamplingPlan } from '../sampling/types.js';
import type { PlanFunction } from '../scenario/expressions/types.js';
import type { ChangedInput, ChangedSamples } from './changed-inputs.js';
import type { FigureSelection } from './figures.js';
import { createFunctionWriter, type FunctionWriter } from './gradients.js';
import type { PlanSpend } from './plan.js';
import { createFigureWriter } from './plan-tape/figure-writer.js';
import type { PlanImage } from './plan-tape/image.js';
import { createPressurePlaces } from './pressure-places.js';
import type { Program } from './program.js';
import { spentSoFar } from './program-in-flight.js';
import { createSampledBlocks, type SampledBlocks } from './sampled-blocks.js';

/** What a plan may say beside its budgets and creative shares. */
interface MoreOfPlan {
  readonly byPeriod?: ArrayLike<number> | undefined;
  readonly posts?: ArrayLike<number> | undefined;
  readonly pressureAt?: ArrayLike<number> | undefined;
}

/**
 * A plan's budgets in the scenario's line order, and its creative shares, as the program's passes take them. What was spent in periods
 * that are over is a fact, whatever the plan says; what is left of a budget goes into the others.
 *
 * @param more in the scenario's line order; `byPeriod` in currency, `[line * periods + t]`, left out: budgets by the lines'
 *   flighting; `posts` by source, left out: those of the plan given; `pressureAt` as a decision has it
 */
export function planSpend(
  program: Program,
  budgets: ArrayLike<number>,
  creative: ArrayLike<number>,
  { byPeriod, posts, pressureAt }: MoreOfPlan = {},
): PlanSpend {
  const { periods, flighting, inFlight } = program;
  const spend = new Float64Array(program.lines.length * periods);
  program.lines.forEach(({ scenarioIndex }, line) => {
    const came = inFlight?.lines[line]?.spend ?? [];
    const budget = Math.max(0, budgets[scenarioIndex] - (inFlight === undefined ? 0 : spentSoFar(inFlight, line)));
    for (let t = 0; t < periods; t++) {
      if (t < came.length) {
        spend[line * periods + t] = came[t];
        continue;
      }
      spend[line * periods + t] =
        byPeriod === undefined ? budget * flighting[line * periods + t] : byPeriod[scenarioIndex * periods + t];
    }
  });
  return {
    spend,
    creative: Float64Array.from(creative),
    ...(posts === undefined ? {} : { posts: Float64Array.from(posts) }),
    ...(pressureAt === undefined
      ? {}
      : {
          pressureAt: Float64Array.from(program.lines, ({ scenarioIndex }) => pressureAt[scenarioIndex] ?? Number.NaN),
        }),
  };
}

/** Prices blocks: samples, then for each plan runs the model forward and stores the chosen figures. */
export interface Pricer {
  /**
   * @param stores one a plan, as a `SeriesStore` has them
   * @param start draws that come before the block's in a store; by default those of the whole run
   */
  price(block: Block, plans: readonly PlanSpend[], stores: readonly Float64Array[], start?: number): void;
  /** The same for plans whose inputs are drawn otherwise, each in its own way. */
  priceChanged(
    block: Block,
    plans: readonly PlanSpend[],
    stores: readonly Float64Array[],
    changed: { readonly draws: ChangedSamples; readonly changes: readonly (readonly ChangedInput[])[] },
  ): void;
}

/**
 * @param samples the run's draws where others evaluate them too; left out: they are sampled as they come
 * @param image of the same program and selection; left out: it is made here
 */
export function createPricer(
  program: Program,
  sampling: SamplingPlan,
  selection: FigureSelection,
  samples: SampledBlocks = createSampledBlocks(program, sampling, { keep: false }),
  image?: PlanImage,
): Pricer {
  const figures = createFigureWriter(program, selection, sampling.seed, { image });
  const seenAt = createPressurePlaces(program);
  return {
    price(block, plans, stores, start = block.start) {
      plans.forEach((plan, k) => {
        // What a plan fills in is its own: the next one begins with the draws as they are.
        if (k === 0 || plans[k - 1].pressureAt !== undefined) samples.load(block, figures.data, figures.sampled);
        seenAt.fill(plan, figures.data, block.lanes);
        figures.write(plan, stores[k], { block: block.index, start, lanes: block.lanes });
      });
    },
    priceChanged(block, plans, stores, { draws, changes }) {
      plans.forEach((plan, k) => {
        draws.load(block, changes[k], figures.data);
        seenAt.fill(plan, figures.data, block.lanes);
        figures.write(plan, stores[k], { block: block.index, start: block.start, lanes: block.lanes });
      });
    },
  };
}

/** Where a block's values and gradients go, among those of all `draws` draws. */
interface EvaluationStores {
  readonly draws: number;
  /** `[function][draw]` */
  readonly values: readonly Float64Array[];
  /** `[function][variable * draws + draw]`; `null` where none are wanted */
  readonly gradients: readonly Float64Array[] | null;
}

/** Evaluates a set of functions of a plan on one block. */
type BlockEvaluation = (block: Block, samples: SampledBlocks, plan: PlanSpend, stores: EvaluationStores) => void;

/** Gets ready for a set of functions; what was made ready before stays. `image` is of these functions, if there is one. */
export type FunctionEvaluator = (functions: readonly PlanFunction[], image?: PlanImage) => BlockEvaluation;

export function createFunctionEvaluator(program: Program): FunctionEvaluator {
  const writers = new Map<string, FunctionWriter>();
  const seenAt = createPressurePlaces(program);
  return (functions, image) => {
    const name = JSON.stringify(functions);
    return (block, samples, plan, { values, gradients, draws }) => {
      const wantsGradients = gradients !== null;
      const key = `${wantsGradients} ${name}`;
      const writer = writers.get(key) ?? createFunctionWriter(program, functions, { gradients: wantsGradients, image });
      writers.set(key, writer);
      samples.load(block, writer.data, writer.sampled);
      seenAt.fill(plan, writer.data, block.lanes);
      writer.write(plan, values, gradients, draws, block.start, block.lanes);
    };
  };
}

/** Evaluates functions of a plan, and their gradients, again and again on the same draws. */
export interface Differentiator {
  evaluate(
    block: Block,
    plan: PlanSpend,
    functions: readonly PlanFunction[],
    values: readonly Float64Array[],
    gradients: readonly Float64Array[] | null,
  ): void;
}

/** Sampled rows are cached from one call to the next: an optimiser evaluates the same draws many times. */
export function createDifferentiator(program: Program, sampling: SamplingPlan): Differentiator {
  const evaluator = createFunctionEvaluator(program);
  const samples = createSampledBlocks(program, sampling);
  const { draws } = sampling;
  return {
    evaluate: (block, plan, functions, values, gradients) =>
      evaluator(functions)(block, samples, plan, { draws, values, gradients }),
  };
}
