import { availableParallelism } from 'node:os';
import { createInlineEngine } from './inline.js';
import { createThreadsEngine } from './threads/engine.js';
import type { Engine } from './types.js';

/**
 * Opens an engine on this machine.
 *
 * @param threads by default one a core; 0: in the calling thread
 */
export async function openEngine(threads?: number): Promise<Engine> {
  return threads === 0 ? createInlineEngine() : createThreadsEngine(threads ?? availableParallelism());
}
