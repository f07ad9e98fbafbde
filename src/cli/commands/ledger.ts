import { auditLedger, type Submitted } from '../../approvals/audit.js';
import { visibleText } from '../../encoding/visible.js';
import { formatMoney } from '../../units/money.js';
import { amountText } from '../amount-text.js';
import type { StoreOptions } from '../approval-options.js';
import type { Effects } from '../effects.js';
import { EXIT, type ExitCode } from '../exit.js';
import { withLedger } from '../open-ledger.js';

export interface LedgerOptions extends StoreOptions {
  /** Take the ledger as it is from now on, whatever was known of it. */
  readonly trust?: boolean;
}

/** `huni ledger`: what was submitted and what came of it; exit 1 where the ledger isn't what was recorded. */
export async function ledgerCommand(options: LedgerOptions, effects: Effects): Promise<ExitCode> {
  const { out, err } = effects;
  const use = { create: false, trust: options.trust === true };
  return withLedger(options, use, effects, async ({ ledger, alarms, acquaintance }) => {
    const { history, faults } = auditLedger(ledger);
    const found = [...faults, ...alarms];
    if (options.json) {
      const entries = history.all.map(({ entry: { body: _, ...entry }, body }) => ({ ...entry, body }));
      const answer = {
        format: 'huni.ledger/1',
        intact: found.length === 0,
        ledger: acquaintance,
        faults: found,
        entries,
      };
      out(`${JSON.stringify(answer, null, 2)}\n`);
    } else if (!options.quiet) {
      const { submissions } = history;
      out(submissions.length === 0 ? 'Nothing was submitted yet.\n' : submissions.map(submissionText).join(''));
      const head = history.all.at(-1)?.entry.hash;
      if (head !== undefined) out(`Ledger head: ${head}\n`);
    }
    if (found.length > 0) err(`${found.join('\n')}\n`);
    const intact = found.length === 0;
    return { answer: intact ? EXIT.ok : EXIT.failed, intact };
  });
}

function submissionText({ entry, body, decisions, state }: Submitted): string {
  const money = (value: number) => formatMoney(value, body.currency, { precision: 'exact' });
  const by = decisions
    .map(({ body: decision }) =>
      decision.kind === 'approve'
        ? `approved by ${visibleText(decision.by)} up to ${money(decision.limit)}`
        : `rejected by ${visibleText(decision.by)}${decision.reason === '' ? '' : ` (${visibleText(decision.reason)})`}`,
    )
    .join(', ');
  const date = entry.at.slice(0, 10);
  const outcome = state === 'waiting' ? 'waiting' : by;
  // A name may read like the rest of the line: quotation marks say where it ends, wherever it has more than words.
  const name = visibleText(body.scenario.name);
  const quoted = /^[\p{L}\p{M}\p{N} ._-]*$/u.test(name) ? name : `"${name.replaceAll('"', "'")}"`;
  return `${entry.seq}  ${date}  ${quoted}, ${body.plan} plan: ${amountText(body)}, ${outcome}\n`;
}
