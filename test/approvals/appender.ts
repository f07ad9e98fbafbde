import { setTimeout } from 'node:timers/promises';
import { openLedger } from '../../src/approvals/store.js';
import { submissionWith } from './bodies.js';

/** Adds entries to a ledger until it is stopped or has added so many; says the number of each one once it is recorded. */
const [path = '', most = '1000000'] = process.argv.slice(2);
const ledger = openLedger(path, { create: true, waitMs: 60_000 });
for (let count = 0; count < Number(most); count++) {
  const { seq, hash } = ledger.append(
    '2027-03-01T00:00:00.000Z',
    submissionWith({ folder: `${process.pid}/${count}` }),
  );
  process.stdout.write(`${seq} ${hash}\n`);
  // SQLite's waiters look again every tenth of a second: one that never pauses would keep the others out for minutes.
  await setTimeout(5);
}
ledger.close();
