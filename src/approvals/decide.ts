import type { KeyObject } from 'node:crypto';
import { required } from '../required.js';
import { formatMoney } from '../units/money.js';
import { type Said, say } from '../words/said.js';
import { type Amount, leastLimit } from './amount.js';
import { decisionFault, type History, intactHistory, type Submitted } from './audit.js';
import { BEGINNING, type Decision, type Entry, type Policy, type Position, statementOf } from './entries.js';
import { ApprovalError, mismatch, nothingRecorded } from './errors.js';
import { publicKeyText, signText } from './keys.js';
import type { PolicyFile } from './policy.js';
import type { RunOptions } from './reproduce.js';
import type { Ledger } from './store.js';
import { verifyFolder } from './verify.js';

interface DecideRequest {
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

/**
 * As `approve`, once the report that is approved has been looked at: the folder is as it was submitted, a new run gives its figures, its
 * files and the amount that the submission asks for, and the limit covers the amount on draws of this call's own, which no submitter
 * could know. Left out, the limit is the greater of the two amounts.
 *
 * @param request.folder where the report is; left out, where it was submitted from
 * @throws ApprovalError that names what isn't so
 */
export async function approveReport(
  ledger: Ledger,
  request: DecideRequest & RunOptions & { readonly limit?: number; readonly folder?: string },
): Promise<DecideOutcome> {
  const { id, by, key, limit } = request;
  // What is refused anyway needs no new run.
  unsignedDecision(ledger, { id, by, publicKey: publicKeyText(key) }, { kind: 'approve', limit });
  const covered = await lookAtReport(ledger, request);
  return approve(ledger, { ...request, limit: covered });
}

/** What somebody decides, before it is signed. */
export type Verdict =
  | { readonly kind: 'approve'; readonly limit?: number | undefined }
  | { readonly kind: 'reject'; readonly reason?: string | undefined };

/** A decision as it would be signed now. @throws ApprovalError where it is not allowed */
export function unsignedDecision(
  ledger: Ledger,
  { id, by, publicKey }: { readonly id: number; readonly by: string; readonly publicKey: string },
  verdict: Verdict,
): Unsigned {
  const history = intactHistory(ledger.entries(), ledger.path, ledger.faults());
  const submission = submissionIn(history, id);
  const common = commonOf(history, submission, by, publicKey);
  const unsigned: Unsigned =
    verdict.kind === 'approve'
      ? { kind: 'approve', ...common, limit: verdict.limit ?? submission.body.amount }
      : { kind: 'reject', ...common, reason: verdict.reason ?? '' };
  allow(history, submission, unsigned);
  return unsigned;
}

/**
 * Looks at a submission's report: the folder is as it was submitted, a new run gives its figures, its files and its amount, and other
 * draws an amount that is not above the limit.
 *
 * @param request.folder where the report is; left out, where it was submitted from
 * @param request.limit that is to be signed for
 * @returns the limit; left out, the greater of what is asked for and of the amount on other draws
 * @throws ApprovalError that names what isn't so
 */
export async function lookAtReport(
  ledger: Ledger,
  request: RunOptions & { readonly id: number; readonly folder?: string; readonly limit?: number | undefined },
): Promise<number> {
  const { id } = request;
  const submission = submissionIn(intactHistory(ledger.entries(), ledger.path, ledger.faults()), id);
  const folder = request.folder ?? submission.body.folder;
  const { faults, submission: found, anew } = await verifyFolder(ledger, folder, { ...request, drawAnew: true });
  const other = found !== null && found.entry.seq !== id;
  const strange =
    found === null || other
      ? [mismatch(folder, other ? say`submission ${found.entry.seq}` : say`no submission`, say`submission ${id}`)]
      : [];
  if (faults.length + strange.length > 0) {
    throw new ApprovalError('not-intact', nothingRecorded([...strange, ...faults]));
  }
  return limitCovering(request.limit, submission, required<Amount>(anew));
}

/** @throws ApprovalError where the limit does not cover what the plan costs on draws that nobody could know before */
function limitCovering(limit: number | undefined, { body }: Submitted, anew: Amount): number {
  const { currency, amount } = body;
  if (limit === undefined) return Math.max(amount, anew.amount);
  if (limit >= leastLimit(anew)) return limit;
  const money = (value: number) => formatMoney(value, currency, { locale: 'en', precision: 'exact' });
  const found = mismatch(
    '--limit',
    money(limit),
    say`at least about ${money(anew.amount)}: so much is the P95 of its costs on draws that nobody could know before`,
  );
  throw new ApprovalError('not-allowed', say`${found}. Nothing was recorded.`);
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

export type Unsigned =
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
    const submission = submissionIn(history, id);
    const unsigned = make(commonOf(history, submission, by, publicKeyText(key)), submission);
    allow(history, submission, unsigned);
    const decision = signed(position, unsigned, key);
    outcome = { decision, submission };
    return decision;
  });
  return { entry, ...required<Omit<DecideOutcome, 'entry'>>(outcome) };
}

function submissionIn(history: History, id: number): Submitted {
  const submission = history.submissions.find(({ entry }) => entry.seq === id);
  if (submission === undefined) throw new ApprovalError('wrong-input', unknown(id, history));
  return submission;
}

function commonOf({ policy }: History, { entry }: Submitted, by: string, publicKey: string): Common {
  return {
    submission: entry.seq,
    entry: entry.hash,
    by,
    key: publicKey,
    policy: policy?.entry.hash ?? BEGINNING,
  };
}

function allow({ policy }: History, submission: Submitted, unsigned: Unsigned): void {
  const fault = decisionFault(unsigned, { policy, submission });
  if (fault !== null) throw new ApprovalError('not-allowed', say`${fault}. Nothing was recorded.`);
}

function signed(position: Position, unsigned: Unsigned, key: KeyObject): Decision {
  return { ...unsigned, signature: signText(statementOf(position, unsigned), key) };
}

function unknown(id: number, { submissions }: History): Said {
  const waiting = submissions.filter(({ state }) => state === 'waiting').map(({ entry }) => entry.seq);
  const expected =
    waiting.length === 0 ? say`a submission (none is waiting)` : say`one of those waiting: ${waiting.join(', ')}`;
  return mismatch(say`submission`, id, expected);
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
    const unsigned = unsignedPolicy(intactHistory(entries, ledger.path, damage), file, publicKeyText(key));
    policy = { ...unsigned, signature: signText(statementOf(position, unsigned), key) };
    return policy;
  });
  return { entry, policy: required<Policy>(policy) };
}

/** A policy as it would be signed now. @param signer their public key @throws ApprovalError where they aren't its owner */
export function unsignedPolicy(
  { policy }: History,
  { currency, approvers, sha256, owner: next }: PolicyFile,
  signer: string,
): Omit<Policy, 'signature'> {
  const owner = policy?.body.owner ?? signer;
  if (signer !== owner) {
    throw new ApprovalError(
      'not-allowed',
      say`${mismatch(say`key`, signer, say`the policy owner's, ${owner}`)}. Nothing was recorded.`,
    );
  }
  return { kind: 'policy', owner: next ?? owner, signer, currency, approvers: [...approvers], sha256 };
}
