import { decode, encode } from '../codec.js';
import { type Job, placesOf, shapeOf } from '../jobs.js';
import { createExecutor } from '../tasks/executor.js';
import type { JobResult } from '../types.js';
import { pieceOf } from '../web/pieces.js';
import type { JobHandler } from '../whole/types.js';

/** Kind of the jobs that are some tasks of an engine's job. */
export const TASKS_KIND = 'tasks';

/** Tasks of a job, from `from` to `to`, the last one not included; its program is the content, encoded twice. */
export interface TasksData {
  readonly job: Job;
  readonly from: number;
  readonly to: number;
}

/** What tasks came to: of each matrix their places, row by row. */
type Pieces = readonly Float64Array[];

/** One for all jobs of a process: programs and draws that it keeps ready serve the next job of the same plan. */
let executor: ReturnType<typeof createExecutor> | null = null;

/** Does some tasks of a job, in the thread that it is called in. */
export const tasksJob: JobHandler = async (content, data) => {
  const { job, from, to } = data as TasksData;
  executor ??= createExecutor();
  const into = roomFor(job);
  const doTask = await executor.open(job, async () => content as Uint8Array, into);
  for (let task = from; task < to; task++) doTask(task);
  return encode(placesOf(job, from, to).map((places, k) => pieceOf(into.matrices[k], places)));
};

/** What `tasksJob` answered. */
export function readPieces(bytes: Uint8Array): Pieces {
  return decode(bytes) as Pieces;
}

function roomFor(job: Job): JobResult {
  const { matrices, counts } = shapeOf(job);
  return {
    matrices: matrices.map((length) => new Float64Array(length)),
    counts: counts.map((length) => new Int32Array(length)),
  };
}
