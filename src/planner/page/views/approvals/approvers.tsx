import type { ApproverView, LedgerView } from '../../../approvals-protocol.js';
import { formatsOf } from '../../formats.js';
import { OptionalAmount, optionalAmount } from '../../parts/optional-amount.js';
import { Scrolling } from '../../parts/scrolling.js';
import type { ApprovalsStore } from '../../state/approvals-store.js';
import type { PlanStore } from '../../state/plan-store.js';
import { preferences, words } from '../../state/preferences.js';

/** Who may approve how much, the key of this browser, and for the policy's owner how to change it. */
export function Approvers({
  store,
  approvals,
  ledger,
}: {
  readonly store: PlanStore;
  readonly approvals: ApprovalsStore;
  readonly ledger: LedgerView;
}) {
  const text = words();
  const { policy } = ledger;
  const key = approvals.key.value;
  const owner = policy === null || (key !== null && key.publicKey === policy.owner);
  const currency = policy?.currency ?? store.plan.value.currency;
  const { money } = formatsOf({ currency }, preferences.value.language);
  const sign = (approvers: readonly ApproverView[]): Promise<void> => approvals.sign({ currency, approvers });
  return (
    <section aria-labelledby="approvers-heading">
      <h2 id="approvers-heading">{text.approvals.who}</h2>
      {policy === null ? (
        <p>{text.approvals.nobody}</p>
      ) : (
        <Scrolling labelledBy="approvers-heading">
          <table>
            <thead>
              <tr>
                <th scope="col">{text.approvals.name}</th>
                <th scope="col" class="n">
                  {text.approvals.limit}
                </th>
                <th scope="col">{text.approvals.key}</th>
                <th scope="col" />
              </tr>
            </thead>
            <tbody>
              {policy.approvers.map((one) => (
                <tr key={one.key}>
                  <th scope="row">
                    {one.name} {one.key === key?.publicKey && <span class="badge yours">{text.approvals.you}</span>}
                  </th>
                  <td class="n">{one.limit === null ? text.approvals.unlimited : money(one.limit)}</td>
                  <td>
                    <code>{one.key}</code>
                  </td>
                  <td>
                    {owner && policy.approvers.length > 1 && (
                      <button
                        type="button"
                        class="quiet"
                        aria-label={text.plan.remove(one.name)}
                        onClick={() => void sign(policy.approvers.filter((other) => other !== one))}
                      >
                        ×
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolling>
      )}
      {policy === null ? (
        <FirstPolicy approvals={approvals} currency={currency} />
      ) : (
        <>
          {owner && <AddApprover approvers={policy.approvers} currency={currency} onSign={sign} />}
          {approvals.me.value === null && <OwnKey approvals={approvals} />}
        </>
      )}
      <details>
        <summary>{text.approvals.keyFile}</summary>
        <p class="note">{text.approvals.keyFileNote}</p>
        <label>
          {text.approvals.chooseKey}{' '}
          <input
            type="file"
            accept=".key,.pem"
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              if (file !== undefined) void approvals.useFile(file);
              currentTarget.value = '';
            }}
          />
        </label>
      </details>
      <p class="note">
        {text.approvals.ledger} <code>{ledger.store}</code>
        {ledger.head !== null && (
          <>
            {' '}
            · {text.approvals.head} <code>{ledger.head}</code>
          </>
        )}
      </p>
    </section>
  );
}

/** Nobody may approve yet: whoever signs first owns the policy. */
function FirstPolicy({ approvals, currency }: { readonly approvals: ApprovalsStore; readonly currency: string }) {
  const text = words();
  return (
    <form
      class="brief"
      onSubmit={(event) => {
        event.preventDefault();
        const approver = approverIn(event.currentTarget as HTMLFormElement, currency);
        if (approver === null) return;
        const { name, limit } = approver;
        void approvals.makeKey(name).then((key) => {
          if (key === null) return;
          void approvals.sign({ currency, approvers: [{ name, key: key.publicKey, limit }] });
        });
      }}
    >
      <p class="note">{text.approvals.firstNote}</p>
      <div class="row">
        <label>
          {text.approvals.yourName}
          <input name="name" required maxLength={80} autoComplete="name" />
        </label>
        <OptionalAmount name="limit" label={`${text.approvals.upTo} ${currency}`} currency={currency} />
      </div>
      <button type="submit" class="primary">
        {text.approvals.first}
      </button>
    </form>
  );
}

function AddApprover({
  approvers,
  currency,
  onSign,
}: {
  readonly approvers: readonly ApproverView[];
  readonly currency: string;
  readonly onSign: (approvers: readonly ApproverView[]) => Promise<void>;
}) {
  const text = words();
  return (
    <details>
      <summary>{text.approvals.add}</summary>
      <form
        class="brief"
        onSubmit={(event) => {
          event.preventDefault();
          const form = event.currentTarget as HTMLFormElement;
          const approver = approverIn(form, currency);
          if (approver !== null) void onSign([...approvers, approver]).then(() => form.reset());
        }}
      >
        <div class="row">
          <label>
            {text.approvals.name}
            <input name="name" required maxLength={80} />
          </label>
          <OptionalAmount name="limit" label={`${text.approvals.upTo} ${currency}`} currency={currency} />
          <label>
            {text.approvals.theirKey}
            <input name="key" required pattern="ed25519:[A-Za-z0-9_\-]{43}" placeholder="ed25519:…" />
          </label>
        </div>
        <button type="submit">{text.approvals.addSign}</button>
      </form>
    </details>
  );
}

/** For somebody who may approve nothing yet: a key to give to the owner. */
function OwnKey({ approvals }: { readonly approvals: ApprovalsStore }) {
  const text = words();
  const key = approvals.key.value;
  if (key !== null) {
    return (
      <p>
        {text.approvals.giveKey} <code>{key.publicKey}</code>
      </p>
    );
  }
  return (
    <form
      class="row"
      onSubmit={(event) => {
        event.preventDefault();
        const { name } = Object.fromEntries(new FormData(event.currentTarget as HTMLFormElement));
        void approvals.makeKey(String(name ?? '').trim());
      }}
    >
      <label>
        {text.approvals.yourName} <input name="name" required maxLength={80} autoComplete="name" />
      </label>
      <button type="submit">{text.approvals.makeKey}</button>
    </form>
  );
}

/** `null`: the limit is no amount, which would be read as none. */
function approverIn(form: HTMLFormElement, currency: string): ApproverView | null {
  const data = new FormData(form);
  const limit = optionalAmount(String(data.get('limit') ?? ''), currency);
  if (limit === undefined) return null;
  return {
    name: String(data.get('name') ?? '').trim(),
    key: String(data.get('key') ?? '').trim(),
    limit,
  };
}
