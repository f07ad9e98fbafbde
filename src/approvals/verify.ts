import { join } from 'node:path';
import { isLeftBySystem, listTree, type TreeEntry } from '../files/tree.js';
import { recoverReport } from '../report/index.js';
import { required } from '../required.js';
import { type Said, say } from '../words/said.js';
import { type Amount, amountDrawnAnew } from './amount.js';
import { auditLedger, type History, type Submitted, short } from './audit.js';
import { sha256 } from './canonical.js';
import { claimFaults, claimOf, sameFiles } from './claim.js';
import { ApprovalError, mismatch } from './errors.js';
import {
  type HashedFile,
  hashFolder,
  RECEIPT,
  type Receipt,
  readReceipt,
  readResult,
  receiptFaults,
} from './folder.js';
import { inspectFolder } from './inspect.js';
import { type RunOptions, runAgain } from './reproduce.js';
import type { Ledger } from './store.js';

export interface Verification {
  /** `null` where the folder was never submitted. */
  readonly submission: Submitted | null;
  /** What isn't as it was submitted: the ledger's rows, the folder's files, the figures of a new run. */
  readonly faults: readonly Said[];
  /** Whether a new run gave the same figures, files and amount; `null` where it was not run. */
  readonly reproduced: boolean | null;
  /** Files that no new run gives: they are as they were submitted, and nothing more is known of them. */
  readonly unproven: readonly string[];
  /** Files that desktops leave behind, by their names: no part of the report, not looked at. */
  readonly ignored: readonly string[];
  /** The amount on draws of this call's own, where they were asked for and a new run gave the report. */
  readonly anew?: Amount;
}

interface VerifyOptions extends RunOptions {
  readonly rerun?: boolean;
  readonly drawAnew?: boolean;
}

/**
 * Holds a report's folder against the ledger, and its figures, its files and its amount against a new run of its scenario.
 *
 * @param options.rerun false leaves out the new run
 * @param options.drawAnew finds the amount on other draws as well
 * @throws ApprovalError where there is nothing to verify
 */
export async function verifyFolder(ledger: Ledger, folder: string, options: VerifyOptions = {}): Promise<Verification> {
  await recoverReport(folder);
  const files = await hashFolder(folder);
  const tree = (await listTree(folder)) ?? [];
  const ignored = tree.filter(({ path, kind }) => kind === 'file' && isLeftBySystem(path)).map(({ path }) => path);
  const { history, faults: broken } = auditLedger(ledger);
  const faults = [...broken];
  const receipt = await readReceipt(folder).catch((error: unknown) => {
    if (!(error instanceof ApprovalError) || error.reason !== 'not-intact') throw error;
    faults.push(error.said);
    return null;
  });
  const submission = submissionOf(history, receipt, files);
  if (receipt !== null) faults.push(...receiptFaults(folder, ledger.path, receipt, submission));
  if (submission === undefined) return { submission: null, faults, reproduced: null, unproven: [], ignored };
  const last = required(history.submissions.findLast(({ body }) => sameFiles(body.files, submission.body.files)));
  if (last.entry.seq !== submission.entry.seq) {
    const found = say`the receipt of submission ${submission.entry.seq}`;
    faults.push(
      mismatch(join(folder, RECEIPT), found, say`that of submission ${last.entry.seq}, the last one of this report`),
    );
  }
  const touched = fileFaults(folder, submission.body.files, files);
  faults.push(...touched.values(), ...strangeIn(folder, tree));
  if (options.rerun === false) return { submission, faults, reproduced: null, unproven: [], ignored };
  const again = await rerun(folder, submission, options);
  // Of a file that isn't the one submitted, nothing more needs to be said.
  const news = again.faults.filter(
    (fault) => ![...touched.keys()].some((path) => String(fault).startsWith(`${path}: found`)),
  );
  const reproduced = again.faults.length === 0;
  const { unproven, anew } = again;
  const drawn = anew === undefined ? {} : { anew };
  return { submission, faults: [...faults, ...news], reproduced, unproven, ignored, ...drawn };
}

function submissionOf(history: History, receipt: Receipt | null, files: readonly HashedFile[]): Submitted | undefined {
  return receipt === null
    ? history.submissions.findLast(({ body }) => files.some(({ sha256 }) => sha256 === body.result))
    : history.submissions.find(({ entry }) => entry.seq === receipt.submission);
}

/** What isn't as it was submitted, by path: changed, gone, or come later. */
function fileFaults(
  folder: string,
  submitted: readonly HashedFile[],
  files: readonly HashedFile[],
): ReadonlyMap<string, Said> {
  const faults = new Map<string, Said>();
  const now = new Map(files.map(({ path, sha256 }) => [path, sha256]));
  const then = new Map(submitted.map(({ path, sha256 }) => [path, sha256]));
  for (const path of new Set([...then.keys(), ...now.keys()])) {
    const [expected, found] = [then.get(path), now.get(path)];
    if (found === expected) continue;
    const where = join(folder, path);
    const is = found === undefined ? say`no such file` : say`contents of hash ${short(found)}`;
    const was = expected === undefined ? say`nothing there, as submitted` : say`${short(expected)}, as submitted`;
    faults.set(where, mismatch(where, is, was));
  }
  return faults;
}

function strangeIn(folder: string, tree: readonly TreeEntry[]): readonly Said[] {
  const strange = tree.filter(({ kind }) => kind === 'other');
  return strange.map(({ path }) =>
    mismatch(join(folder, path), say`a link or a device`, say`nothing there, as submitted`),
  );
}

interface Again {
  readonly faults: readonly Said[];
  readonly unproven: readonly string[];
  readonly anew?: Amount;
}

/** What a new run has otherwise, reported in the terms of what was approved. */
async function rerun(folder: string, { entry, body }: Submitted, options: VerifyOptions): Promise<Again> {
  const { workers, signal, drawAnew } = options;
  try {
    const read = await readResult(folder);
    const again = await runAgain(folder, read, options);
    if (again.differences.length > 0) return { faults: again.differences, unproven: [] };
    if (sha256(read.text) !== body.result) {
      const fault = say`${folder}: a new run gives this result.json, but it is not the one that was submitted`;
      return { faults: [fault], unproven: [] };
    }
    const { faults, unproven } = await inspectFolder(folder, again, options);
    const { previous } = entry;
    const claim = await claimOf({ folder, read, rerun: again, kind: body.plan, previous, workers, signal });
    const other = claimFaults(say`submission ${entry.seq}`, body, claim);
    // A link is reported above.
    const all = [...faults.filter((fault) => !String(fault).includes('found a link')), ...other];
    if (drawAnew !== true || all.length > 0) return { faults: all, unproven };
    const { scenario, forecast } = again;
    const plan = required(forecast.result.plans[body.plan]);
    const request = { scenario, plan, kind: body.plan, workers, signal };
    return { faults: all, unproven, anew: await amountDrawnAnew(request, claim.draws) };
  } catch (error) {
    if (error instanceof ApprovalError)
      return { faults: [say`It could not be run again: ${error.said}`], unproven: [] };
    throw error;
  }
}
