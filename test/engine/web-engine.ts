import { MessageChannel } from 'node:worker_threads';
import type { Engine } from '../../src/engine/types.js';
import { createWebEngine } from '../../src/engine/web/engine.js';
import type { FromWebWorker, ToWebWorker, WebWorkerPort } from '../../src/engine/web/messages.js';
import { serveWebTasks } from '../../src/engine/web/serve.js';

/** A `web` engine whose workers are message channels to this thread: what is sent is copied as it is between workers. */
export async function openWebEngine(workers: number, shared: boolean): Promise<Engine> {
  return createWebEngine(
    Array.from({ length: workers }, () => port()),
    { shared },
  );
}

function port(): WebWorkerPort {
  const { port1: here, port2: there } = new MessageChannel();
  const serve = serveWebTasks((message, transfer) => there.postMessage(message, transfer));
  there.on('message', (message: ToWebWorker) => void serve(message));
  return {
    send: (message) => here.postMessage(message),
    listen: (onMessage) => {
      here.on('message', (message: FromWebWorker) => onMessage(message));
    },
    stop: () => {
      here.close();
      there.close();
    },
  };
}
