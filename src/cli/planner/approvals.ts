import { join } from 'node:path';
import { stringify } from 'yaml';
import { runAdvised } from '../../advice/index.js';
import { type ApprovedPlan, approvedPlan } from '../../approvals/approved-plan.js';
import { audit, intactHistory, type Submitted } from '../../approvals/audit.js';
import { sha256 } from '../../approvals/canonical.js';
import { lookAtReport } from '../../approvals/decide.js';
import { readResult } from '../../approvals/folder.js';
import { policyIn } from '../../approvals/policy.js';
import { type Prepared, prepareDecision, preparePolicy, recordSigned } from '../../approvals/signed-elsewhere.js';
import { submit } from '../../approvals/submit.js';
import { isThere } from '../../files/read.js';
import { writeWhole } from '../../files/write.js';
import type {
  DecideRequest,
  LedgerView,
  PolicyRequest,
  SubmissionMade,
  SubmissionView,
} from '../../planner/approvals-protocol.js';
import { type TellDoing, tellingBy } from '../../planner/server/jobs.js';
import type { Language } from '../../units/locale.js';
import { doing } from '../../words/progress.js';
import { say } from '../../words/said.js';
import { ownKey } from '../key-files.js';
import { type KnownLedger, missingFault, refuseAlarms, withLedger } from '../open-ledger.js';
import { readScenarioOrExplain } from '../read-scenario.js';
import { makeExtras } from '../report-extras.js';
import { recordSources } from '../scenario-sources.js';
import { translatedFor } from '../translated.js';
import { writeReportTo } from '../write-report.js';
import { quietEffects } from './quiet-effects.js';

/** A ledger speaks English, as the commands on it do. */
const QUIET = quietEffects('en');

/** Where approvals of a folder's plans are recorded, unless the server was reported another place. */
export function storeOf(root: string, given: string | undefined): string {
  return given ?? join(root, 'approvals', 'ledger.db');
}

/** Ledger and reports of a planner. */
export interface Place {
  /** The plans' folder. */
  readonly root: string;
  readonly store: string;
}

const use = <T>({ store }: Place, create: boolean, work: (known: KnownLedger) => Promise<T>): Promise<T> =>
  withLedger({ store, quiet: true }, { create }, QUIET, async (known) => {
    refuseAlarms(known);
    return { answer: await work(known), intact: true };
  });

/** The ledger as the page shows it, what is wrong with it in the page's language; one that isn't there is empty. */
export async function ledgerView(place: Place, language: Language): Promise<LedgerView> {
  const { store } = place;
  if (!(await isThere(store))) {
    const gone = await missingFault(store);
    const faults = gone === null ? [] : await translatedFor({ language }, [gone]);
    return { store, policy: null, submissions: [], faults, head: null };
  }
  return withLedger({ store, quiet: true }, { create: false }, QUIET, async ({ ledger, alarms }) => {
    const { history, faults: broken } = audit(ledger.entries(), store);
    const faults = [...alarms, ...ledger.faults(), ...broken];
    const body = history.policy?.body;
    const view: LedgerView = {
      store,
      policy: body === undefined ? null : { owner: body.owner, currency: body.currency, approvers: body.approvers },
      submissions: await Promise.all([...history.submissions].reverse().map(submissionView)),
      faults: await translatedFor({ language }, faults),
      head: history.all.at(-1)?.entry.hash ?? null,
    };
    return { answer: view, intact: faults.length === 0 };
  });
}

/** The plan of this name that was approved last; `null`: none was, or there is no ledger. */
export async function approvedIn(place: Place, name: string): Promise<ApprovedPlan | null> {
  if (!(await isThere(place.store)) && (await missingFault(place.store)) === null) return null;
  return use(place, false, async ({ ledger }) =>
    approvedPlan(intactHistory(ledger.entries(), ledger.path, ledger.faults()), name),
  );
}

