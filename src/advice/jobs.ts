import { TASKS_KIND, tasksJob } from '../engine/queue/tasks-job.js';
import type { JobHandlers } from '../engine/whole/types.js';
import { createSweepJob } from '../forecast/sweep/job.js';
import { advise } from './advise.js';

/** Kinds of jobs that are done whole, here or elsewhere. */
export const JOBS: JobHandlers = { sweep: createSweepJob(advise), [TASKS_KIND]: tasksJob };
