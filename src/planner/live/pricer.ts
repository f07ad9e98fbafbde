import type { Priced } from '../page/pricing/priced.js';
import type { Pricer } from '../page/state/pricing-store.js';
import type { AskMessage, FirstMessage } from './messages.js';
import type { LivePayload } from './payload.js';

/** Prices in workers that are started from the page's own text. */
export function createLivePricer({ worker: source, kernels }: LivePayload): Pricer {
  const worker = new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
  const waiting = new Map<number, { resolve: (priced: Priced) => void; reject: (error: Error) => void }>();
  let asked = 0;
  worker.onmessage = ({ data }: MessageEvent<{ number: number; priced?: Priced; failed?: string }>) => {
    const one = waiting.get(data.number);
    waiting.delete(data.number);
    if (data.priced !== undefined) one?.resolve(data.priced);
    else one?.reject(new Error(data.failed ?? 'failed'));
  };
  worker.onerror = ({ message }) => {
    for (const { reject } of waiting.values()) reject(new Error(message));
    waiting.clear();
  };
  worker.postMessage({ role: 'pricing', kernels, program: source } satisfies FirstMessage);
  const ask = (message: AskMessage): void => worker.postMessage(message);
  return (request, signal) =>
    new Promise((resolve, reject) => {
      const number = asked++;
      waiting.set(number, { resolve, reject });
      ask({ kind: 'price', number, request });
      signal.addEventListener('abort', () => ask({ kind: 'stop', number }), { once: true });
    });
}