async function submissionView({ entry, body, state, decisions }: Submitted): Promise<SubmissionView> {
  return {
    id: entry.seq,
    at: entry.at,
    name: body.scenario.name,
    files: body.files.flatMap(({ path }) => (path.startsWith('scenario/') ? [path.slice('scenario/'.length)] : [])),
    currency: body.currency,
    budget: body.budget,
    amount: body.amount,
    state,
    decisions: decisions.map((one) => ({
      kind: one.body.kind,
      by: one.body.by,
      at: one.entry.at,
      limit: one.body.kind === 'approve' ? one.body.limit : null,
      reason: one.body.kind === 'reject' ? one.body.reason : '',
    })),
    lines: await budgetsOf(body),
  };
}

/** Budgets of what was submitted, from its report while that is as it was. */
async function budgetsOf({
  folder,
  plan,
  result,
}: Submitted['body']): Promise<Readonly<Record<string, number>> | null> {
  const read = await readResult(folder).catch(() => null);
  if (read === null || sha256(read.text) !== result) return null;
  return Object.fromEntries((read.result.plans[plan]?.lines ?? []).map(({ id, budget }) => [id, budget]));
}

/** Runs a saved plan, writes its report beside the plans and submits the plan as it is. */
export async function submitPlan(place: Place & { readonly file: string }, tell: TellDoing): Promise<SubmissionMade> {
  const recorder = recordSources();
  const { scenario } = await readScenarioOrExplain(
    join(place.root, place.file),
    { root: place.root },
    recorder.readFile,
  );
  const onProgress = tellingBy(tell);
  const forecast = await runAdvised(scenario, { onProgress });
  const folder = join(place.root, 'reports', scenario.slug);
  onProgress(doing(say`drawing the report`));
  await writeReportTo(folder, forecast, recorder, QUIET);
  return use(place, true, async ({ ledger }) => {
    const { key } = await ownKey(undefined);
    const { id, isNew } = await submit(ledger, { folder, key, now: new Date(), onProgress, makeExtras, plan: 'given' });
    return { id, isNew };
  });
}

/** A decision to be signed; an approval looks at the report first. */
export async function decideOn(place: Place & { readonly request: DecideRequest }, tell: TellDoing): Promise<Prepared> {
  const { submission: id, by, key: publicKey, verdict } = place.request;
  const onProgress = tellingBy(tell);
  return use(place, false, async ({ ledger }) => {
    const prepare = (as: typeof verdict): Prepared =>
      prepareDecision(ledger, { id, by, publicKey, now: new Date(), verdict: as });
    // What is refused anyway needs no new run.
    const prepared = prepare(verdict);
    if (verdict.kind !== 'approve') return prepared;
    const limit = await lookAtReport(ledger, { id, makeExtras, onProgress, limit: verdict.limit });
    return prepare({ kind: 'approve', limit });
  });
}

/** A policy to be signed. */
export async function policyToSign(place: Place, { currency, approvers, key }: PolicyRequest): Promise<Prepared> {
  const file = policyIn(policyText({ currency, approvers }), 'policy');
  return use(place, true, async ({ ledger }) => preparePolicy(ledger, file, key, new Date()));
}

/** Records what was signed; a policy's text is stored beside the ledger, as its hash in there says. */
export async function recordInLedger(place: Place, prepared: Prepared, signature: string): Promise<void> {
  const { body } = prepared;
  const entry = await use(place, false, async ({ ledger }) => recordSigned(ledger, prepared, signature));
  if (body.kind !== 'policy') return;
  const path = join(place.store, '..', `policy-${entry.seq}.yaml`);
  await writeWhole(path, policyText(body), { replace: false }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}

function policyText({ currency, approvers }: Pick<PolicyRequest, 'currency' | 'approvers'>): string {
  const people = approvers.map(({ name, key, limit }) => ({ name, key, limit: limit ?? 'unlimited' }));
  return stringify({ currency, approvers: people });
}
