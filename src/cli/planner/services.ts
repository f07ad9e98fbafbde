import type { PlannerServices } from '../../planner/server/services.js';
import { approvedIn, ledgerView, type Place, policyToSign, recordInLedger, storeOf } from './approvals.js';
import { inThread } from './in-thread.js';

interface ServicesOptions {
  /** The ledger; left out, `approvals/ledger.db` in the plans' folder. */
  readonly store?: string;
}

/**
 * What the planner's server has the commands' own code do; what takes long in a thread of its own: requests go on
 * meanwhile.
 */
export function plannerServices({ store }: ServicesOptions = {}): PlannerServices {
  const place = (root: string): Place => ({ root, store: storeOf(root, store) });
  return {
    exports: {
      read: (files, answers, language) => inThread('readExports', { files, answers, language }),
      plan: (files, answers, wishes, language) => inThread('planFromExports', { files, answers, wishes, language }),
    },
    approvals: {
      view: (root, language) => ledgerView(place(root), language),
      approved: (root, name) => approvedIn(place(root), name),
      submit: (root, file) => inThread('submitPlan', { ...place(root), file }),
      decide: (root, request) => inThread('decideOn', { ...place(root), request }),
      policy: (root, request) => policyToSign(place(root), request),
      record: (root, prepared, signature) => recordInLedger(place(root), prepared, signature),
    },
  };
}
