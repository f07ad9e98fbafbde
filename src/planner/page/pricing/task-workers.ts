import type { Engine } from '../../../engine/types.js';
import { createWebEngine } from '../../../engine/web/engine.js';
import type { FromWebWorker, ToWebWorker, WebWorkerPort } from '../../../engine/web/messages.js';
import { serveWebTasks } from '../../../engine/web/serve.js';

/** Workers at most: more would take memory that a phone hasn't got, and win little. */
const MOST_WORKERS = 8;

/** An engine of one worker a core, with shared memory where this page may have it. */
export function openTaskWorkers(start: () => Worker): Engine {
  const count = Math.min(MOST_WORKERS, Math.max(1, navigator.hardwareConcurrency));
  return createWebEngine(
    Array.from({ length: count }, () => portTo(start())),
    { shared: globalThis.crossOriginIsolated === true },
  );
}

function portTo(worker: Worker): WebWorkerPort {
  return {
    send: (message) => worker.postMessage(message),
    listen(onMessage, onBreakdown) {
      worker.addEventListener('message', ({ data }: MessageEvent<FromWebWorker>) => onMessage(data));
      worker.addEventListener('messageerror', () => onBreakdown('a message of its could not be read'));
      worker.addEventListener('error', (event) => onBreakdown(event.message || 'it could not be started'));
    },
    stop: () => worker.terminate(),
  };
}

/**
 * Answers an engine from within one of its workers.
 *
 * @param ready tasks wait for it: the kernels
 * @returns what is done with each message
 */
export function answerTasks(ready: Promise<void>): (message: ToWebWorker) => void {
  const serve = serveWebTasks((message, transfer) => postMessage(message, { transfer }));
  return (message) => {
    void ready.then(() => serve(message));
  };
}
