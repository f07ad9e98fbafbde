import type { Engine } from '../../engine/types.js';
import type { Jobs } from './jobs.js';
import type { PlanFolder } from './plan-folder.js';
import type { PlannerServices } from './services.js';

/** What all routes work on. */
export interface PlannerContext {
  readonly folder: PlanFolder;
  readonly jobs: Jobs;
  readonly services: PlannerServices;
  /** Opens what does work that takes longer; called once at most. */
  readonly openEngine: () => Promise<Engine>;
}
