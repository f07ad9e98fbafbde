import type { Submitted } from '../../approvals/audit.js';
import { approveReport, type DecideOutcome, reject } from '../../approvals/decide.js';
import type { Decision } from '../../approvals/entries.js';
import { readPrivateKey } from '../../approvals/keys.js';
import type { Ledger } from '../../approvals/store.js';
import { visibleText } from '../../encoding/visible.js';
import { type Said, say } from '../../words/said.js';
import { exactMoney } from '../amount-text.js';
import type { SignerOptions } from '../approval-options.js';
import type { Effects } from '../effects.js';
import { EXIT, type ExitCode } from '../exit.js';
import { explained } from '../explain.js';
import { keyFile } from '../key-files.js';
import { refuseAlarms, withLedger } from '../open-ledger.js';
import { progressLine } from '../progress.js';
import { makeExtras } from '../report-extras.js';
import { linesFor } from '../translated.js';

interface ApproveOptions extends SignerOptions {
  readonly limit?: number;
  /** Where the report is, if not where it was submitted from. */
  readonly folder?: string;
  readonly workers?: number;
}

/** `huni approve ID --by NAME`: looks at the report, as `verify` does, and signs. */
export async function approveCommand(id: number, options: ApproveOptions, effects: Effects): Promise<ExitCode> {
  const { limit, folder, workers } = options;
  const progress = progressLine(effects, `submission ${id}`, options.quiet === true || options.json === true);
  return decideCommand(options, effects, async (ledger, key) => {
    try {
      return await explained(`submission ${id}`, () =>
        approveReport(ledger, {
          id,
          by: options.by,
          key,
          now: new Date(),
          signal: effects.signal,
          onProgress: progress.show,
          makeExtras,
          ...(limit === undefined ? {} : { limit }),
          ...(folder === undefined ? {} : { folder }),
          ...(workers === undefined ? {} : { workers }),
        }),
      );
    } finally {
      progress.done();
    }
  });
}

/** `huni reject ID --by NAME`. */
export async function rejectCommand(
  id: number,
  options: SignerOptions & { readonly reason?: string },
  effects: Effects,
): Promise<ExitCode> {
  const { reason } = options;
  return decideCommand(options, effects, async (ledger, key) =>
    reject(ledger, { id, by: options.by, key, now: new Date(), ...(reason === undefined ? {} : { reason }) }),
  );
}

/** Why a limit that nobody gave is not what was asked for. */
function limitReason(
  { limit }: { readonly limit?: number },
  decision: Decision,
  { body }: Submitted,
  { language }: Effects,
): readonly Said[] {
  if (decision.kind !== 'approve' || limit !== undefined || decision.limit === body.amount) return [];
  const asked = exactMoney(body.currency, language)(body.amount);
  return [say`So much is the P95 of its costs on draws that nobody could know before; ${asked} was asked for.`];
}

async function decideCommand(
  options: SignerOptions & { readonly limit?: number },
  effects: Effects,
  decide: (ledger: Ledger, key: Awaited<ReturnType<typeof readPrivateKey>>) => Promise<DecideOutcome>,
): Promise<ExitCode> {
  const { out } = effects;
  const key = await readPrivateKey(options.key ?? keyFile(options.by));
  return withLedger(options, { create: false }, effects, async (known) => {
    refuseAlarms(known);
    const { entry, decision, submission } = await decide(known.ledger, key);
    if (options.json) out(`${JSON.stringify({ entry: entry.seq, hash: entry.hash, decision })}\n`);
    else if (!options.quiet) {
      const { currency, scenario } = submission.body;
      const which = `${decision.submission} (${visibleText(scenario.name)})`;
      const by = visibleText(decision.by);
      const what =
        decision.kind === 'approve'
          ? say`Submission ${which} approved up to ${exactMoney(currency, effects.language)(decision.limit)} by ${by}.`
          : say`Submission ${which} rejected by ${by}.`;
      const lines = [what, ...limitReason(options, decision, submission, effects), say`Ledger head: ${entry.hash}`];
      out(await linesFor(effects, lines));
    }
    return { answer: EXIT.ok, intact: true };
  });
}
