import type { Jobs } from './jobs.js';
import type { PlanFolder } from './plan-folder.js';
import type { Reader } from './reading/reader.js';
import type { PlannerServices } from './services.js';
import type { PlanWorker } from './work/worker.js';

/** What all routes work on. */
export interface PlannerContext {
  readonly folder: PlanFolder;
  readonly reader: Reader;
  readonly jobs: Jobs;
  readonly services: PlannerServices;
  /** Does what takes longer. */
  readonly worker: PlanWorker;
}
