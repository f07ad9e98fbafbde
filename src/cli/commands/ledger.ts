import { auditLedger, type History, type Submitted } from '../../approvals/audit.js';
import { mismatch } from '../../approvals/errors.js';
import { openLedger } from '../../approvals/store.js';
import { formatMoney } from '../../units/money.js';
import type { StoreOptions } from '../approval-commands.js';
import type { Effects } from '../effects.js';
import { EXIT, type ExitCode } from '../exit.js';

export interface LedgerOptions extends StoreOptions {
  readonly head?: string;
}

const LEAST_DIGITS = 12;

/** `huni ledger`: what was submitted and what came of it; exit 1 where the ledger isn't what was recorded. */
export async function ledgerCommand(options: LedgerOptions, { out, err }: Effects): Promise<ExitCode> {
  const ledger = openLedger(options.store, { create: false });
  try {
    const { history, faults } = auditLedger(ledger);
    const found = [...faults, ...headFaults(options, history)];
    if (options.json) {
      const entries = history.all.map(({ entry: { body: _, ...entry }, body }) => ({ ...entry, body }));
      out(
        `${JSON.stringify({ format: 'huni.ledger/1', intact: found.length === 0, faults: found, entries }, null, 2)}\n`,
      );
    } else if (!options.quiet) {
      const { submissions } = history;
      out(submissions.length === 0 ? 'Nothing was submitted yet.\n' : submissions.map(submissionText).join(''));
      const head = history.all.at(-1)?.entry.hash;
      if (head !== undefined) out(`Ledger head: ${head}\n`);
    }
    if (found.length === 0) return EXIT.ok;
    err(`${found.join('\n')}\n`);
    return EXIT.failed;
  } finally {
    ledger.close();
  }
}

function headFaults({ head, store }: LedgerOptions, { all }: History): readonly string[] {
  if (head === undefined) return [];
  const known = head.length >= LEAST_DIGITS && all.some(({ entry }) => entry.hash.startsWith(head));
  return known ? [] : [mismatch(store, `no entry of hash ${head}`, 'the one you noted: rows were removed or replaced')];
}

function submissionText({ entry, body, decisions, state }: Submitted): string {
  const money = (value: number) => formatMoney(value, body.currency, { precision: 'exact' });
  const by = decisions
    .map(({ body: decision }) =>
      decision.kind === 'approve'
        ? `approved by ${decision.by} up to ${money(decision.limit)}`
        : `rejected by ${decision.by}${decision.reason === '' ? '' : ` (${decision.reason})`}`,
    )
    .join(', ');
  const date = entry.at.slice(0, 10);
  const outcome = state === 'waiting' ? 'waiting' : by;
  return `${entry.seq}  ${date}  ${body.scenario.name}, ${body.plan} plan: ${money(body.amount)}, ${outcome}\n`;
}
