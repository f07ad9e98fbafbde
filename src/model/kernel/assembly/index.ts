// What the kernel offers to `../kernel.ts`. Every address is in bytes.
import { forwardChunk } from './forward';
import { CHUNK, Program } from './tables';

/** First byte that the kernel's own constants leave free. */
export function heapBase(): usize {
  return __heap_base;
}

/** Sections 3 to 6 for a block's first `lanes` draws. */
export function forward(program: usize, lanes: i32): void {
  for (let first = 0; first < lanes; first += CHUNK) forwardChunk(changetype<Program>(program), <usize>first << 3);
}
