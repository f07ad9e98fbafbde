import { decode } from '../../src/engine/codec.js';
import { createInlineEngine } from '../../src/engine/inline.js';
import { createQueueEngine } from '../../src/engine/queue/engine.js';
import { TASKS_KIND, tasksJob } from '../../src/engine/queue/tasks-job.js';
import type { Engine } from '../../src/engine/types.js';
import type { JobRunner } from '../../src/engine/whole/types.js';

/** Does jobs as a queue's workers do them, one after the other, the last one first. */
export function jobsInHere(onJob: () => void = () => {}): JobRunner {
  return {
    parallel: 1,
    async run({ kind, content, jobs }, { signal, onAnswer }) {
      if (kind !== TASKS_KIND) throw new RangeError(kind);
      const shared = decode(content.bytes);
      for (const [index, { data }] of [...jobs.entries()].reverse()) {
        await new Promise((resolve) => setTimeout(resolve, 0));
        signal?.throwIfAborted();
        onJob();
        try {
          onAnswer(index, { ok: true, bytes: await tasksJob(shared, data) });
        } catch (error) {
          onAnswer(index, { ok: false, message: (error as Error).message });
        }
      }
    },
    close: async () => {},
  };
}

/** A queue's engine that sends all it can. */
export async function openQueuedEngine(onJob?: () => void, leastSent = 256): Promise<Engine> {
  return createQueueEngine({ runner: jobsInHere(onJob), local: createInlineEngine(), leastSent });
}
