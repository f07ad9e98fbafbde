import type { KeyObject } from 'node:crypto';
import { decisionFault, type History, intactHistory, type Submitted } from './audit.js';
import { BEGINNING, type Decision, type Entry, type Policy, type Position, statementOf } from './entries.js';
import { ApprovalError, mismatch } from './errors.js';
import { publicKeyText, signText } from './keys.js';
import type { PolicyFile } from './policy.js';
import type { Ledger } from './store.js';

export interface DecideRequest {
  /** Number of the submission. */
  readonly id: number;
  readonly by: string;
  readonly key: KeyObject;
  readonly now: Date;
}

/**
 * Approves spending up to a limit, signed: at least what the submission asks for, at most what the policy lets this approver
 * approve.
 *
 * @param request.limit in the submission's currency; left out, what was asked for
 * @throws ApprovalError
 */
export function approve(ledger: Ledger, request: DecideRequest & { readonly limit?: number }): DecideOutcome {
  return decide(ledger, request, (common, { body }) => ({
    kind: 'approve',
    ...common,
    limit: request.limit ?? body.amount,
  }));
}

/** Rejects a submission, signed. @throws ApprovalError */
export function reject(ledger: Ledger, request: DecideRequest & { readonly reason?: string }): DecideOutcome {
  return decide(ledger, request, (common) => ({ kind: 'reject', ...common, reason: request.reason ?? '' }));
}

export interface DecideOutcome {
  readonly entry: Entry;
  readonly decision: Decision;
  readonly submission: Submitted;
}

type Unsigned =
  | Omit<Extract<Decision, { kind: 'approve' }>, 'signature'>
  | Omit<Extract<Decision, { kind: 'reject' }>, 'signature'>;
type Common = Pick<Decision, 'submission' | 'entry' | 'by' | 'key' | 'policy'>;

function decide(
  ledger: Ledger,
  { id, by, key, now }: DecideRequest,
  make: (common: Common, submission: Submitted) => Unsigned,
): DecideOutcome {
  let outcome: Omit<DecideOutcome, 'entry'> | null = null;
  const damage = ledger.faults();
  const entry = ledger.append(now.toISOString(), (entries, position) => {
    const history = intactHistory(entries, ledger.path, damage);
    const submission = history.submissions.find(({ entry }) => entry.seq === id);
    if (submission === undefined) throw new ApprovalError('wrong-input', unknown(id, history));
    const unsigned = make(
      {
        submission: id,
        entry: submission.entry.hash,
        by,
        key: publicKeyText(key),
        policy: history.policy?.entry.hash ?? BEGINNING,
      },
      submission,
    );
    const fault = decisionFault(unsigned, { policy: history.policy, submission });
    if (fault !== null) throw new ApprovalError('not-allowed', `${fault}. Nothing was recorded.`);
    const decision = signed(position, unsigned, key);
    outcome = { decision, submission };
    return decision;
  });
  return { entry, ...outcome! };
}

function signed(position: Position, unsigned: Unsigned, key: KeyObject): Decision {
  return { ...unsigned, signature: signText(statementOf(position, unsigned), key) };
}

function unknown(id: number, { submissions }: History): string {
  const waiting = submissions.filter(({ state }) => state === 'waiting').map(({ entry }) => entry.seq);
  const expected =
    waiting.length === 0 ? 'a submission (none is waiting)' : `one of those waiting: ${waiting.join(', ')}`;
  return mismatch('submission', String(id), expected);
}

/**
 * Signs a policy and puts it in force. The first one makes its signer the owner; later ones take the owner's signature.
 *
 * @throws ApprovalError
 */
export function recordPolicy(
  ledger: Ledger,
  file: PolicyFile,
  key: KeyObject,
  now: Date,
): { readonly entry: Entry; readonly policy: Policy } {
  let policy: Policy | null = null;
  const damage = ledger.faults();
  const entry = ledger.append(now.toISOString(), (entries, position) => {
    const current = intactHistory(entries, ledger.path, damage).policy;
    const signer = publicKeyText(key);
    const owner = current?.body.owner ?? signer;
    if (signer !== owner) {
      throw new ApprovalError(
        'not-allowed',
        `${mismatch('key', signer, `the policy owner's, ${owner}`)}. Nothing was recorded.`,
      );
    }
    const { currency, approvers, sha256 } = file;
    const unsigned = {
      kind: 'policy' as const,
      owner: file.owner ?? owner,
      signer,
      currency,
      approvers: [...approvers],
      sha256,
    };
    policy = { ...unsigned, signature: signText(statementOf(position, unsigned), key) };
    return policy;
  });
  return { entry, policy: policy! };
}
