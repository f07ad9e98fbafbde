import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type {
  ApproverView,
  DecideRequest,
  LedgerView,
  PolicyRequest,
  SubmissionMade,
  SubmissionView,
  ToSign,
} from '../../approvals-protocol.js';
import { ask, send } from '../api.js';
import { type RemoteJob, remoteJob } from './job-store.js';
import { keyFromFile, makeOwnKey, ownKey, type SigningKey } from './signing-key.js';

/** Approvals of a plan: the ledger, this browser's key, and what is going on. */
export interface ApprovalsStore {
  readonly ledger: ReadonlySignal<LedgerView | null>;
  /** The key to sign with: this browser's own, or one from a file. */
  readonly key: ReadonlySignal<SigningKey | null>;
  /** The approver whose key that is; `null`: nobody's. */
  readonly me: ReadonlySignal<ApproverView | null>;
  /** The last submission of this plan that is approved. */
  readonly approved: ReadonlySignal<SubmissionView | null>;
  readonly failure: ReadonlySignal<unknown>;
  readonly submitting: RemoteJob<SubmissionMade>;
  readonly looking: RemoteJob<ToSign>;
  /** Loads ledger and key, once the tab is looked at. */
  load(): Promise<void>;
  useFile(file: File): Promise<void>;
  /** Makes this browser's key, where it has none. */
  makeKey(name: string): Promise<SigningKey | null>;
  /** Signs who may approve how much. */
  sign(policy: Omit<PolicyRequest, 'key'>): Promise<void>;
  submit(): void;
  decide(submission: number, verdict: DecideRequest['verdict']): void;
  close(): void;
}

/** @param file of the plan */
export function openApprovals(file: string): ApprovalsStore {
  const ledger = signal<LedgerView | null>(null);
  const key = signal<SigningKey | null>(null);
  const failure = signal<unknown>(null);
  const submitting = remoteJob<SubmissionMade>('submit');
  const looking = remoteJob<ToSign>('approve');

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    failure.value = null;
    try {
      await work();
    } catch (error) {
      failure.value = error;
    }
  };
  const reload = async (): Promise<void> => {
    ledger.value = await ask<LedgerView>('/api/approvals');
  };
  const signed = async ({ id, statement }: ToSign, by: SigningKey): Promise<void> => {
    ledger.value = await send<LedgerView>('POST', '/api/approvals/sign', { id, signature: await by.sign(statement) });
  };
  const stops = [
    submitting.state.subscribe((state) => {
      if (state.kind === 'done') void attempt(reload);
    }),
    looking.state.subscribe((state) => {
      const by = key.peek();
      if (state.kind === 'done' && by !== null) void attempt(() => signed(state.answer, by));
    }),
  ];
  return {
    ledger,
    key,
    me: computed(() => ledger.value?.policy?.approvers.find((one) => one.key === key.value?.publicKey) ?? null),
    approved: computed(
      () => ledger.value?.submissions.find(({ files, state }) => state === 'approved' && files.includes(file)) ?? null,
    ),
    failure,
    submitting,
    looking,
    load: () =>
      attempt(async () => {
        // Before the ledger, whose arrival shows the buttons: a key made meanwhile would be forgotten.
        const own = await ownKey();
        key.value ??= own;
        await reload();
      }),
    useFile: (from) =>
      attempt(async () => {
        key.value = await keyFromFile(from);
      }),
    async makeKey(name) {
      await attempt(async () => {
        key.value = await makeOwnKey(name);
      });
      return key.value;
    },
    sign: (policy) =>
      attempt(async () => {
        const by = key.value;
        if (by === null) return;
        const body: PolicyRequest = { ...policy, key: by.publicKey };
        await signed(await send<ToSign>('POST', '/api/approvals/policy', body), by);
      }),
    submit: () => void submitting.begin('/api/approvals/submit', { file }, { like: file }),
    decide(submission, verdict) {
      const by = key.value;
      const me = ledger.value?.policy?.approvers.find((one) => one.key === by?.publicKey);
      if (by === null || me === undefined) return;
      failure.value = null;
      const body: DecideRequest = { submission, by: me.name, key: by.publicKey, verdict };
      void looking.begin('/api/approvals/decide', body, { like: file });
    },
    close() {
      for (const stop of stops) stop();
      submitting.stop();
      looking.stop();
    },
  };
}
