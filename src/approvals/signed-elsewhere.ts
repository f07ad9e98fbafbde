import { say } from '../words/said.js';
import { decisionFault, intactHistory } from './audit.js';
import { canonicalJson, type Json } from './canonical.js';
import { type Unsigned, unsignedDecision, unsignedPolicy, type Verdict } from './decide.js';
import { BEGINNING, type Body, type Entry, type Policy, type Position, readBody, statementOf } from './entries.js';
import { ApprovalError } from './errors.js';
import { isPublicKey, isSignedBy } from './keys.js';
import type { PolicyFile } from './policy.js';
import type { Ledger } from './store.js';

/** An entry that waits for its signature: its key is elsewhere, in a browser that never gives it away. */
export interface Prepared {
  /** Where it will stand: another entry that comes first makes it void. */
  readonly position: Position;
  readonly body: Unsigned | Omit<Policy, 'signature'>;
  /** What is to be signed, as UTF-8. */
  readonly statement: string;
}

/** Prepares a decision. @throws ApprovalError where it is not allowed */
export function prepareDecision(
  ledger: Ledger,
  {
    now,
    verdict,
    ...who
  }: {
    readonly id: number;
    readonly by: string;
    readonly publicKey: string;
    readonly now: Date;
    readonly verdict: Verdict;
  },
): Prepared {
  return preparedAt(ledger, now, unsignedDecision(ledger, who, verdict));
}

/** Prepares a policy. @throws ApprovalError where its signer isn't the owner */
export function preparePolicy(ledger: Ledger, file: PolicyFile, publicKey: string, now: Date): Prepared {
  if (!isPublicKey(publicKey)) throw new ApprovalError('wrong-input', say`this is no public key of huni`);
  const history = intactHistory(ledger.entries(), ledger.path, ledger.faults());
  return preparedAt(ledger, now, unsignedPolicy(history, file, publicKey));
}

/**
 * Records what was prepared, with the signature that was made elsewhere. Everything is held against the ledger anew.
 *
 * @throws ApprovalError where another entry came first, the signature doesn't hold, or it isn't allowed any more
 */
export function recordSigned(ledger: Ledger, { position, body, statement }: Prepared, signature: string): Entry {
  const key = body.kind === 'policy' ? body.signer : body.key;
  if (!isSignedBy(statement, signature, key)) {
    throw new ApprovalError('not-allowed', say`the signature does not hold. Nothing was recorded.`);
  }
  const damage = ledger.faults();
  return ledger.append(position.at, (entries, now) => {
    const history = intactHistory(entries, ledger.path, damage);
    if (statementOf(now, body as Omit<Body, 'signature'>) !== statement) {
      throw new ApprovalError(
        'not-allowed',
        say`somebody else recorded something meanwhile: look at it, and sign again. Nothing was recorded.`,
      );
    }
    if (body.kind !== 'policy') {
      const submission = history.submissions.find(({ entry }) => entry.seq === body.submission);
      const fault = decisionFault(body, { policy: history.policy, submission });
      if (fault !== null) throw new ApprovalError('not-allowed', say`${fault}. Nothing was recorded.`);
    }
    const signed = readBody(canonicalJson({ ...body, signature } as unknown as Json));
    if (signed === null)
      throw new ApprovalError('wrong-input', say`this is no entry of a ledger. Nothing was recorded.`);
    return signed;
  });
}

function preparedAt(ledger: Ledger, now: Date, body: Prepared['body']): Prepared {
  const last = ledger.entries().at(-1);
  const instant = now.toISOString();
  const position = {
    seq: (last?.seq ?? 0) + 1,
    // Clocks differ: an entry is never before the last one.
    at: last !== undefined && instant < last.at ? last.at : instant,
    previous: last?.hash ?? BEGINNING,
  };
  return { position, body, statement: statementOf(position, body as Omit<Body, 'signature'>) };
}
