import type { Formula } from '../kpi/definitions.js';
import { buildGraph, type Operation } from '../kpi/graph.js';
import { LINE_TOTALS, STRIDE } from '../layout.js';
import type { KernelInstance } from './instance.js';
import { CHUNK } from './tables.js';

const DOUBLE = Float64Array.BYTES_PER_ELEMENT;
const CHUNK_BYTES = CHUNK * DOUBLE;
const NODE_BYTES = 24;
const GRAPH_WORDS = 11;
const GROUP_WORDS = 4;

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
 * @param lines addresses of the records of some lines, for figures of groups
 * @returns address of the graph's record
 */
export function layGraph(
  kernel: KernelInstance,
  formulas: readonly Formula[],
  {
    results,
    gradients,
    lines = () => [],
  }: {
    readonly results: number;
    readonly gradients: number;
    readonly lines?: (indices: readonly number[]) => readonly number[];
  },
): number {
  const { groups, figures, nodes, outputs } = buildGraph(formulas);
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
  const groupsAt = kernel.allocate(groups.length * GROUP_WORDS * 4);
  groups.forEach(({ name, lines: indices }, k) => {
    const addresses = lines(indices);
    const at = kernel.allocate(addresses.length * 4);
    kernel.words(at, addresses.length).set(addresses);
    const node = (figures - groups.length + k) * CHUNK_BYTES;
    const total = LINE_TOTALS.indexOf(name) * STRIDE * DOUBLE;
    kernel.words(groupsAt + k * GROUP_WORDS * 4, GROUP_WORDS).set([node, total, addresses.length, at]);
  });
  kernel
    .words(graph, GRAPH_WORDS)
    .set([
      figures,
      nodes.length,
      nodesAt,
      values,
      bars,
      outputs.length,
      outputsAt,
      results,
      gradients,
      groups.length,
      groupsAt,
    ]);
  return graph;
}
