import { openLedger } from '../../approvals/store.js';
import { type Verification, verifyFolder } from '../../approvals/verify.js';
import type { StoreOptions } from '../approval-commands.js';
import type { Effects } from '../effects.js';
import { EXIT, type ExitCode } from '../exit.js';
import { explained } from '../explain.js';
import { progressLine } from '../progress.js';

/** `huni verify DIR`: exit 0 where the folder is what was approved and its figures come out again. */
export async function verifyCommand(
  folder: string,
  options: StoreOptions & { readonly workers?: number },
  effects: Effects,
): Promise<ExitCode> {
  const progress = progressLine(effects, folder, options.quiet === true || options.json === true);
  const ledger = openLedger(options.store, { create: false });
  try {
    const verification = await explained(folder, () =>
      verifyFolder(ledger, folder, {
        signal: effects.signal,
        onProgress: progress.show,
        ...(options.workers === undefined ? {} : { workers: options.workers }),
      }),
    );
    progress.done();
    const { submission, faults, reproduced } = verification;
    const holds = submission?.state === 'approved' && faults.length === 0;
    if (options.json) {
      const id = submission?.entry.seq ?? null;
      const state = submission?.state ?? 'not submitted';
      effects.out(`${JSON.stringify({ folder, submission: id, state, reproduced, faults, holds }, null, 2)}\n`);
    } else {
      if (faults.length > 0) effects.err(`${faults.join('\n')}\n`);
      if (!options.quiet) effects.out(`${answer(folder, verification)}\n`);
    }
    return holds ? EXIT.ok : EXIT.failed;
  } finally {
    progress.done();
    ledger.close();
  }
}

function answer(folder: string, { submission, faults, reproduced }: Verification): string {
  if (submission === null) return `${folder}: this report was never submitted.`;
  const { state, decisions, entry } = submission;
  const names = decisions.map(({ body }) => body.by).join(', ');
  const decided = state === 'waiting' ? 'waiting for approval' : `${state} by ${names}`;
  const figures =
    reproduced === true ? 'a new run gives the same figures to the last digit' : 'its figures were not reproduced';
  const whole =
    faults.length === 0
      ? 'unchanged'
      : `${faults.length} ${faults.length === 1 ? 'thing is' : 'things are'} not as submitted`;
  return `${folder}: submission ${entry.seq}, ${decided}; ${whole}; ${figures}.`;
}
