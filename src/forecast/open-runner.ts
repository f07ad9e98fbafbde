import { availableParallelism } from 'node:os';
import { builtFile } from '../engine/threads/worker-entry.js';
import { createThreadRunner } from '../engine/whole/threads.js';
import type { JobRunner } from '../engine/whole/types.js';

/** Opens a runner of whole jobs on this machine's threads, by default one a core. */
export function openThreadRunner(threads?: number): Promise<JobRunner> {
  return createThreadRunner(builtFile('advice/worker.js'), threads ?? availableParallelism());
}
