import type { Priced } from '../page/pricing/priced.js';
import type { Pricer } from '../page/state/pricing-store.js';
import type { LivePayload } from './payload.js';

/** Prices in a worker that is started from the page's own text. */
export function createLivePricer({ worker: source, kernels }: LivePayload): Pricer {
  const worker = new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
  const waiting = new Map<number, { resolve: (priced: Priced) => void; reject: (error: Error) => void }>();
  let asked = 0;
  worker.onmessage = ({ data }: MessageEvent<{ id: number; priced?: Priced; failed?: string }>) => {
    const one = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.priced !== undefined) one?.resolve(data.priced);
    else one?.reject(new Error(data.failed ?? 'failed'));
  };
  worker.postMessage({ kernels });
  return (request) =>
    new Promise((resolve, reject) => {
      const id = asked++;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, request });
    });
}
