import type { Submission } from '../../src/approvals/entries.js';

const DIGEST = 'ab'.repeat(32);

/** A submission of nothing real, for tests of the ledger itself. */
export const SUBMISSION: Submission = {
  kind: 'submit',
  folder: 'reports/spring',
  scenario: { name: 'Spring', sha256: DIGEST },
  result: DIGEST,
  engine: '0.1.0',
  plan: 'given',
  currency: 'AZN',
  budget: 1000,
  amount: 1100,
  files: [{ path: 'result.json', sha256: DIGEST }],
};
