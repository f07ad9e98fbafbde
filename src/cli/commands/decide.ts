import { approve, type DecideOutcome, reject } from '../../approvals/decide.js';
import { readPrivateKey } from '../../approvals/keys.js';
import { type Ledger, openLedger } from '../../approvals/store.js';
import { formatMoney } from '../../units/money.js';
import type { SignerOptions } from '../approval-commands.js';
import type { Effects } from '../effects.js';
import { EXIT, type ExitCode } from '../exit.js';
import { keyFile } from '../key-files.js';

/** `huni approve ID --by NAME`. */
export async function approveCommand(
  id: number,
  options: SignerOptions & { readonly limit?: number },
  effects: Effects,
): Promise<ExitCode> {
  const { limit } = options;
  return decideCommand(options, effects, (ledger, key) =>
    approve(ledger, { id, by: options.by, key, now: new Date(), ...(limit === undefined ? {} : { limit }) }),
  );
}

/** `huni reject ID --by NAME`. */
export async function rejectCommand(
  id: number,
  options: SignerOptions & { readonly reason?: string },
  effects: Effects,
): Promise<ExitCode> {
  const { reason } = options;
  return decideCommand(options, effects, (ledger, key) =>
    reject(ledger, { id, by: options.by, key, now: new Date(), ...(reason === undefined ? {} : { reason }) }),
  );
}

async function decideCommand(
  options: SignerOptions,
  { out }: Effects,
  decide: (ledger: Ledger, key: Awaited<ReturnType<typeof readPrivateKey>>) => DecideOutcome,
): Promise<ExitCode> {
  const key = await readPrivateKey(options.key ?? keyFile(options.by));
  const ledger = openLedger(options.store, { create: false });
  try {
    const { entry, decision, submission } = decide(ledger, key);
    if (options.json) out(`${JSON.stringify({ entry: entry.seq, hash: entry.hash, decision })}\n`);
    else if (!options.quiet) {
      const what =
        decision.kind === 'approve'
          ? `approved up to ${formatMoney(decision.limit, submission.body.currency, { precision: 'exact' })}`
          : 'rejected';
      out(`Submission ${decision.submission} (${submission.body.scenario.name}) ${what} by ${decision.by}.\n`);
      out(`Ledger head: ${entry.hash}\n`);
    }
    return EXIT.ok;
  } finally {
    ledger.close();
  }
}
