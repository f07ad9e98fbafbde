import { parentPort, workerData } from 'node:worker_threads';
import { openEngine } from '../../../engine/open.js';
import { serveWork } from './serve.js';

/** The thread that does long work for the server. */
const { threads } = workerData as { readonly threads: number | undefined };
const serve = serveWork(
  () => openEngine(threads),
  (message) => parentPort?.postMessage(message),
);
parentPort?.on('message', serve);
