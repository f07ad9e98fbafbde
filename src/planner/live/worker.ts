import type { ToWebWorker } from '../../engine/web/messages.js';
import { provideKernelBytes } from '../page/pricing/kernels.js';
import { bytesOf, createPricingService } from '../page/pricing/price-scenario.js';
import { answerTasks, openTaskWorkers } from '../page/pricing/task-workers.js';
import type { AskMessage, FirstMessage, Kernels } from './messages.js';

addEventListener('message', ({ data }: MessageEvent<FirstMessage>) => begin(data), { once: true });

function begin(first: FirstMessage): void {
  if (first.role === 'tasks') {
    const answer = answerTasks(provide(first.kernels));
    addEventListener('message', ({ data }: MessageEvent<ToWebWorker>) => answer(data));
    return;
  }
  const program = URL.createObjectURL(new Blob([first.program], { type: 'text/javascript' }));
  const startTaskWorker = (): Worker => {
    const worker = new Worker(program);
    worker.postMessage({ role: 'tasks', kernels: first.kernels } satisfies FirstMessage);
    return worker;
  };
  const service = createPricingService(Promise.resolve(openTaskWorkers(startTaskWorker)));
  addEventListener('message', async ({ data }: MessageEvent<AskMessage>) => {
    if (data.kind === 'stop') {
      service.stop(data.number);
      return;
    }
    const { number, request } = data;
    try {
      postMessage({ number, priced: await service.price(number, request) });
    } catch (error) {
      postMessage({ number, failed: error instanceof Error ? error.message : String(error) });
    }
  });
}

function provide({ model, summary }: Kernels): Promise<void> {
  return provideKernelBytes({ model: bytesOf(model), summary: bytesOf(summary) });
}
