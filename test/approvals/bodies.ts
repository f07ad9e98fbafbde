import { createPrivateKey } from 'node:crypto';
import { type Position, type Submission, statementOf } from '../../src/approvals/entries.js';
import { newKeyPair, signText } from '../../src/approvals/keys.js';

const DIGEST = 'ab'.repeat(32);
const submitter = newKeyPair();
const key = createPrivateKey(submitter.privatePem);

/** A submission of nothing real, for tests of the ledger itself. */
const SUBMISSION: Omit<Submission, 'signature'> = {
  kind: 'submit',
  folder: 'reports/spring',
  scenario: { name: 'Spring', sha256: DIGEST },
  result: DIGEST,
  engine: { version: '0.1.0', build: DIGEST },
  plan: 'given',
  currency: 'AZN',
  budget: 1000,
  amount: 1100,
  error: 0,
  draws: 16384,
  files: [{ path: 'result.json', sha256: DIGEST }],
  signer: submitter.publicKey,
};

/** Makes that submission, signed at its place in a ledger; for `append`. */
export function submissionWith(changes: Partial<Submission> = {}) {
  return (_: unknown, position: Position): Submission => {
    const unsigned = { ...SUBMISSION, ...changes };
    return { ...unsigned, signature: signText(statementOf(position, unsigned), key) };
  };
}
