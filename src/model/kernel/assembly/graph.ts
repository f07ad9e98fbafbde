// KPIs as a list of nodes over base figures, for one chunk: a chunk's bytes a node, in `values` and in `bars`.
import { CHUNK_BYTES, Graph, Node } from './tables';
import { add, addAt, both, choose, div, load, mul, store, sub, VECTOR, where } from './vector';

/** Operations, in the order of `../graph-tables.ts`. */
const NUMBER: i32 = 1;
const NEGATE: i32 = 2;
const ADD: i32 = 3;
const SUBTRACT: i32 = 4;
const MULTIPLY: i32 = 5;
const DIVIDE: i32 = 6;
const POWER: i32 = 7;
const MIN: i32 = 8;
const MAX: i32 = 9;
const ABS: i32 = 10;
const SQRT: i32 = 11;
const LOG: i32 = 12;
const EXP: i32 = 13;

/** A division by 0 has no value. */
// @ts-ignore: decorator
@inline
function quotient(a: v128, b: v128): v128 {
  return choose(f64x2.eq(b, both(0)), both(NaN), div(a, b));
}

// Rare in KPIs, so one draw after the other.
function power(a: v128, b: v128): v128 {
  const x = Math.pow(f64x2.extract_lane(a, 0), f64x2.extract_lane(b, 0));
  return f64x2.replace_lane(both(x), 1, Math.pow(f64x2.extract_lane(a, 1), f64x2.extract_lane(b, 1)));
}

function log(a: v128): v128 {
  return f64x2.replace_lane(both(Math.log(f64x2.extract_lane(a, 0))), 1, Math.log(f64x2.extract_lane(a, 1)));
}

function exp(a: v128): v128 {
  return f64x2.replace_lane(both(Math.exp(f64x2.extract_lane(a, 0))), 1, Math.exp(f64x2.extract_lane(a, 1)));
}

/** All nodes' values, those of the base figures being filled in. */
export function evaluateGraph(graph: Graph): void {
  for (let k = graph.figureCount; k < graph.nodeCount; k++) {
    const node = graph.node(k);
    const to = graph.values + CHUNK_BYTES * k;
    const a = graph.values + node.left;
    const b = graph.values + node.right;
    switch (node.operation) {
      case ADD:
        for (let d: usize = 0; d < CHUNK_BYTES; d += VECTOR) store(to + d, add(load(a + d), load(b + d)));
        break;
      case SUBTRACT:
        for (let d: usize = 0; d < CHUNK_BYTES; d += VECTOR) store(to + d, sub(load(a + d), load(b + d)));
        break;
      case MULTIPLY:
        for (let d: usize = 0; d < CHUNK_BYTES; d += VECTOR) store(to + d, mul(load(a + d), load(b + d)));
        break;
      case DIVIDE:
        for (let d: usize = 0; d < CHUNK_BYTES; d += VECTOR) store(to + d, quotient(load(a + d), load(b + d)));
        break;
      case NUMBER:
        for (let d: usize = 0; d < CHUNK_BYTES; d += VECTOR) store(to + d, both(node.value));
        break;
      default:
        for (let d: usize = 0; d < CHUNK_BYTES; d += VECTOR) {
          store(to + d, rare(node.operation, load(a + d), load(b + d)));
        }
    }
  }
}

/** What only a planner's own KPIs are made of. */
function rare(operation: i32, a: v128, b: v128): v128 {
  switch (operation) {
    case NEGATE:
      return f64x2.neg(a);
    case MIN:
      return f64x2.min(a, b);
    case MAX:
      return f64x2.max(a, b);
    case ABS:
      return f64x2.abs(a);
    case SQRT:
      return f64x2.sqrt(a);
    case LOG:
      return log(a);
    case EXP:
      return exp(a);
    default:
      return power(a, b);
  }
}

/** The derivative of one output with respect to every node; 0 in draws in which the output has no value. */
export function differentiateGraph(graph: Graph, output: i32): void {
  for (let k = 0; k < graph.nodeCount; k++) {
    for (let d: usize = 0; d < CHUNK_BYTES; d += VECTOR) store(graph.bars + CHUNK_BYTES * k + d, both(0));
  }
  for (let d = CHUNK_BYTES * output; d < CHUNK_BYTES * (output + 1); d += VECTOR) {
    const value = load(graph.values + d);
    store(graph.bars + d, where(f64x2.eq(value, value), both(1)));
  }
  for (let k = output; k >= graph.figureCount; k--) {
    const node = graph.node(k);
    for (let d: usize = 0; d < CHUNK_BYTES; d += VECTOR) {
      const bar = load(graph.bars + CHUNK_BYTES * k + d);
      const live = f64x2.ne(bar, both(0));
      if (v128.any_true(live)) spread(graph, node, CHUNK_BYTES * k + d, d, bar, live);
    }
  }
}

/** What a node's derivative means for its operands; nothing where it is 0, whatever the operands are. */
function spread(graph: Graph, node: Node, at: usize, d: usize, bar: v128, live: v128): void {
  const operation = node.operation;
  const value = load(graph.values + at);
  const a = load(graph.values + node.left + d);
  const b = load(graph.values + node.right + d);
  const left = graph.bars + node.left + d;
  const right = graph.bars + node.right + d;
  if (operation == ADD) {
    addAt(left, bar);
    addAt(right, bar);
  } else if (operation == SUBTRACT) {
    addAt(left, bar);
    store(right, sub(load(right), bar));
  } else if (operation == MULTIPLY) {
    addAt(left, where(live, mul(bar, b)));
    addAt(right, where(live, mul(bar, a)));
  } else if (operation == DIVIDE) {
    addAt(left, where(live, div(bar, b)));
    store(right, sub(load(right), where(live, div(mul(bar, value), b))));
  } else if (operation == NEGATE) {
    store(left, sub(load(left), bar));
  } else if (operation == MIN || operation == MAX) {
    const isLeft = f64x2.eq(a, value);
    addAt(left, where(isLeft, bar));
    addAt(right, v128.andnot(bar, isLeft));
  } else if (operation == ABS) {
    const sign = sub(where(f64x2.gt(a, both(0)), both(1)), where(f64x2.lt(a, both(0)), both(1)));
    addAt(left, mul(bar, sign));
  } else if (operation == SQRT) {
    addAt(left, where(live, div(bar, add(value, value))));
  } else if (operation == LOG) {
    addAt(left, where(live, div(bar, a)));
  } else if (operation == EXP) {
    addAt(left, where(live, mul(bar, value)));
  } else if (operation == POWER) {
    addAt(left, where(live, mul(mul(bar, b), power(a, sub(b, both(1))))));
    if (graph.node(<i32>(node.right / CHUNK_BYTES)).operation != NUMBER) {
      addAt(right, where(live, mul(mul(bar, value), log(a))));
    }
  }
}
