import { type Verification, verifyFolder } from '../../approvals/verify.js';
import { visibleText } from '../../encoding/visible.js';
import { formatMoney } from '../../units/money.js';
import { amountText } from '../amount-text.js';
import type { StoreOptions } from '../approval-options.js';
import type { Effects } from '../effects.js';
import { EXIT, type ExitCode } from '../exit.js';
import { explained } from '../explain.js';
import { withLedger } from '../open-ledger.js';
import { progressLine } from '../progress.js';
import { makeExtras } from '../report-extras.js';

/** `huni verify DIR`: exit 0 where the folder is what was approved and its figures, files and amount come out again. */
export async function verifyCommand(
  folder: string,
  options: StoreOptions & { readonly workers?: number },
  effects: Effects,
): Promise<ExitCode> {
  const progress = progressLine(effects, folder, options.quiet === true || options.json === true);
  return withLedger(options, { create: false }, effects, async ({ ledger, alarms, acquaintance }) => {
    try {
      const found = await explained(folder, () =>
        verifyFolder(ledger, folder, {
          signal: effects.signal,
          onProgress: progress.show,
          makeExtras,
          ...(options.workers === undefined ? {} : { workers: options.workers }),
        }),
      );
      progress.done();
      const verification = { ...found, faults: [...alarms, ...found.faults] };
      const { submission, faults } = verification;
      const holds = submission?.state === 'approved' && faults.length === 0;
      if (options.json) {
        effects.out(
          `${JSON.stringify({ folder, ledger: acquaintance, ...answerJson(verification), holds }, null, 2)}\n`,
        );
      } else {
        if (faults.length > 0) effects.err(`${faults.join('\n')}\n`);
        if (!options.quiet) effects.out(`${answerText(visibleText(folder), verification)}\n`);
      }
      // What is wrong with the folder is not the ledger's fault.
      return { answer: holds ? EXIT.ok : EXIT.failed, intact: alarms.length === 0 };
    } finally {
      progress.done();
    }
  });
}

function answerJson({ submission, faults, reproduced, unproven, ignored }: Verification) {
  const { plan, amount, error, draws, currency, signer } = submission?.body ?? {};
  const decisions = (submission?.decisions ?? []).map(({ body }) =>
    body.kind === 'approve'
      ? { kind: body.kind, by: body.by, key: body.key, limit: body.limit }
      : { kind: body.kind, by: body.by, key: body.key, reason: body.reason },
  );
  return {
    submission: submission?.entry.seq ?? null,
    state: submission?.state ?? 'not submitted',
    ...(submission === null ? {} : { plan, amount, error, draws, currency, submitter: signer, decisions }),
    reproduced,
    unproven,
    ignored,
    faults,
  };
}

function answerText(folder: string, { submission, faults, reproduced, unproven, ignored }: Verification): string {
  if (submission === null) return `${folder}: this report was never submitted.`;
  const { state, decisions, entry, body } = submission;
  const money = (value: number) => formatMoney(value, body.currency, { precision: 'exact' });
  const kind = state === 'approved' ? 'approve' : 'reject';
  const names = decisions
    .filter(({ body: one }) => one.kind === kind)
    .map(({ body: one }) =>
      one.kind === 'approve' ? `${visibleText(one.by)} up to ${money(one.limit)}` : visibleText(one.by),
    );
  const decided = state === 'waiting' ? 'waiting for approval' : `${state} by ${names.join(', ')}`;
  const figures =
    reproduced === true ? 'a new run gives the same figures to the last digit' : 'its figures were not reproduced';
  const whole =
    faults.length === 0
      ? 'unchanged'
      : `${faults.length} ${faults.length === 1 ? 'thing is' : 'things are'} not as submitted`;
  const apart = unproven.length === 0 ? '' : ` (but for ${unproven.map(visibleText).join(', ')}, taken as submitted)`;
  const left =
    ignored.length === 0 ? '' : `; not looked at: ${ignored.map(visibleText).join(', ')}, as desktops leave them`;
  return `${folder}: submission ${entry.seq}, ${body.plan} plan, ${amountText(body)} all in at P95, ${decided}; ${whole}; ${figures}${apart}${left}.`;
}
