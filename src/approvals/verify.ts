import { join } from 'node:path';
import { auditLedger, type Submitted, short } from './audit.js';
import { sha256 } from './canonical.js';
import { ApprovalError, mismatch } from './errors.js';
import { hashFolder, RECEIPT, readReceipt, readResult } from './folder.js';
import { differencesOf, type RunOptions } from './reproduce.js';
import type { Ledger } from './store.js';

export interface Verification {
  /** `null` where the folder was never submitted. */
  readonly submission: Submitted | null;
  /** What isn't as it was submitted: the ledger's rows, the folder's files, the figures of a new run. */
  readonly faults: readonly string[];
  /** Whether a new run gave the same figures; `null` where it was not run. */
  readonly reproduced: boolean | null;
}

/**
 * Holds a report's folder against the ledger, and its figures against a new run of its scenario.
 *
 * @param options.rerun false leaves out the new run
 * @throws ApprovalError where there is nothing to verify
 */
export async function verifyFolder(
  ledger: Ledger,
  folder: string,
  options: RunOptions & { readonly rerun?: boolean } = {},
): Promise<Verification> {
  const files = await hashFolder(folder);
  const { history, faults: broken } = auditLedger(ledger);
  const faults = [...broken];
  const receipt = await readReceipt(folder).catch((error: unknown) => {
    if (!(error instanceof ApprovalError) || error.reason !== 'not-intact') throw error;
    faults.push(error.message);
    return null;
  });
  const submission =
    receipt === null
      ? history.submissions.findLast(({ body }) => files.some(({ sha256 }) => sha256 === body.result))
      : history.submissions.find(({ entry }) => entry.seq === receipt.submission);
  if (receipt !== null && submission?.entry.hash !== receipt.entry) {
    const where = `${ledger.path}: entry ${receipt.submission}`;
    const found = submission === undefined ? 'no such submission' : `hash ${short(submission.entry.hash)}`;
    faults.push(mismatch(where, found, `${short(receipt.entry)}, as ${join(folder, RECEIPT)} has it`));
  }
  if (submission === undefined) return { submission: null, faults, reproduced: null };

  const now = new Map(files.map(({ path, sha256 }) => [path, sha256]));
  for (const { path, sha256: expected } of submission.body.files) {
    const found = now.get(path);
    if (found === expected) continue;
    faults.push(
      mismatch(
        join(folder, path),
        found === undefined ? 'no such file' : `contents of hash ${short(found)}`,
        `${short(expected)}, as submitted`,
      ),
    );
  }
  if (options.rerun === false) return { submission, faults, reproduced: null };
  const differences = await rerun(folder, submission, options);
  return { submission, faults: [...faults, ...differences], reproduced: differences.length === 0 };
}

/** What a new run has otherwise, told in the terms of what was approved. */
async function rerun(folder: string, submission: Submitted, options: RunOptions): Promise<readonly string[]> {
  try {
    const read = await readResult(folder);
    const differences = await differencesOf(folder, read, options);
    if (differences.length > 0 || sha256(read.text) === submission.body.result) return differences;
    return [`${folder}: a new run gives this result.json, but it is not the one that was submitted`];
  } catch (error) {
    if (error instanceof ApprovalError) return [`It could not be run again: ${error.message}`];
    throw error;
  }
}
