import { parentPort, workerData } from 'node:worker_threads';
import { serveWork } from '../../planner/server/work/serve.js';
import { openQueueEngine, type QueueCommandOptions } from '../queue-runner.js';
import { quietEffects } from './quiet-effects.js';

/** How a planner's long work goes to a queue. */
type QueueWork = QueueCommandOptions & { readonly engine: string; readonly workers?: number };

/**
 * The thread that has a planner's long work done by a queue's workers: what is put together of their answers is so here, beside the
 * thread that serves.
 */
const serve = serveWork(
  () => openQueueEngine(workerData as QueueWork, quietEffects('en')),
  (message) => parentPort?.postMessage(message),
);
parentPort?.on('message', serve);
