import type { PlanFunction } from '../../scenario/expressions/types.js';
import type { FunctionEvaluator } from '../block-model.js';
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

/** Evaluates functions of a plan and their gradients in kernels, one for each set of functions. */
export function createKernelEvaluator(module: WebAssembly.Module, program: Program): FunctionEvaluator {
  const layout = layoutOf(program, { trace: true });
  const prepared = new Map<string, Prepared>();

  const prepare = (functions: readonly PlanFunction[]): Prepared => {
    let addresses = { graph: 0, results: 0, gradients: 0 };
    const kernel = createKernel(module, program, layout, null, (instance, tables) => {
      addresses = layFunctions(instance, tables, program, functions);
    });
    const count = functions.length;
    return {
      kernel,
      graph: addresses.graph,
      results: kernel.rows(addresses.results, count),
      gradients: kernel.rows(addresses.gradients, count * variablesOf(program).count),
    };
  };

  return (functions) => {
    const key = JSON.stringify(functions);
    const known = prepared.get(key) ?? prepare(functions);
    prepared.set(key, known);
    const { kernel, graph } = known;
    return (block, samples, plan, { values, gradients, draws }) => {
      samples.load(block, kernel.data);
      kernel.differentiate(plan, graph, gradients !== null, block.lanes);
      copyResults(known, program, values, gradients, draws, block.start, block.lanes);
    };
  };
}
