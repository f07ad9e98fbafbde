import { createInlineEngine } from '../../../engine/inline.js';
import type { Engine } from '../../../engine/types.js';

/** Stands in for `engine/open.ts` in a browser, where whoever prices is a worker already. */
export async function openEngine(): Promise<Engine> {
  return createInlineEngine();
}
