// What the kernel offers to `../kernel.ts`. Every address is in bytes.
import { adjointChunk } from './adjoint';
import { writeFigures } from './figures';
import { forwardChunk } from './forward';
import { differentiateGraph, evaluateGraph } from './graph';
import { prepareChunk } from './prepare';
import { drawNormals, mapInputs, priceNoise } from './sampling';
import { CHUNK, CHUNK_BYTES, Figures, Graph, Program, ROW, Sampling } from './tables';
import { lineSums, planTotals } from './totals';
import { load, store, VECTOR } from './vector';

/** First byte that the kernel's own constants leave free. */
export function heapBase(): usize {
  return __heap_base;
}

/** Sections 3 to 6 for a block's first `lanes` draws. */
export function forward(program: usize, lanes: i32): void {
  for (let first = 0; first < lanes; first += CHUNK) forwardChunk(changetype<Program>(program), false, <usize>first << 3);
}

/**
 * Section 2: a block's normals, inputs and price noise.
 *
 * @param offset the block's first draw within its replicate
 */
export function sample(sampling: usize, offset: i32): void {
  const plan = changetype<Sampling>(sampling);
  drawNormals(plan, offset);
  mapInputs(plan);
  priceNoise(plan);
}

/** What the passes need once a block, from its inputs. */
export function prepare(program: usize, lanes: i32): void {
  for (let first = 0; first < lanes; first += CHUNK) prepareChunk(changetype<Program>(program), <usize>first << 3);
}

/**
 * Functions of the plan's totals (or figures of some lines), and their gradients if asked, for a block's first `lanes` draws. A chunk goes forward
 * and back before the next one starts, so that its trace is still near when it is read.
 */
export function differentiate(programAt: usize, graphAt: usize, gradients: bool, lanes: i32): void {
  const program = changetype<Program>(programAt);
  const graph = changetype<Graph>(graphAt);
  for (let first = 0; first < lanes; first += CHUNK) {
    const at = <usize>first << 3;
    forwardChunk(program, gradients, at);
    planTotals(program, graph.values, at);
    lineSums(graph, at);
    evaluateGraph(graph);
    for (let k = 0; k < graph.outputCount; k++) {
      const output = graph.output(k);
      copyChunk(graph.values + CHUNK_BYTES * output, graph.results + ROW * k + at);
      if (!gradients) continue;
      differentiateGraph(graph, output);
      adjointChunk(program, graph, graph.gradients + ROW * k * program.variableCount, at);
    }
  }
}

function copyChunk(from: usize, to: usize): void {
  for (let v: usize = 0; v < CHUNK_BYTES; v += VECTOR) store(to + v, load(from + v));
}

/** The forward pass and the figures asked for, for a block's first `lanes` draws. */
export function price(program: usize, figures: usize, lanes: i32): void {
  for (let first = 0; first < lanes; first += CHUNK) {
    const at = <usize>first << 3;
    forwardChunk(changetype<Program>(program), false, at);
    writeFigures(changetype<Program>(program), changetype<Figures>(figures), at);
  }
}

export { evaluate, normals } from './elementary';
