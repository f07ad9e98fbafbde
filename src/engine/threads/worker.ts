import type { PlanImage } from '../../model/plan-tape/image.js';
import type { Job } from '../jobs.js';
import { createExecutor } from '../tasks/executor.js';
import type { JobResult } from '../types.js';
import { useNativeWhereBuilt } from './native.js';
import { serveTasks } from './serve.js';

/** What a thread's handler is made from: a job, and shared memory for what it comes to. */
export interface EngineSetup {
  readonly job: Job;
  readonly into: JobResult;
  readonly image: PlanImage | undefined;
}

useNativeWhereBuilt();
const executor = createExecutor();

serveTasks({
  async open(setup, fetch) {
    const { job, into, image } = setup as EngineSetup;
    const handle = await executor.open(job, fetch, into, image);
    return (task) => {
      handle(task);
      return undefined;
    };
  },
  forget: (id) => executor.forget(id),
});
