import { createInlineEngine } from '../../engine/inline.js';
import type { Engine } from '../../engine/types.js';
import { provideKernelBytes } from '../page/pricing/kernels.js';
import { bytesOf, createPricing } from '../page/pricing/price-scenario.js';
import type { PricingRequest } from '../page/pricing/priced.js';

/** The first message brings the kernels, base64; each of the others is a plan to price, with a number that its answer has, too. */
interface Begin {
  readonly kernels: { readonly model: string; readonly summary: string };
}
interface Ask {
  readonly id: number;
  readonly request: PricingRequest;
}

let begun: (engine: Engine) => void = () => {};
const engine = new Promise<Engine>((resolve) => {
  begun = resolve;
});
const price = createPricing(engine);

addEventListener('message', async ({ data }: MessageEvent<Begin | Ask>) => {
  if ('kernels' in data) {
    await provideKernelBytes({ model: bytesOf(data.kernels.model), summary: bytesOf(data.kernels.summary) });
    begun(createInlineEngine());
    return;
  }
  try {
    postMessage({ id: data.id, priced: await price(data.request) });
  } catch (error) {
    postMessage({ id: data.id, failed: error instanceof Error ? error.message : String(error) });
  }
});
