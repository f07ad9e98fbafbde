import { expose, transfer } from 'comlink';
import { createPricingService, type PricingService } from './price-scenario.js';
import { openTaskWorkers } from './task-workers.js';

const service = createPricingService(
  Promise.resolve(
    openTaskWorkers(
      () => new Worker(new URL('./task-worker.ts', import.meta.url), { type: 'module', name: 'pricing tasks' }),
    ),
  ),
);

const pricingWorker: PricingService = {
  async price(number, request) {
    const priced = await service.price(number, request);
    return transfer(priced, [priced.profit.buffer]);
  },
  stop: (number) => service.stop(number),
};

expose(pricingWorker);
