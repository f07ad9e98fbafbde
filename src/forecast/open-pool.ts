import { availableParallelism } from 'node:os';
import { createWorkerPool, type WorkerPool } from '../engine/pool.js';
import { workerEntry } from './worker-entry.js';

/** Starts the threads that sessions work on, by default one a core. */
export function openPool(workers?: number): Promise<WorkerPool> {
  return createWorkerPool(workerEntry(), workers ?? availableParallelism());
}
