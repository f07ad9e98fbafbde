import { expose, transfer } from 'comlink';
import { createPricingService } from './price-scenario.js';
import type { PagePricing } from './pricer.js';
import { openTaskWorkers } from './task-workers.js';

const service = createPricingService(
  Promise.resolve(
    openTaskWorkers(
      () => new Worker(new URL('./task-worker.ts', import.meta.url), { type: 'module', name: 'pricing tasks' }),
    ),
  ),
);

let known = '';

const pricingWorker: PagePricing = {
  async price(number, request, scenario) {
    known = scenario ?? known;
    const priced = await service.price(number, { ...request, scenario: known });
    return transfer(priced, priced.figures === null ? [] : [priced.figures.profit.buffer]);
  },
  stop: (number) => service.stop(number),
};

expose(pricingWorker);
