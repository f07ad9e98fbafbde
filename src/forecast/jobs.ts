import { TASKS_KIND, tasksJob } from '../engine/queue/tasks-job.js';
import type { JobHandlers } from '../engine/whole/types.js';
import { sweepJob } from './sweep/job.js';

/** Kinds of jobs that are done whole, here or elsewhere. */
export const JOBS: JobHandlers = { sweep: sweepJob, [TASKS_KIND]: tasksJob };
