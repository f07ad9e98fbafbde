// What the kernel offers to `../kernel.ts`. Every address is in bytes.
import { forwardChunk } from './forward';
import { prepareChunk } from './prepare';
import { drawNormals, mapInputs, priceNoise } from './sampling';
import { CHUNK, Program, Sampling } from './tables';

/** First byte that the kernel's own constants leave free. */
export function heapBase(): usize {
  return __heap_base;
}

/** Sections 3 to 6 for a block's first `lanes` draws. */
export function forward(program: usize, lanes: i32): void {
  for (let first = 0; first < lanes; first += CHUNK) forwardChunk(changetype<Program>(program), <usize>first << 3);
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

export { evaluate, normals } from './elementary';
