import { elementAt } from '../required.js';
import { formatMoney, toMinorUnits } from '../units/money.js';
import { type Said, say } from '../words/said.js';
import {
  BEGINNING,
  type Body,
  type Decision,
  type Entry,
  entryHash,
  type Policy,
  readBody,
  type Submission,
  statementOf,
} from './entries.js';
import { ApprovalError, mismatch, nothingRecorded } from './errors.js';
import { isSignedBy } from './keys.js';
import { skeletonOf } from './names.js';
import type { Ledger } from './store.js';

/** An entry with its body understood. */
interface Read<B extends Body = Body> {
  readonly entry: Entry;
  readonly body: B;
}

/** The ledger understood: all that was submitted and what came of it. */
export interface History {
  readonly all: readonly Read[];
  /** The one in force. */
  readonly policy: Read<Policy> | null;
  readonly submissions: readonly Submitted[];
}

export interface Submitted extends Read<Submission> {
  readonly decisions: readonly Read<Decision>[];
  readonly state: 'waiting' | 'approved' | 'rejected';
}

/** As `Date.toISOString` writes it: such texts sort as the times do. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

const UNSIGNED = say`its signature does not hold`;

/** What may be decided on a submission, and what is in the way. */
export interface Authority {
  readonly policy: Read<Policy> | null;
  readonly submission: Submitted | undefined;
}

/**
 * Reads entries in order, and names every one that isn't what was recorded: a hash that doesn't fit, a gap, a signature that
 * doesn't hold, a decision that its policy did not allow.
 *
 * @param where names the ledger in the sentences
 */
export function audit(
  entries: readonly Entry[],
  where: string,
): { readonly history: History; readonly faults: readonly Said[] } {
  const faults: Said[] = [];
  const all: Read[] = [];
  const submissions: Submitted[] = [];
  let policy: Read<Policy> | null = null;
  entries.forEach((entry, k) => {
    const name = say`${where}: entry ${entry.seq}`;
    const before = entries[k - 1];
    const previous = before?.hash ?? BEGINNING;
    if (entry.seq !== k + 1)
      faults.push(mismatch(where, say`entry ${entry.seq}`, say`entry ${(before?.seq ?? 0) + 1} here`));
    if (entry.previous !== previous) {
      faults.push(mismatch(name, say`it follows ${short(entry.previous)}`, say`it follows ${short(previous)}`));
    }
    if (!INSTANT.test(entry.at)) faults.push(mismatch(name, say`the time ${entry.at}`, say`a time in UTC`));
    else if (before !== undefined && entry.at < before.at) {
      faults.push(
        mismatch(name, say`the time ${entry.at}`, say`one not before ${before.at}, when entry ${before.seq} was made`),
      );
    }
    const hash = entryHash(entry);
    if (hash !== entry.hash) {
      faults.push(mismatch(name, say`contents of hash ${short(hash)}`, say`${short(entry.hash)}: it was changed`));
    }
    const body = readBody(entry.body);
    if (body === null) {
      faults.push(mismatch(name, say`what is no entry`, say`a policy, a submission or a decision`));
      return;
    }
    const read = { entry, body };
    all.push(read);
    if (body.kind === 'policy') {
      const fault = policyFault({ entry, body }, policy);
      if (fault === null) policy = { entry, body };
      else faults.push(say`${name}: ${fault}`);
    } else if (body.kind === 'submit') {
      submissions.push({ entry, body, decisions: [], state: 'waiting' });
      if (!isSignedBy(statementOf(entry, body), body.signature, body.signer)) {
        faults.push(say`${name}: ${UNSIGNED}`);
      }
    } else {
      const at = submissions.findIndex((one) => one.entry.seq === body.submission);
      const fault =
        decisionFault(body, { policy, submission: submissions[at] }) ??
        (isSignedBy(statementOf(entry, body), body.signature, body.key) ? null : UNSIGNED);
      if (fault === null) submissions[at] = withDecision(elementAt(submissions, at), { entry, body });
      else faults.push(say`${name}: ${fault}`);
    }
  });
  return { history: { all, policy, submissions }, faults };
}

