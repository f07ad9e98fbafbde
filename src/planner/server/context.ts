import type { Jobs } from './jobs.js';
import type { PlanFolder } from './plan-folder.js';

/** What all routes work on. */
export interface PlannerContext {
  readonly folder: PlanFolder;
  readonly jobs: Jobs;
  readonly workers: number | undefined;
}
