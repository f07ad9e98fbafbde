/** What page and server say to each other on approvals. */

export interface ApproverView {
  readonly name: string;
  /** `ed25519:…` */
  readonly key: string;
  /** `null`: any amount. */
  readonly limit: number | null;
}

interface DecisionView {
  readonly kind: 'approve' | 'reject';
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly limit: number | null;
  readonly reason: string;
}

export interface SubmissionView {
  readonly id: number;
  readonly at: string;
  readonly name: string;
  /** Plans of the folder that its report was made from, by file name. */
  readonly files: readonly string[];
  readonly currency: string;
  readonly budget: number;
  /** The plan's cost, all in, at P95: what is asked for. */
  readonly amount: number;
  readonly state: 'waiting' | 'approved' | 'rejected';
  readonly decisions: readonly DecisionView[];
  /** Budgets of its lines by id; `null` where its report isn't there any more, or isn't the one that was submitted. */
  readonly lines: Readonly<Record<string, number>> | null;
}

/** The ledger, understood. */
export interface LedgerView {
  /** Where it is. */
  readonly store: string;
  readonly policy: {
    readonly owner: string;
    readonly currency: string;
    readonly approvers: readonly ApproverView[];
  } | null;
  /** The newest first. */
  readonly submissions: readonly SubmissionView[];
  /** What is wrong with it, or otherwise than it was known: nothing is recorded then. */
  readonly faults: readonly string[];
  /** Hash of its last entry; `null`: there is none. */
  readonly head: string | null;
}

/** What is to be signed in the browser, and the number under which the signature is handed in. */
export interface ToSign {
  readonly id: string;
  readonly statement: string;
}

export interface SubmissionMade {
  readonly id: number;
  readonly isNew: boolean;
}

export interface DecideRequest {
  readonly submission: number;
  readonly by: string;
  /** Public half of the key that will sign. */
  readonly key: string;
  readonly verdict:
    | { readonly kind: 'approve'; readonly limit?: number | undefined }
    | { readonly kind: 'reject'; readonly reason: string };
}

export interface PolicyRequest {
  readonly currency: string;
  readonly approvers: readonly ApproverView[];
  readonly key: string;
}
