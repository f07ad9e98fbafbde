import type { PlanImage } from '../../model/plan-tape/image.js';
import { type Job, placesOf, shapeOf } from '../jobs.js';
import { createExecutor } from '../tasks/executor.js';
import type { TaskHandler } from '../tasks/handler.js';
import { thrownError } from '../thrown.js';
import { type JobResult, UnknownProgramError } from '../types.js';
import type { BeginMessage, FromWebWorker, TasksMessage, ToWebWorker } from './messages.js';
import { pieceOf } from './pieces.js';

/** A job that this worker does tasks of. */
interface Begun {
  readonly job: Job;
  readonly into: JobResult;
  readonly shared: boolean;
  readonly handle: Promise<TaskHandler>;
}

/** What a worker does with a message. */
type WebTaskServer = (message: ToWebWorker) => Promise<void>;

/**
 * A worker's side of a `web` engine: call what comes back with every message.
 *
 * @param send hands a message to the engine, and lets go of the buffers named
 */
export function serveWebTasks(send: (message: FromWebWorker, transfer: ArrayBuffer[]) => void): WebTaskServer {
  const executor = createExecutor();
  const begun = new Map<number, Begun>();
  const asked = new Map<string, { promise: Promise<Uint8Array>; settle: (bytes: Uint8Array | null) => void }>();

  const fetchProgram = (id: string): Promise<Uint8Array> => {
    const before = asked.get(id);
    if (before !== undefined) return before.promise;
    let settle: (bytes: Uint8Array | null) => void = () => {};
    const promise = new Promise<Uint8Array>((resolve, reject) => {
      settle = (bytes) => (bytes === null ? reject(new UnknownProgramError(id)) : resolve(bytes));
    });
    asked.set(id, { promise, settle });
    send({ kind: 'fetch', id }, []);
    return promise;
  };

  const open = (job: Job, into: JobResult, shared: boolean, image?: PlanImage): Begun => {
    const handle = executor.open(job, fetchProgram, into, image);
    // It is reported with the tasks that wait for it.
    handle.catch(() => {});
    return { job, into, shared, handle };
  };
  const begin = ({ number, job, into, image }: BeginMessage): void => {
    // Of series that come with the tasks there is nothing to open yet, nor room to be made.
    begun.set(number, open(job, into ?? roomFor(job), into !== null, image));
  };

  const doTasks = async ({ number, from, to, values }: TasksMessage): Promise<void> => {
    const known = begun.get(number);
    if (known === undefined) return;
    try {
      const own = values !== null && known.job.kind === 'summarize';
      const job: Job = own ? { ...known.job, values } : known.job;
      const { into, shared, handle } = own ? open(job, roomFor(job), false) : known;
      const first = own ? from : 0;
      const doTask = await handle;
      for (let task = from; task < to; task++) doTask(task - first);
      if (shared) {
        send({ kind: 'done', number, from, to, pieces: [], counts: [] }, []);
        return;
      }
      const pieces = placesOf(job, from - first, to - first).map((places, k) => pieceOf(into.matrices[k], places));
      const counts = into.counts.map((all) => Int32Array.from(all));
      for (const all of into.counts) all.fill(0);
      const message = { kind: 'done', number, from, to, pieces, counts } as const;
      send(
        message,
        [...pieces, ...counts].map(({ buffer }) => buffer),
      );
    } catch (error) {
      send({ kind: 'failed', number, error: thrownError(error) }, []);
    }
  };

  return async (message) => {
    switch (message.kind) {
      case 'begin':
        return begin(message);
      case 'tasks':
        return doTasks(message);
      case 'over':
        begun.delete(message.number);
        return;
      case 'content':
        asked.get(message.id)?.settle(message.bytes);
        asked.delete(message.id);
        return;
      case 'forget':
        executor.forget(message.id);
    }
  };
}

function roomFor(job: Job): JobResult {
  const { matrices, counts } = shapeOf(job);
  return {
    matrices: matrices.map((length) => new Float64Array(length)),
    counts: counts.map((length) => new Int32Array(length)),
  };
}
