import { Worker } from 'node:worker_threads';
import { threadFlags } from '../../engine/threads/flags.js';
import { builtFile } from '../../engine/threads/worker-entry.js';
import type { JobWork } from '../../planner/server/jobs.js';
import type { FromThread, TaskAnswer, TaskInput, TaskName } from './tasks.js';

/** A task as work that is reported for and can be stopped: its thread ends with it. */
export function inThread<N extends TaskName>(task: N, input: TaskInput<N>): JobWork<TaskAnswer<N>> {
  return (signal, tell) =>
    new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const execArgv = threadFlags();
      const thread = new Worker(builtFile('cli/planner-thread.js'), {
        workerData: { task, input },
        ...(execArgv === undefined ? {} : { execArgv }),
      });
      const end = (settle: () => void): void => {
        signal.removeEventListener('abort', onAbort);
        settle();
        void thread.terminate();
      };
      const onAbort = (): void => end(() => reject(signal.reason));
      signal.addEventListener('abort', onAbort, { once: true });
      thread.on('message', (message: FromThread<N>) => {
        if ('doing' in message) tell(message.doing);
        else if ('answer' in message) end(() => resolve(message.answer));
        else end(() => reject(new Error(message.failure)));
      });
      thread.on('error', (error) => end(() => reject(error)));
      thread.on('exit', () => end(() => reject(new Error('the work ended without an answer'))));
    });
}
