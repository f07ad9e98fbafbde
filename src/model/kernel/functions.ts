import type { PlanFunction } from '../../scenario/expressions/types.js';
import { formulaOf } from '../kpi/definitions.js';
import { STRIDE } from '../layout.js';
import type { Program } from '../program.js';
import { variablesOf } from '../variables.js';
import { layGraph } from './graph-tables.js';
import type { KernelInstance } from './instance.js';
import type { KernelTables } from './tables.js';

const ROW = STRIDE * Float64Array.BYTES_PER_ELEMENT;

/** Functions of the plan's totals (or figures of some lines), laid in a kernel: their graph's record, and where a block's results stand. */
export interface KernelFunctions {
  readonly graph: number;
  /** `[function * STRIDE + draw]` */
  readonly results: number;
  /** `[(function * variables + variable) * STRIDE + draw]` */
  readonly gradients: number;
}

/** Lays out functions; views of the kernel's memory made before are void. */
export function layFunctions(
  kernel: KernelInstance,
  tables: KernelTables,
  program: Program,
  functions: readonly PlanFunction[],
): KernelFunctions {
  const results = kernel.allocate(functions.length * ROW);
  const gradients = kernel.allocate(functions.length * variablesOf(program).count * ROW);
  const lines = (indices: readonly number[]): number[] =>
    program.lines.flatMap(({ scenarioIndex }, line) => (indices.includes(scenarioIndex) ? [tables.line(line)] : []));
  return { graph: layGraph(kernel, functions.map(formulaOf), { results, gradients, lines }), results, gradients };
}

/** Copies a block's results to where all blocks' go: see `FunctionWriter`. */
export function copyResults(
  data: { readonly results: Float64Array; readonly gradients: Float64Array },
  program: Program,
  values: readonly Float64Array[],
  gradients: readonly Float64Array[] | null,
  draws: number,
  start: number,
  lanes: number,
): void {
  const { column } = variablesOf(program);
  values.forEach((row, f) => {
    row.set(data.results.subarray(f * STRIDE, f * STRIDE + lanes), start);
  });
  gradients?.forEach((gradient, f) => {
    column.forEach((place, variable) => {
      const from = (f * column.length + variable) * STRIDE;
      gradient.set(data.gradients.subarray(from, from + lanes), place * draws + start);
    });
  });
}
