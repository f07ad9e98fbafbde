import { createThreadPool } from '../threads/pool.js';
import type { JobRunner } from './types.js';

/** What a thread's handler of whole jobs is made from. */
export interface WholeSetup {
  readonly kind: string;
  readonly content: string;
  readonly jobs: readonly unknown[];
}

/** Contents that threads keep at hand for a batch that may come. */
const MOST_CONTENTS = 4;

/** Runs whole jobs on threads of this machine, one a thread at a time. */
export async function createThreadRunner(entry: URL, threads: number): Promise<JobRunner> {
  const held = new Map<string, Uint8Array>();
  const pool = await createThreadPool(entry, threads, (id) => held.get(id));
  const hold = ({ id, bytes }: { readonly id: string; readonly bytes: Uint8Array }): void => {
    held.delete(id);
    held.set(id, bytes);
    for (const oldest of held.keys()) {
      if (held.size <= MOST_CONTENTS) break;
      held.delete(oldest);
      pool.forget(oldest);
    }
  };
  return {
    parallel: threads,
    async run({ kind, content, jobs }, { signal, onAnswer }) {
      hold(content);
      const setup: WholeSetup = { kind, content: content.id, jobs: jobs.map(({ data }) => data) };
      await pool.run(setup, jobs.length, { signal, onAnswer: (task, bytes) => onAnswer(task, { ok: true, bytes }) });
    },
    close: () => pool.close(),
  };
}
