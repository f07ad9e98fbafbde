import { auditLedger, type Submitted } from '../../approvals/audit.js';
import { visibleText } from '../../encoding/visible.js';
import type { Language } from '../../units/locale.js';
import { type Said, say } from '../../words/said.js';
import { amountText, exactMoney } from '../amount-text.js';
import type { StoreOptions } from '../approval-options.js';
import type { Effects } from '../effects.js';
import { EXIT, type ExitCode } from '../exit.js';
import { withLedger } from '../open-ledger.js';
import { linesFor } from '../translated.js';

interface LedgerOptions extends StoreOptions {
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
        faults: found.map(String),
        entries,
      };
      out(`${JSON.stringify(answer, null, 2)}\n`);
    } else if (!options.quiet) {
      const { submissions } = history;
      const head = history.all.at(-1)?.entry.hash;
      const lines =
        submissions.length === 0
          ? [say`Nothing was submitted yet.`]
          : submissions.map((one) => submissionLine(one, effects.language));
      out(await linesFor(effects, head === undefined ? lines : [...lines, say`Ledger head: ${head}`]));
    }
    if (found.length > 0) err(await linesFor(effects, found));
    const intact = found.length === 0;
    return { answer: intact ? EXIT.ok : EXIT.failed, intact };
  });
}

function submissionLine({ entry, body, decisions, state }: Submitted, language: Language | undefined): Said {
  const money = exactMoney(body.currency, language);
  const each = decisions.map(({ body: decision }): Said => {
    const by = visibleText(decision.by);
    if (decision.kind === 'approve') return say`approved by ${by} up to ${money(decision.limit)}`;
    const rejected = say`rejected by ${by}`;
    return decision.reason === '' ? rejected : say`${rejected} (${visibleText(decision.reason)})`;
  });
  const outcome = state === 'waiting' ? say`waiting` : each.reduce((all, one) => say`${all}, ${one}`);
  const date = entry.at.slice(0, 10);
  // A name may read like the rest of the line: quotation marks say where it ends, wherever it has more than words.
  const name = visibleText(body.scenario.name);
  const quoted = /^[\p{L}\p{M}\p{N} ._-]*$/u.test(name) ? name : `"${name.replaceAll('"', "'")}"`;
  const plan = body.plan === 'given' ? say`given plan` : say`optimized plan`;
  return say`${entry.seq}  ${date}  ${quoted}, ${plan}: ${amountText(body, language)}, ${outcome}`;
}
