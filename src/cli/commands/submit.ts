import { readResult } from '../../approvals/folder.js';
import { publicKeyText } from '../../approvals/keys.js';
import { submit } from '../../approvals/submit.js';
import { visibleText } from '../../encoding/visible.js';
import { recoverReport } from '../../report/index.js';
import { say } from '../../words/said.js';
import { amountText } from '../amount-text.js';
import type { StoreOptions } from '../approval-options.js';
import type { Effects } from '../effects.js';
import { EXIT, type ExitCode } from '../exit.js';
import { explained } from '../explain.js';
import { ownKey } from '../key-files.js';
import { refuseAlarms, withLedger } from '../open-ledger.js';
import { progressLine } from '../progress.js';
import { makeExtras } from '../report-extras.js';
import { linesFor } from '../translated.js';

interface SubmitOptions extends StoreOptions {
  readonly plan?: 'given' | 'optimized';
  readonly key?: string;
  readonly workers?: number;
}

/** `huni submit DIR`: runs the report's scenario again and records it for approval, signed with this person's key. */
export async function submitCommand(folder: string, options: SubmitOptions, effects: Effects): Promise<ExitCode> {
  await recoverReport(folder);
  // A mistaken folder is no reason to make a ledger.
  await readResult(folder);
  return withLedger(options, { create: true }, effects, async (known) => {
    refuseAlarms(known);
    const { key, path, isNew: madeNow } = await ownKey(options.key);
    const progress = progressLine(effects, folder, options.quiet === true || options.json === true);
    try {
      const outcome = await explained(folder, () =>
        submit(known.ledger, {
          folder,
          key,
          now: new Date(),
          signal: effects.signal,
          onProgress: progress.show,
          makeExtras,
          ...(options.plan === undefined ? {} : { plan: options.plan }),
          ...(options.workers === undefined ? {} : { workers: options.workers }),
        }),
      );
      progress.done();
      const { id, submission, isNew, unproven } = outcome;
      const { amount, error, draws, currency, plan, signer } = submission;
      if (options.json) {
        const answer = { submission: id, new: isNew, plan, amount, error, draws, currency, signer, unproven };
        effects.out(`${JSON.stringify(answer)}\n`);
      } else if (!options.quiet) {
        const state = isNew ? say`Submission ${id}` : say`Already submission ${id}`;
        const name = visibleText(submission.scenario.name);
        const which = plan === 'given' ? say`given plan` : say`optimized plan`;
        const signed = say`Signed with ${publicKeyText(key)}`;
        const lines = [
          say`${state}: ${name}, ${which}, ${say`${amountText(submission, effects.language)} all in at P95`}.`,
          say`Next: ${`huni approve ${id} --by NAME`}`,
          ...(unproven.length === 0
            ? []
            : [say`Not made by the run, taken as they are: ${unproven.map(visibleText).join(', ')}`]),
          madeNow ? say`${signed} (made now: ${path}; keep it to yourself)` : signed,
        ];
        effects.out(await linesFor(effects, lines));
      }
      return { answer: EXIT.ok, intact: true };
    } finally {
      progress.done();
    }
  });
}
