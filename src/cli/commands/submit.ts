import { readResult } from '../../approvals/folder.js';
import { openLedger } from '../../approvals/store.js';
import { submit } from '../../approvals/submit.js';
import { formatMoney } from '../../units/money.js';
import type { StoreOptions } from '../approval-commands.js';
import type { Effects } from '../effects.js';
import { EXIT, type ExitCode } from '../exit.js';
import { explained } from '../explain.js';
import { progressLine } from '../progress.js';

export interface SubmitOptions extends StoreOptions {
  readonly plan?: 'given' | 'optimized';
  readonly workers?: number;
}

/** `huni submit DIR`: runs the report's scenario again and records it for approval. */
export async function submitCommand(folder: string, options: SubmitOptions, effects: Effects): Promise<ExitCode> {
  // A mistaken folder is no reason to make a ledger.
  await readResult(folder);
  const progress = progressLine(effects, folder, options.quiet === true || options.json === true);
  const ledger = openLedger(options.store, { create: true });
  try {
    const { id, submission, isNew } = await explained(folder, () =>
      submit(ledger, {
        folder,
        now: new Date(),
        signal: effects.signal,
        onProgress: progress.show,
        ...(options.plan === undefined ? {} : { plan: options.plan }),
        ...(options.workers === undefined ? {} : { workers: options.workers }),
      }),
    );
    progress.done();
    if (options.json) {
      const { amount, currency, plan } = submission;
      effects.out(`${JSON.stringify({ submission: id, new: isNew, plan, amount, currency })}\n`);
    } else if (!options.quiet) {
      const asked = formatMoney(submission.amount, submission.currency, { precision: 'exact' });
      const state = isNew ? `Submission ${id}` : `Already submission ${id}`;
      effects.out(`${state}: ${submission.scenario.name}, ${submission.plan} plan, ${asked} all in at P95.\n`);
      effects.out(`Next: huni approve ${id} --by NAME\n`);
    }
    return EXIT.ok;
  } finally {
    progress.done();
    ledger.close();
  }
}
