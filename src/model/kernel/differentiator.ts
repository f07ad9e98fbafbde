import type { SamplingPlan } from '../../sampling/types.js';
import type { Differentiator } from '../block-model.js';
import { layoutOf } from '../layout.js';
import type { Program } from '../program.js';
import { variablesOf } from '../variables.js';
import { copyResults, layFunctions } from './functions.js';
import { createKernel, type Kernel } from './kernel.js';

/** A kernel made for one set of functions. */
interface Prepared {
  readonly kernel: Kernel;
  readonly graph: number;
  readonly results: Float64Array;
  readonly gradients: Float64Array;
}

/**
 * Evaluates functions of a plan and their gradients in the kernel. What was sampled for a block is kept from one call to
 * the next, whatever the functions are.
 */
export function createKernelDifferentiator(
  module: WebAssembly.Module,
  program: Program,
  sampling: SamplingPlan,
): Differentiator {
  const layout = layoutOf(program, { trace: true });
  const from = layout.inputs.start;
  const to = layout.quality.start;
  const sampled = new Map<number, Float64Array>();
  const prepared = new Map<string, Prepared>();

  return {
    evaluate(block, plan, functions, values, gradients) {
      const key = JSON.stringify(functions);
      let known = prepared.get(key);
      if (known === undefined) {
        let addresses = { graph: 0, results: 0, gradients: 0 };
        const kernel = createKernel(module, program, layout, sampling, (instance, tables) => {
          addresses = layFunctions(instance, tables, program, functions);
        });
        const count = functions.length;
        known = {
          kernel,
          graph: addresses.graph,
          results: kernel.rows(addresses.results, count),
          gradients: kernel.rows(addresses.gradients, count * variablesOf(program).count),
        };
        prepared.set(key, known);
      }
      const { kernel, graph } = known;
      const kept = sampled.get(block.index);
      if (kept === undefined) {
        kernel.sampler!.sample(block, kernel.data);
        sampled.set(block.index, kernel.data.slice(from, to));
      } else {
        kernel.data.set(kept, from);
      }
      kernel.differentiate(plan, graph, gradients !== null, block.lanes);
      copyResults(known, program, values, gradients, sampling.draws, block.start, block.lanes);
    },
  };
}
