import { useEffect } from 'preact/hooks';
import { Failure } from '../../parts/failure.js';
import { JobBar } from '../../parts/job-bar.js';
import type { ApprovalsStore } from '../../state/approvals-store.js';
import type { PlanStore } from '../../state/plan-store.js';
import { words } from '../../state/preferences.js';
import { Approvers } from './approvers.js';
import { Submissions } from './submissions.js';

/** Submit, approve, reject: in the ledger that the command line writes, too; signed by a key that stays in this browser. */
export function Approvals({ store, approvals }: { readonly store: PlanStore; readonly approvals: ApprovalsStore }) {
  const text = words();
  useEffect(() => void approvals.load(), [approvals]);
  const ledger = approvals.ledger.value;
  const saved = store.save.value.kind === 'saved' && store.problems.value.length === 0;
  return (
    <>
      <section aria-labelledby="approvals-heading">
        <h2 id="approvals-heading">{text.approvals.heading}</h2>
        <p class="note">{text.approvals.note}</p>
        <Failure error={approvals.failure.value} />
        {(ledger?.faults.length ?? 0) > 0 && (
          <div class="failure" role="alert">
            <p>{text.approvals.broken}</p>
            <ul dir="auto">
              {ledger?.faults.map((fault) => (
                <li key={fault}>{fault}</li>
              ))}
            </ul>
          </div>
        )}
        <JobBar
          job={approvals.submitting}
          label={text.approvals.submit}
          disabled={!saved}
          onStart={() => approvals.submit()}
        />
        {!saved && <p class="note">{text.approvals.saveFirst}</p>}
        {ledger !== null && <Submissions store={store} approvals={approvals} ledger={ledger} />}
      </section>
      {ledger !== null && <Approvers store={store} approvals={approvals} ledger={ledger} />}
    </>
  );
}
