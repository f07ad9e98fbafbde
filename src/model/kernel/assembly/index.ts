// What the kernel offers to `../kernel.ts`: section 2 and what follows from inputs alone. Every address is in bytes. The equations after that
// are steps (`src/kernel`), whose code is generated.
import { drawCounts } from './counts';
import { CHUNK, prepareChunk } from './prepare';
import { LAYOUT, Program, Sampling } from './records';
import { operate } from './row-operations';
import { drawNormals, mapInputs, noises } from './sampling';
import { scrambleAll } from './scramble';

/** First byte that the kernel's own constants leave free. */
export function heapBase(): usize {
  return __heap_base;
}

/** The number of the records' layout: `../tables.ts` holds its own against it at the start. */
export function layout(): i32 {
  return LAYOUT;
}

/** Section 2: a replicate's scrambles of `count` sources; what stands where as `scrambleAll` has it. */
export function scramble(words: usize, unscrambled: usize, directions: usize, shifts: usize, count: i32): void {
  scrambleAll(words, unscrambled, directions, shifts, count);
}

/**
 * Section 2: a block's normals.
 *
 * @param offset the block's first draw within its replicate
 */
export function draw(sampling: usize, offset: i32): void {
  drawNormals(changetype<Sampling>(sampling), offset);
}

/** Sections 2 and 18: inputs and noise, from the normals as they now are. */
export function map(sampling: usize): void {
  const plan = changetype<Sampling>(sampling);
  mapInputs(plan);
  noises(plan);
}

/** What the passes need once a block, from its inputs. */
export function prepare(program: usize, lanes: i32): void {
  for (let first = 0; first < lanes; first += CHUNK) prepareChunk(changetype<Program>(program), <usize>first << 3);
  operate(changetype<Program>(program));
}

/** Section 14: replaces a row of means by counts; rooms as `drawCounts` has them. */
export function count(state: usize, means: usize, bits: usize, row: usize, list: usize): void {
  drawCounts(state, means, bits, row, list);
}

export { evaluate, normals } from './elementary';
