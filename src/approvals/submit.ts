import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { writeWhole } from '../files/write.js';
import { recoverReport } from '../report/index.js';
import { required } from '../required.js';
import { doing } from '../words/progress.js';
import { type Said, say } from '../words/said.js';
import { intactHistory, type Submitted } from './audit.js';
import { type Claim, claimOf, sameFiles } from './claim.js';
import { BEGINNING, type Entry, type Submission, statementOf } from './entries.js';
import { ApprovalError, mismatch, nothingRecorded } from './errors.js';
import { hashFolder, RECEIPT, readResult, receiptText } from './folder.js';
import { inspectFolder, refuseStrange } from './inspect.js';
import { publicKeyText, signText } from './keys.js';
import { type RunOptions, runAgain } from './reproduce.js';
import type { Ledger } from './store.js';

interface SubmitRequest extends RunOptions {
  readonly folder: string;
  /** Which plan approval is asked for; the optimised one where there is one. */
  readonly plan?: 'given' | 'optimized';
  /** Who submits: their private key. */
  readonly key: KeyObject;
  readonly now: Date;
}

interface SubmitOutcome {
  readonly id: number;
  readonly submission: Submission;
  /** False where the same was submitted before and is still open or approved: it keeps its number. */
  readonly isNew: boolean;
  /** Files that no new run gives, taken by their hashes alone. */
  readonly unproven: readonly string[];
}

/** Another entry may come in between while an amount is found; so often it is found anew. */
const ATTEMPTS = 5;

/**
 * Records a report for approval, signed: its scenario is run again first, and only a folder that is reproduced to the last byte is
 * taken, page, workbook and charts included. What it asks for is found on draws of its own (see `amountOf`). Its files' hashes
 * go into the ledger, a receipt into its folder. Submitting the same again changes nothing.
 *
 * @throws ApprovalError
 */
export async function submit(ledger: Ledger, request: SubmitRequest): Promise<SubmitOutcome> {
  const { folder, workers, signal, onProgress = () => {} } = request;
  await recoverReport(folder);
  const read = await readResult(folder);
  const kind = request.plan ?? (read.result.plans.optimized === undefined ? 'given' : 'optimized');
  if (read.result.plans[kind] === undefined) {
    throw new ApprovalError('wrong-input', mismatch('--plan', 'optimized', say`given: the result has no other plan`));
  }
  intactHistory(ledger.entries(), ledger.path, ledger.faults());
  await refuseStrange(folder);
  const files = await hashFolder(folder);
  const rerun = await runAgain(folder, read, request);
  refuse(rerun.differences);
  onProgress(doing(say`drawing the report again`));
  const { faults, unproven } = await inspectFolder(folder, rerun, request);
  refuse(faults);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const previous = ledger.entries().at(-1)?.hash ?? BEGINNING;
    onProgress(doing(say`finding the amount`));
    const claim = await claimOf({ folder, read, rerun, kind, previous, workers, signal });
    if (!sameFiles(claim.files, files)) refuse([say`${folder}: it changed while it was being read`]);
    const recorded = record(ledger, claim, previous, request);
    if (recorded === null) continue;
    await writeReceipt(folder, recorded.entry, recorded.submission);
    const { entry, submission, isNew } = recorded;
    return { id: entry.seq, submission, isNew, unproven };
  }
  throw new ApprovalError(
    'wrong-input',
    say`${ledger.path}: others were writing to it all the time; nothing was recorded`,
  );
}

function refuse(faults: readonly Said[]): void {
  if (faults.length > 0) throw new ApprovalError('not-intact', nothingRecorded(faults));
}

interface Recorded {
  readonly entry: Entry;
  readonly submission: Submission;
  readonly isNew: boolean;
}

/** Records a claim where the ledger still ends where its amount was found for; `null` where it doesn't. */
function record(ledger: Ledger, claim: Claim, previous: string, { folder, key, now }: SubmitRequest): Recorded | null {
  let same: Submitted | undefined;
  let fresh: Submission | null = null;
  const entry = ledger.append(now.toISOString(), (entries, position) => {
    same = intactHistory(entries, ledger.path).submissions.findLast(
      ({ body, state }) => state !== 'rejected' && body.plan === claim.plan && sameFiles(body.files, claim.files),
    );
    if (same !== undefined || position.previous !== previous) return null;
    const unsigned = { kind: 'submit' as const, folder, ...claim, signer: publicKeyText(key) };
    fresh = { ...unsigned, signature: signText(statementOf(position, unsigned), key) };
    return fresh;
  });
  if (entry !== null) return { entry, submission: required<Submission>(fresh), isNew: true };
  return same === undefined ? null : { entry: same.entry, submission: same.body, isNew: false };
}

async function writeReceipt(folder: string, entry: Entry, submission: Submission): Promise<void> {
  const path = join(folder, RECEIPT);
  try {
    await writeWhole(path, receiptText(entry, submission), { replace: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ApprovalError(
      'wrong-input',
      say`${path}: ${reason}. Submission ${entry.seq} is recorded; submit it again to get its receipt.`,
    );
  }
}
