import { useSignal } from '@preact/signals';
import { formatDate } from '../../../../units/period.js';
import type { LedgerView, SubmissionView } from '../../../approvals-protocol.js';
import { formatsOf } from '../../formats.js';
import { Failure } from '../../parts/failure.js';
import { JobProgress } from '../../parts/job-bar.js';
import type { ApprovalsStore } from '../../state/approvals-store.js';
import type { PlanStore } from '../../state/plan-store.js';
import { preferences, words } from '../../state/preferences.js';

/** What was submitted of this plan, the newest first, with what was decided and what may be. */
export function Submissions({
  store,
  approvals,
  ledger,
}: {
  readonly store: PlanStore;
  readonly approvals: ApprovalsStore;
  readonly ledger: LedgerView;
}) {
  const text = words();
  const own = ledger.submissions.filter(({ files }) => files.includes(store.file));
  const looking = approvals.looking.state.value;
  return (
    <>
      {own.length === 0 && <p class="note">{text.approvals.none}</p>}
      <ul class="submissions">
        {own.map((submission) => (
          <Submission key={submission.id} submission={submission} approvals={approvals} />
        ))}
      </ul>
      {looking.kind === 'working' && (
        <div class="job">
          <button type="button" onClick={() => approvals.looking.stop()}>
            {text.optimize.stop}
          </button>
          <JobProgress
            label={text.approvals.looking}
            doing={looking.doing}
            since={looking.since}
            expected={looking.expected}
          />
          <span class="note">{text.approvals.looking}</span>
        </div>
      )}
      {looking.kind === 'failed' && <Failure error={looking.error} />}
    </>
  );
}

function Submission({
  submission,
  approvals,
}: {
  readonly submission: SubmissionView;
  readonly approvals: ApprovalsStore;
}) {
  const text = words();
  const reason = useSignal('');
  const locale = preferences.value.language;
  const { money } = formatsOf({ currency: submission.currency }, locale);
  const day = (instant: string): string => formatDate(instant.slice(0, 10), { locale, style: 'long' });
  const me = approvals.me.value;
  const busy = approvals.looking.state.value.kind === 'working';
  const mine = submission.decisions.some(({ by, kind }) => by === me?.name && kind === 'approve');
  const open = submission.state === 'waiting' && me !== null && !mine;
  return (
    <li class="submission">
      <div class="row spaced">
        <h3>{text.approvals.submission(String(submission.id), submission.name)}</h3>
        <span class={`badge state ${submission.state}`}>{text.approvals.states[submission.state]}</span>
      </div>
      <p>
        {text.approvals.asks(money(submission.amount), money(submission.budget))}{' '}
        <span class="note">{day(submission.at)}</span>
      </p>
      <ul>
        {submission.decisions.map(({ kind, by, at, limit, reason: because }) => (
          <li key={`${by} ${kind} ${at}`}>
            {kind === 'approve'
              ? text.approvals.approvedBy(by, money(limit ?? submission.amount))
              : text.approvals.rejectedBy(by, because)}{' '}
            <span class="note">{day(at)}</span>
          </li>
        ))}
      </ul>
      {open && (
        <div class="row">
          <button
            type="button"
            class="primary"
            disabled={busy}
            onClick={() => approvals.decide(submission.id, { kind: 'approve' })}
          >
            {text.approvals.approve(money(submission.amount))}
          </button>
          <label>
            {text.approvals.reason}{' '}
            <input
              value={reason.value}
              maxLength={500}
              onInput={({ currentTarget }) => {
                reason.value = currentTarget.value;
              }}
            />
          </label>
          <button
            type="button"
            disabled={busy}
            onClick={() => approvals.decide(submission.id, { kind: 'reject', reason: reason.value.trim() })}
          >
            {text.approvals.reject}
          </button>
        </div>
      )}
      {submission.state === 'waiting' && me === null && <p class="note">{text.approvals.notMine}</p>}
    </li>
  );
}
