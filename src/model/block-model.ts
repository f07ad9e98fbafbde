import type { Block, SamplingPlan } from '../sampling/types.js';
import type { PlanFunction } from '../scenario/expressions/types.js';
import { createFigureWriter, type FigureSelection } from './figures.js';
import { forward, type PlanSpend } from './forward.js';
import { createFunctionWriter, type FunctionWriter } from './gradients.js';
import { createKernelDifferentiator } from './kernel/differentiator.js';
import { kernelModule } from './kernel/load.js';
import { createKernelPricer } from './kernel/pricer.js';
import { type Layout, layoutOf } from './layout.js';
import { creativeQuality } from './prepare.js';
import type { Program } from './program.js';
import { createBlockSampler } from './sample-block.js';

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

export function createPricer(program: Program, sampling: SamplingPlan, selection: FigureSelection): Pricer {
  const module = kernelModule();
  return module === null
    ? plainPricer(program, sampling, selection)
    : createKernelPricer(module, program, sampling, selection);
}

function plainPricer(program: Program, sampling: SamplingPlan, selection: FigureSelection): Pricer {
  const layout = layoutOf(program, { trace: false });
  const data = new Float64Array(layout.size);
  const sampler = createBlockSampler(program, layout, sampling);
  const figures = createFigureWriter(program, layout, selection);
  return {
    price(block, plans, stores, { draws, start } = { draws: sampling.draws, start: block.start }) {
      sampler.sample(block, data);
      plans.forEach((plan, k) => {
        creativeQuality(program, layout, data, plan, block.lanes);
        forward(program, layout, data, plan, block.lanes);
        figures.write(data, stores[k]!, draws, start, block.lanes);
      });
    },
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
  const module = kernelModule();
  return module === null
    ? plainDifferentiator(program, sampling)
    : createKernelDifferentiator(module, program, sampling);
}

function plainDifferentiator(program: Program, sampling: SamplingPlan): Differentiator {
  const layout = layoutOf(program, { trace: true });
  const untraced: Layout = { ...layout, trace: { start: layout.trace.start, rows: 0 } };
  const data = new Float64Array(layout.size);
  const sampler = createBlockSampler(program, layout, sampling);
  const sampledFrom = layout.inputs.start;
  const sampledTo = layout.quality.start;
  const sampled = new Map<number, Float64Array>();
  const writers = new Map<string, FunctionWriter>();

  const writerOf = (functions: readonly PlanFunction[]): FunctionWriter => {
    const key = JSON.stringify(functions);
    const known = writers.get(key) ?? createFunctionWriter(program, layout, functions);
    writers.set(key, known);
    return known;
  };

  return {
    evaluate(block, plan, functions, values, gradients) {
      const kept = sampled.get(block.index);
      if (kept === undefined) {
        sampler.sample(block, data);
        sampled.set(block.index, data.slice(sampledFrom, sampledTo));
      } else {
        data.set(kept, sampledFrom);
      }
      creativeQuality(program, layout, data, plan, block.lanes);
      forward(program, gradients === null ? untraced : layout, data, plan, block.lanes);
      writerOf(functions).write(data, plan, values, gradients, sampling.draws, block.start, block.lanes);
    },
  };
}
