import { exp, expm1, ln, pow } from '../distributions/elementary.js';
import { fade, freshness } from './exponentials.js';
import type { Node } from './nodes.js';
import type { Routine } from './routine.js';

/** Where a routine's slots stand for one call. */
export interface Places {
  /** Start of a load's row, or a number's index. */
  readonly loads: readonly number[];
  /** Start of a store's row. */
  readonly stores: readonly number[];
}

/** What a tape's calls work on. */
export interface Memory {
  /** Rows of a block. */
  readonly rows: Float64Array;
  /** Numbers of the calls. */
  readonly numbers: Float64Array;
}

/** Room for the values of a routine's nodes, `width` draws each. */
export class Scratch {
  private values = new Float64Array(0);

  constructor(readonly width: number) {}

  for(nodes: number): Float64Array {
    if (this.values.length < nodes * this.width) this.values = new Float64Array(nodes * this.width);
    return this.values;
  }
}

/** Evaluates a routine for a block's first `lanes` draws, node by node: the readable reference. */
export function evaluateRoutine(
  routine: Routine,
  places: Places,
  memory: Memory,
  scratch: Scratch,
  lanes: number,
): void {
  const { width } = scratch;
  const { rows, numbers } = memory;
  const values = scratch.for(routine.nodes.length);
  routine.loads.forEach(({ kind, node }, k) => {
    const from = places.loads[k];
    const to = node * width;
    if (kind === 'numbers' || kind === 'decisions') values.fill(numbers[from], to, to + lanes);
    else for (let d = 0; d < lanes; d++) values[to + d] = rows[from + d];
  });
  routine.nodes.forEach((node, k) => {
    evaluateNode(node, k * width, values, width, lanes);
  });
  routine.stores.forEach(({ kind, node }, k) => {
    const to = places.stores[k];
    const from = node * width;
    switch (kind) {
      case 'adds':
        for (let d = 0; d < lanes; d++) rows[to + d] = rows[to + d] + values[from + d];
        break;
      case 'raises':
        for (let d = 0; d < lanes; d++) rows[to + d] = Math.max(rows[to + d], values[from + d]);
        break;
      default:
        for (let d = 0; d < lanes; d++) rows[to + d] = values[from + d];
    }
  });
}

function evaluateNode(node: Node, to: number, values: Float64Array, width: number, lanes: number): void {
  const [first = 0, second = 0, third = 0] = node.operands;
  const a = first * width;
  const b = second * width;
  const c = third * width;
  switch (node.operation) {
    case 'slot':
      return;
    case 'number':
      values.fill(node.value, to, to + lanes);
      return;
    case 'select':
      for (let d = 0; d < lanes; d++) values[to + d] = values[a + d] === 1 ? values[b + d] : values[c + d];
      return;
    default: {
      const operation = OPERATIONS[node.operation];
      for (let d = 0; d < lanes; d++) values[to + d] = operation(values[a + d], values[b + d]);
    }
  }
}

const OPERATIONS: Readonly<
  Record<Exclude<Node['operation'], 'slot' | 'number' | 'select'>, (a: number, b: number) => number>
> = {
  negate: (a) => -a,
  absolute: Math.abs,
  root: Math.sqrt,
  logarithm: ln,
  exponential: exp,
  saturate: (a) => -expm1(-a),
  freshness,
  fade,
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
  quotient: (a, b) => (b > 0 ? a / b : 0),
  minimum: Math.min,
  maximum: Math.max,
  power: (a, b) => pow(a, b),
  above: (a, b) => (a > b ? 1 : 0),
  equal: (a, b) => (a === b ? 1 : 0),
  withDerivatives: (a) => a,
};
