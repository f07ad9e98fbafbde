import type { Submitted } from '../../approvals/audit.js';
import { type Verification, verifyFolder } from '../../approvals/verify.js';
import { visibleText } from '../../encoding/visible.js';
import type { Language } from '../../units/locale.js';
import { type Said, say, type Words } from '../../words/said.js';
import { amountText, exactMoney } from '../amount-text.js';
import type { StoreOptions } from '../approval-options.js';
import type { Effects } from '../effects.js';
import { EXIT, type ExitCode } from '../exit.js';
import { explained } from '../explain.js';
import { withLedger } from '../open-ledger.js';
import { progressLine } from '../progress.js';
import { makeExtras } from '../report-extras.js';
import { linesFor } from '../translated.js';

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
        if (faults.length > 0) effects.err(await linesFor(effects, faults));
        if (!options.quiet)
          effects.out(await linesFor(effects, [answerOf(visibleText(folder), verification, effects)]));
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
    faults: faults.map(String),
  };
}

function answerOf(
  folder: string,
  { submission, faults, reproduced, unproven, ignored }: Verification,
  { language }: Effects,
): Said {
  if (submission === null) return say`${folder}: this report was never submitted.`;
  const { entry, body } = submission;
  const plan = body.plan === 'given' ? say`given plan` : say`optimized plan`;
  const whole =
    faults.length === 0
      ? say`unchanged`
      : faults.length === 1
        ? say`one thing is not as submitted`
        : say`${faults.length} things are not as submitted`;
  const figures =
    reproduced === true
      ? say`a new run gives the same figures to the last digit`
      : say`its figures were not reproduced`;
  const apart =
    unproven.length === 0
      ? figures
      : say`${figures} (but for ${unproven.map(visibleText).join(', ')}, taken as submitted)`;
  const left =
    ignored.length === 0
      ? apart
      : say`${apart}; not looked at: ${ignored.map(visibleText).join(', ')}, as desktops leave them`;
  const amount = say`${amountText(body, language)} all in at P95`;
  return say`${folder}: submission ${entry.seq}, ${plan}, ${amount}, ${decidedOf(submission, language)}; ${whole}; ${left}.`;
}

/** What was decided, and by whom. */
function decidedOf({ state, decisions, body }: Submitted, language: Language | undefined): Said {
  if (state === 'waiting') return say`waiting for approval`;
  const money = exactMoney(body.currency, language);
  const names = decisions.flatMap(({ body: { by, ...one } }): Words[] => {
    if (one.kind === 'approve') {
      return state === 'approved' ? [say`${visibleText(by)} up to ${money(one.limit)}`] : [];
    }
    return state === 'rejected' ? [visibleText(by)] : [];
  });
  const by = names.reduce((all, name) => say`${all}, ${name}`);
  return state === 'approved' ? say`approved by ${by}` : say`rejected by ${by}`;
}
