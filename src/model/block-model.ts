import type { Block, SamplingPlan } from '../sampling/types.js';
import type { PlanFunction } from '../scenario/expressions/types.js';
import { createFigureWriter, type FigureSelection } from './figures.js';
import { forward, type PlanSpend } from './forward.js';
import { createFunctionWriter, type FunctionWriter } from './gradients.js';
import { createKernelEvaluator } from './kernel/differentiator.js';
import { kernelModule } from './kernel/load.js';
import { createKernelPricer } from './kernel/pricer.js';
import { type Layout, layoutOf } from './layout.js';
import { creativeQuality } from './prepare.js';
import type { Program } from './program.js';
import { createBlockSampler } from './sample-block.js';
import { createSampledBlocks, type SampledBlocks } from './sampled-blocks.js';

/**
 * A plan's budgets in the scenario's line order, and its creative shares, as the program's passes take them.
 *
 * @param byPeriod currency, `[line * periods + t]` in the scenario's line order; left out: budgets by the lines' flighting
 */
export function planSpend(
  program: Program,
  budgets: ArrayLike<number>,
  creative: ArrayLike<number>,
  byPeriod?: ArrayLike<number>,
): PlanSpend {
  const { periods, flighting } = program;
  const spend = new Float64Array(program.lines.length * periods);
  program.lines.forEach(({ scenarioIndex }, line) => {
    const budget = budgets[scenarioIndex]!;
    for (let t = 0; t < periods; t++) {
      spend[line * periods + t] =
        byPeriod === undefined ? budget * flighting[line * periods + t]! : byPeriod[scenarioIndex * periods + t]!;
    }
  });
  return { spend, creative: Float64Array.from(creative) };
}

/** Prices blocks: samples, then for each plan runs the model forward and stores the chosen figures. */
export interface Pricer {
  /**
   * @param stores one a plan
   * @param into length of a series in a store, and where in it the block starts; by default those of the whole run
   */
  price(block: Block, plans: readonly PlanSpend[], stores: readonly Float64Array[], into?: StorePlace): void;
}

export interface StorePlace {
  readonly draws: number;
  readonly start: number;
}

/** @param samples the run's draws where others evaluate them too; left out: they are sampled as they come */
export function createPricer(
  program: Program,
  sampling: SamplingPlan,
  selection: FigureSelection,
  samples?: SampledBlocks,
): Pricer {
  const module = kernelModule();
  return module === null
    ? plainPricer(program, sampling, selection, samples)
    : createKernelPricer(module, program, sampling, selection, samples);
}

function plainPricer(
  program: Program,
  sampling: SamplingPlan,
  selection: FigureSelection,
  samples: SampledBlocks | undefined,
): Pricer {
  const layout = layoutOf(program, { trace: false });
  const data = new Float64Array(layout.size);
  const fill = samples === undefined ? createBlockSampler(program, layout, sampling).sample : samples.load;
  const figures = createFigureWriter(program, layout, selection);
  return {
    price(block, plans, stores, { draws, start } = { draws: sampling.draws, start: block.start }) {
      fill(block, data);
      plans.forEach((plan, k) => {
        creativeQuality(program, layout, data, plan, block.lanes);
        forward(program, layout, data, plan, block.lanes);
        figures.write(data, stores[k]!, draws, start, block.lanes);
      });
    },
  };
}

/** Where a block's values and gradients go, among those of all `draws` draws. */
export interface EvaluationStores {
  readonly draws: number;
  /** `[function][draw]` */
  readonly values: readonly Float64Array[];
  /** `[function][variable * draws + draw]`; `null` where none are wanted */
  readonly gradients: readonly Float64Array[] | null;
}

/** Evaluates a set of functions of a plan on one block. */
export type BlockEvaluation = (block: Block, samples: SampledBlocks, plan: PlanSpend, stores: EvaluationStores) => void;

/** Gets ready for a set of functions; what was made ready before is kept. */
export type FunctionEvaluator = (functions: readonly PlanFunction[]) => BlockEvaluation;

export function createFunctionEvaluator(program: Program): FunctionEvaluator {
  const module = kernelModule();
  return module === null ? plainEvaluator(program) : createKernelEvaluator(module, program);
}

function plainEvaluator(program: Program): FunctionEvaluator {
  const layout = layoutOf(program, { trace: true });
  const untraced: Layout = { ...layout, trace: { start: layout.trace.start, rows: 0 } };
  const data = new Float64Array(layout.size);
  const writers = new Map<string, FunctionWriter>();
  return (functions) => {
    const key = JSON.stringify(functions);
    const writer = writers.get(key) ?? createFunctionWriter(program, layout, functions);
    writers.set(key, writer);
    return (block, samples, plan, { values, gradients, draws }) => {
      samples.load(block, data);
      creativeQuality(program, layout, data, plan, block.lanes);
      forward(program, gradients === null ? untraced : layout, data, plan, block.lanes);
      writer.write(data, plan, values, gradients, draws, block.start, block.lanes);
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

/** Sampled rows are kept from one call to the next: an optimiser evaluates the same draws many times. */
export function createDifferentiator(program: Program, sampling: SamplingPlan): Differentiator {
  const evaluator = createFunctionEvaluator(program);
  const samples = createSampledBlocks(program, sampling);
  const { draws } = sampling;
  return {
    evaluate: (block, plan, functions, values, gradients) =>
      evaluator(functions)(block, samples, plan, { draws, values, gradients }),
  };
}
