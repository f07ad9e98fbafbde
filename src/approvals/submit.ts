import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fromMinorUnits, toMinorUnits } from '../units/money.js';
import { intactHistory, type Submitted } from './audit.js';
import { sha256 } from './canonical.js';
import type { Entry, Submission } from './entries.js';
import { ApprovalError, mismatch } from './errors.js';
import { hashFolder, RECEIPT, type ReadResult, readResult } from './folder.js';
import { differencesOf, type RunOptions, scenarioOf } from './reproduce.js';
import type { Ledger } from './store.js';

export interface SubmitRequest extends RunOptions {
  readonly folder: string;
  /** Which plan approval is asked for; the optimised one where there is one. */
  readonly plan?: 'given' | 'optimized';
  readonly now: Date;
}

export interface SubmitOutcome {
  readonly id: number;
  readonly submission: Submission;
  /** False where the same was submitted before and is still open or approved: it keeps its number. */
  readonly isNew: boolean;
}

/**
 * Records a report for approval: its scenario is run again first, and only a result that is reproduced to the last byte is
 * taken. Its files' hashes go into the ledger, a receipt into its folder. Submitting the same again changes nothing.
 *
 * @throws ApprovalError
 */
export async function submit(ledger: Ledger, request: SubmitRequest): Promise<SubmitOutcome> {
  const { folder, now } = request;
  const read = await readResult(folder);
  const plan = request.plan ?? (read.result.plans.optimized === undefined ? 'given' : 'optimized');
  if (read.result.plans[plan] === undefined) {
    throw new ApprovalError('wrong-input', mismatch('--plan', 'optimized', 'given: the result has no other plan'));
  }
  intactHistory(ledger.entries(), ledger.path, ledger.faults());
  const scenario = await scenarioOf(folder, read.result);
  const differences = await differencesOf(folder, read, request);
  if (differences.length > 0) throw new ApprovalError('not-intact', `${differences.join('\n')}\nNothing was recorded.`);
  const submission: Submission = {
    kind: 'submit',
    folder,
    scenario: { name: read.result.scenario.name, sha256: read.result.scenario.sha256 },
    result: sha256(read.text),
    engine: read.result.engine.version,
    plan,
    currency: scenario.currency,
    ...amountsOf(read.result, plan, scenario.currency),
    files: [...(await hashFolder(folder))],
  };
  if (submission.files.find(({ path }) => path === 'result.json')?.sha256 !== submission.result) {
    throw new ApprovalError('not-intact', `${folder}: it changed while it was being read; nothing was recorded`);
  }
  const outcome = record(ledger, submission, now);
  await writeReceipt(folder, outcome.entry);
  return { id: outcome.entry.seq, submission: outcome.submission, isNew: outcome.isNew };
}

/** What a plan's media cost, and what it costs all in at P95: fees, taxes and fixed costs are promised with it. */
function amountsOf(result: ReadResult, plan: 'given' | 'optimized', currency: string) {
  const { lines, kpis } = result.plans[plan]!;
  const media = lines.reduce((sum, { budget }) => sum + toMinorUnits(budget, currency), 0);
  const cost = toMinorUnits(kpis.total.cost?.p95 ?? 0, currency);
  return {
    budget: fromMinorUnits(media, currency),
    amount: fromMinorUnits(Math.max(media, cost), currency),
  };
}

interface Recorded {
  readonly entry: Entry;
  readonly submission: Submission;
  readonly isNew: boolean;
}

function record(ledger: Ledger, submission: Submission, now: Date): Recorded {
  let same: Submitted | undefined;
  const entry = ledger.append(now.toISOString(), (entries) => {
    same = intactHistory(entries, ledger.path).submissions.findLast(
      ({ body, state }) =>
        state !== 'rejected' &&
        body.plan === submission.plan &&
        JSON.stringify(body.files) === JSON.stringify(submission.files),
    );
    return same === undefined ? submission : null;
  });
  if (entry !== null) return { entry, submission, isNew: true };
  return { entry: same!.entry, submission: same!.body, isNew: false };
}

async function writeReceipt(folder: string, { seq, hash }: Entry): Promise<void> {
  const path = join(folder, RECEIPT);
  const fresh = `${path}.${process.pid}.tmp`;
  const text = `${JSON.stringify({ format: 'huni.submission/1', submission: seq, entry: hash }, null, 2)}\n`;
  try {
    await writeFile(fresh, text);
    await rename(fresh, path);
  } catch (error) {
    await rm(fresh, { force: true }).catch(() => undefined);
    const reason = error instanceof Error ? error.message : String(error);
    throw new ApprovalError(
      'wrong-input',
      `${path}: ${reason}. Submission ${seq} is recorded; submit it again to get its receipt.`,
    );
  }
}
