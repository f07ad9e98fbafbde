import { parentPort, workerData } from 'node:worker_threads';
import type { TellDoing } from '../../planner/server/jobs.js';
import { type FromThread, TASKS, type TaskAnswer, type TaskName } from './tasks.js';

/** A task of the planner's, in a thread of its own: whoever stops it ends the thread. */
const { task, input } = workerData as { readonly task: TaskName; readonly input: unknown };
const say = (message: FromThread): void => parentPort?.postMessage(message);
const run = TASKS[task] as (input: unknown, tell: TellDoing) => Promise<TaskAnswer<TaskName>>;

run(input, (doing) => say({ doing })).then(
  (answer) => say({ answer }),
  (error: unknown) => say({ failure: error instanceof Error ? error.message : String(error) }),
);
