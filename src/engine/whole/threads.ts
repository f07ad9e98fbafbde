import { createThreadPool } from '../threads/pool.js';
import type { JobRunner } from './types.js';

/** What a thread's handler of whole jobs is made from. */
export interface WholeSetup {
  readonly kind: string;
  readonly content: string;
  readonly jobs: readonly unknown[];
}

/** Runs whole jobs on threads of this machine, one a thread at a time. */
export async function createThreadRunner(entry: URL, threads: number): Promise<JobRunner> {
  const held = new Map<string, Uint8Array>();
  const pool = await createThreadPool(entry, threads, (id) => held.get(id));
  return {
    parallel: threads,
    async run({ kind, content, jobs }, { signal, onAnswer }) {
      held.set(content.id, content.bytes);
      const setup: WholeSetup = { kind, content: content.id, jobs: jobs.map(({ data }) => data) };
      try {
        await pool.run(setup, jobs.length, { signal, onAnswer: (task, bytes) => onAnswer(task, { ok: true, bytes }) });
      } finally {
        held.delete(content.id);
        pool.forget(content.id);
      }
    },
    close: () => pool.close(),
  };
}
