import { BASE_FIGURES, type Formula } from '../kpi/definitions.js';
import { buildGraph, type Operation } from '../kpi/graph.js';
import type { KernelInstance } from './instance.js';
import { CHUNK } from './tables.js';

const DOUBLE = Float64Array.BYTES_PER_ELEMENT;
const CHUNK_BYTES = CHUNK * DOUBLE;
const NODE_BYTES = 24;
const GRAPH_WORDS = 9;

/** Operations by the numbers that the kernel knows them by. */
const CODES: Readonly<Record<Operation, number>> = {
  figure: 0,
  number: 1,
  negate: 2,
  '+': 3,
  '-': 4,
  '*': 5,
  '/': 6,
  '^': 7,
  min: 8,
  max: 9,
  abs: 10,
  sqrt: 11,
  log: 12,
  exp: 13,
};

/**
 * Lays the nodes of some formulas in a kernel's memory.
 *
 * @param results where the outputs' rows go; 0 for a graph that writes elsewhere
 * @param gradients where their gradients' rows go; 0 for none
 * @returns address of the graph's record
 */
export function layGraph(
  kernel: KernelInstance,
  formulas: readonly Formula[],
  { results, gradients }: { readonly results: number; readonly gradients: number },
): number {
  const { nodes, outputs } = buildGraph(formulas);
  const graph = kernel.allocate(GRAPH_WORDS * 4);
  const nodesAt = kernel.allocate(nodes.length * NODE_BYTES);
  const values = kernel.allocate(nodes.length * CHUNK_BYTES);
  const bars = kernel.allocate(nodes.length * CHUNK_BYTES);
  const outputsAt = kernel.allocate(outputs.length * 4);
  nodes.forEach(({ operation, left, right, value }, k) => {
    const at = nodesAt + k * NODE_BYTES;
    // An operand that isn't there is read and not used: any place will do.
    const operand = (node: number): number => Math.max(0, node) * CHUNK_BYTES;
    kernel.words(at, 3).set([CODES[operation], operand(left), operand(right)]);
    kernel.doubles(at + 16, 1)[0] = value;
  });
  kernel.words(outputsAt, outputs.length).set(outputs);
  kernel
    .words(graph, GRAPH_WORDS)
    .set([BASE_FIGURES.length, nodes.length, nodesAt, values, bars, outputs.length, outputsAt, results, gradients]);
  return graph;
}
