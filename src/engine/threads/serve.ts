import { parentPort } from 'node:worker_threads';
import { required } from '../../required.js';
import { thrownError } from '../thrown.js';
import { UnknownProgramError } from '../types.js';
import type { FromThread, JobMessage, ToThread } from './messages.js';
import { takeAll } from './take-all.js';

/** Gets the bytes that go by an id from whoever started the thread. */
type FetchContent = (id: string) => Promise<Uint8Array>;

/** Does one task: into shared memory, or with an answer that goes to the pool. */
type ThreadTask = (task: number) => undefined | Promise<Uint8Array>;

/** A thread's side of a pool. */
interface ThreadHandlers {
  /** Turns a job's setup into what does one task of it; what it keeps between jobs is its own business. */
  readonly open: (setup: unknown, fetch: FetchContent) => Promise<ThreadTask>;
  readonly forget: (id: string) => void;
}

/** Does the tasks of each job until none is left. An error ends the job for all threads and is handed to the pool. */
export function serveTasks({ open, forget }: ThreadHandlers): void {
  const port = parentPort;
  if (port === null) throw new Error('serveTasks belongs in a worker thread');
  const send = (message: FromThread): void => port.postMessage(message);
  const waiting = new Map<string, PromiseWithResolversOf<Uint8Array>>();

  const fetch: FetchContent = (id) => {
    const asked = waiting.get(id);
    if (asked !== undefined) return asked.promise;
    const asking = withResolvers<Uint8Array>();
    waiting.set(id, asking);
    send({ kind: 'fetch', id });
    return asking.promise;
  };

  const serve = async (message: JobMessage): Promise<void> => {
    const { job, setup, tasks } = message;
    const taken = new Int32Array(message.taken);
    try {
      // Where the job was cancelled before its turn came, there is nothing to get ready for.
      if (taken.some((count) => count < tasks)) {
        const handle = await open(setup, fetch);
        await doTasks(handle, tasks, taken, message.thread, (task, bytes) =>
          send({ kind: 'answer', job, task, bytes }),
        );
      }
      send({ kind: 'done', job });
    } catch (error) {
      takeAll(taken, tasks);
      send({ kind: 'failed', job, error: thrownError(error) });
    }
  };

  port.on('message', (message: ToThread) => {
    if (message.kind === 'job') void serve(message);
    else if (message.kind === 'forget') forget(message.id);
    else {
      const asked = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.bytes === null) asked?.reject(new UnknownProgramError(message.id));
      else asked?.resolve(message.bytes);
    }
  });
}

/** A thread's own share of the tasks first, then what others have left of theirs. */
async function doTasks(
  handle: ThreadTask,
  tasks: number,
  taken: Int32Array,
  thread: number,
  answer: (task: number, bytes: Uint8Array) => void,
): Promise<void> {
  const threads = taken.length;
  const start = (share: number): number => Math.floor((share * tasks) / threads);
  for (let turn = 0; turn < threads; turn++) {
    const share = (thread + turn) % threads;
    const end = start(share + 1);
    const next = (): number => start(share) + Atomics.add(taken, share, 1);
    for (let task = next(); task < end; task = next()) {
      const done = handle(task);
      if (done !== undefined) answer(task, await done);
    }
  }
}

interface PromiseWithResolversOf<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (error: Error) => void;
}

function withResolvers<T>(): PromiseWithResolversOf<T> {
  let settle: Pick<PromiseWithResolversOf<T>, 'resolve' | 'reject'> | null = null;
  const promise = new Promise<T>((resolve, reject) => {
    settle = { resolve, reject };
  });
  return { promise, ...required<Pick<PromiseWithResolversOf<T>, 'resolve' | 'reject'>>(settle) };
}
