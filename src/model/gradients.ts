import type { PlanFunction } from '../scenario/expressions/types.js';
import type { PlanSpend } from './plan.js';
import { createRunner, type RunnerMeans } from './plan-tape/runner.js';
import type { Program } from './program.js';
import type { Range } from './sampled-ranges.js';
import { variablesOf } from './variables.js';

/** Values, and gradients if asked, of some functions of the plan's total KPIs (or figures of some lines), for a block. */
export interface FunctionWriter {
  /** The block's memory, its sampled rows to be filled in first. */
  readonly data: Float64Array;
  /** Those of its sampled rows that are looked at. */
  readonly sampled: readonly Range[];
  /**
   * @param values `[function][draw]`
   * @param gradients `[function][variable * draws + draw]`: the scenario's lines (a free one by period), the creative shares,
   * then the numbers of posts that are to be chosen; `null`: values only. In draws in which a function has no value they are 0
   */
  write(
    plan: PlanSpend,
    values: readonly Float64Array[],
    gradients: readonly Float64Array[] | null,
    draws: number,
    start: number,
    lanes: number,
  ): void;
}

/** Builds a writer that computes nothing but what these functions depend on. */
export function createFunctionWriter(
  program: Program,
  functions: readonly PlanFunction[],
  options: RunnerMeans & { readonly gradients: boolean },
): FunctionWriter {
  const runner = createRunner(program, { ...options, functions });
  const { column } = variablesOf(program);
  const { data, places } = runner;
  return {
    data,
    sampled: places.sampled,
    write(plan, values, gradients, draws, start, lanes) {
      runner.forward(plan, lanes, (some) => {
        const { first, end } = some;
        places.values.forEach(({ value }, f) => {
          values[f].set(data.subarray(value + first, value + end), start + first);
        });
        if (gradients === null) return;
        places.values.forEach(({ value, bar }, f) => {
          runner.clear(some);
          data.fill(1, bar + first, bar + end);
          runner.backward(some);
          const gradient = gradients[f];
          column.forEach((place, variable) => {
            const from = places.gradient[variable];
            const to = place * draws + start;
            for (let d = first; d < end; d++) gradient[to + d] = Number.isNaN(data[value + d]) ? 0 : data[from + d];
          });
        });
      });
    },
  };
}
