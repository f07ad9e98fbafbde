import type { PlannerServices } from '../../planner/server/services.js';
import { inThread } from './in-thread.js';

/** What the planner's server has the commands' own code do, each task in a thread of its own: requests go on meanwhile. */
export function plannerServices(): PlannerServices {
  return {
    exports: {
      read: (files, answers) => inThread('readExports', { files, answers }),
      plan: (files, answers, wishes) => inThread('planFromExports', { files, answers, wishes }),
    },
  };
}
