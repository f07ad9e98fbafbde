import type { Jobs } from './jobs.js';
import type { PlanFolder } from './plan-folder.js';
import type { PlannerServices } from './services.js';

/** What all routes work on. */
export interface PlannerContext {
  readonly folder: PlanFolder;
  readonly jobs: Jobs;
  readonly services: PlannerServices;
  readonly workers: number | undefined;
}
