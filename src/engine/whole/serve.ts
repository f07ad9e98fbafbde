import { decode } from '../codec.js';
import { serveTasks } from '../threads/serve.js';
import type { WholeSetup } from './threads.js';
import type { JobHandler, JobHandlers } from './types.js';

/** The handler of a kind, or why there is none: a worker is never asked for code. */
function handlerOf(handlers: JobHandlers, kind: string): JobHandler {
  const handler = Object.hasOwn(handlers, kind) ? handlers[kind] : undefined;
  if (handler === undefined)
    throw new RangeError(`no job is of kind ${kind}: expected ${Object.keys(handlers).join(', ')}`);
  return handler;
}

/** A thread's side of a runner: does the jobs of the kinds that it has handlers for. */
export function serveWholeJobs(handlers: JobHandlers): void {
  const contents = new Map<string, unknown>();
  serveTasks({
    async open(setup, fetch) {
      const { kind, content, jobs } = setup as WholeSetup;
      const handler = handlerOf(handlers, kind);
      if (!contents.has(content)) contents.set(content, decode(await fetch(content)));
      const shared = contents.get(content);
      return (task) => handler(shared, jobs[task]);
    },
    forget: (id) => contents.delete(id),
  });
}