function withDecision(submission: Submitted, decision: Read<Decision>): Submitted {
  return {
    ...submission,
    decisions: [...submission.decisions, decision],
    state: decision.body.kind === 'approve' ? 'approved' : 'rejected',
  };
}

function policyFault({ entry, body }: Read<Policy>, before: Read<Policy> | null): Said | null {
  const owner = before?.body.owner ?? body.signer;
  if (body.signer !== owner) return mismatch(say`its signer`, body.signer, say`the owner, ${owner}`);
  return isSignedBy(statementOf(entry, body), body.signature, body.signer) ? null : UNSIGNED;
}

/** Why a decision is not allowed; `null` where it is. The signature is looked at apart. */
export function decisionFault(body: Omit<Decision, 'signature'>, { policy, submission }: Authority): Said | null {
  if (submission === undefined) return mismatch(say`submission`, body.submission, say`the number of a submission`);
  if (policy === null) return say`nobody may decide yet: there is no policy (\`huni policy FILE\` signs one)`;
  if (body.entry !== submission.entry.hash) return say`it decides on another submission than the one recorded`;
  if (body.policy !== policy.entry.hash) return say`it was decided under another policy than the one in force`;
  const approver = policy.body.approvers.find(({ name }) => name === body.by);
  const known = policy.body.approvers.map(({ name }) => name).join(', ');
  if (approver === undefined) {
    const like = policy.body.approvers.find(({ name }) => skeletonOf(name) === skeletonOf(body.by));
    const found =
      like === undefined ? body.by : say`${body.by}, which looks like ${like.name} and is written otherwise`;
    return mismatch(say`approver`, found, say`one of the policy's: ${known}`);
  }
  if (approver.key !== body.key) return mismatch(say`key of ${body.by}`, body.key, say`the policy's, ${approver.key}`);
  if (submission.state === 'rejected')
    return say`submission ${body.submission} is rejected; submit it again to reopen it`;
  if (submission.decisions.some((other) => other.body.by === body.by && other.body.kind === body.kind)) {
    return say`${body.by} has decided on submission ${body.submission} already`;
  }
  return body.kind === 'approve'
    ? limitFault(
        body as Omit<Extract<Decision, { kind: 'approve' }>, 'signature'>,
        approver.limit,
        policy.body,
        submission.body,
      )
    : null;
}

function limitFault(
  { limit, by }: { readonly limit: number; readonly by: string },
  allowed: number | null,
  policy: Policy,
  { amount, currency }: Submission,
): Said | null {
  if (policy.currency !== currency) return mismatch(say`currency`, currency, say`${policy.currency}, the policy's`);
  const units = (value: number) => toMinorUnits(value, currency);
  const money = (value: number) => formatMoney(value, currency, { locale: 'en', precision: 'exact' });
  if (units(limit) < units(amount)) {
    return mismatch('--limit', money(limit), say`at least the ${money(amount)} asked for`);
  }
  if (allowed !== null && units(limit) > units(allowed)) {
    return mismatch(say`limit of ${by}`, money(limit), say`at most ${money(allowed)}, as the policy allows`);
  }
  return null;
}

/** Everything that is wrong with a ledger: database, rows, signatures. */
export function auditLedger(ledger: Ledger): { readonly history: History; readonly faults: readonly Said[] } {
  const { history, faults } = audit(ledger.entries(), ledger.path);
  return { history, faults: [...ledger.faults(), ...faults] };
}

/** The history of a ledger that is intact. @throws ApprovalError that names what isn't */
export function intactHistory(entries: readonly Entry[], where: string, others: readonly Said[] = []): History {
  const { history, faults } = audit(entries, where);
  const found = [...others, ...faults];
  if (found.length > 0) throw new ApprovalError('not-intact', nothingRecorded(found));
  return history;
}

/** The first digits of a hash: enough for people to tell them apart. */
export function short(hash: string): string {
  return hash.slice(0, 12);
}
