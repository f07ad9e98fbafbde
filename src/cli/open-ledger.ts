import { type Anchor, anchorFaults, anchorMismatches, anchorOf } from '../approvals/anchor.js';
import { audit } from '../approvals/audit.js';
import { ApprovalError, mismatch, nothingRecorded } from '../approvals/errors.js';
import { knownLedgers } from '../approvals/known-ledgers.js';
import { type Ledger, openLedger } from '../approvals/store.js';
import { isDangling, isThere } from '../files/read.js';
import { type Said, say } from '../words/said.js';
import type { StoreOptions } from './approval-options.js';
import type { Effects } from './effects.js';
import { knownLedgersFolder } from './key-files.js';
import { linesFor } from './translated.js';

/** How a ledger is known: `given` on the command line, `known` from before, or seen for the first time. */
type Acquaintance = 'given' | 'known' | 'first use' | 'new';

/** A ledger, and what it says otherwise than what is known of it. */
export interface KnownLedger {
  readonly ledger: Ledger;
  readonly acquaintance: Acquaintance;
  readonly alarms: readonly Said[];
}

interface LedgerUse {
  readonly create: boolean;
  /** Take the ledger as it is from now on, whatever was known of it. */
  readonly trust?: boolean;
}

/**
 * Opens a ledger and holds it against what this person has seen of it, or against what the command line says. What it is afterwards is
 * noted where nothing was wrong.
 *
 * @param work is true where the ledger is as it should be
 */
export async function withLedger<T>(
  options: StoreOptions,
  { create, trust = false }: LedgerUse,
  effects: Effects,
  work: (known: KnownLedger) => Promise<{ readonly answer: T; readonly intact: boolean }>,
): Promise<T> {
  const { store, owner, head } = options;
  const notes = knownLedgers(knownLedgersFolder());
  const anchors = trust ? [] : await notes.anchorsOf(store);
  const gone = await goneFault(store, anchors);
  if (gone !== null) throw alarm([gone]);
  const ledger = openLedger(store, { create });
  try {
    const { history } = audit(ledger.entries(), store);
    const given = owner !== undefined || head !== undefined;
    const alarms = [
      ...new Set(anchors.flatMap((anchor) => anchorFaults(store, history, anchor))),
      ...anchorMismatches(store, history, { owner, head }),
    ];
    const acquaintance: Acquaintance =
      history.all.length === 0 ? 'new' : given ? 'given' : anchors.length === 0 ? 'first use' : 'known';
    const { answer, intact } = await work({ ledger, acquaintance, alarms });
    if (alarms.length > 0 || !intact) return answer;
    const now = anchorOf(audit(ledger.entries(), store).history);
    if (now.head === null) return answer;
    const noted = await notes.remember(store, now);
    if (acquaintance === 'first use' && !trust && options.quiet !== true && options.json !== true) {
      const where = noted ? say`remembered in ${notes.pathOf(store)}` : say`it could not be remembered`;
      const notice = say`First use of ${store}: ask its owner whether their key is ${now.owner ?? say`none`} (${where}).`;
      effects.err(await linesFor(effects, [notice]));
    }
    return answer;
  } finally {
    ledger.close();
  }
}

/** That a ledger which is not there was seen before; `null` where it wasn't. @throws ApprovalError where a note can't be read */
export async function missingFault(store: string): Promise<Said | null> {
  return goneFault(store, await knownLedgers(knownLedgersFolder()).anchorsOf(store));
}

async function goneFault(store: string, anchors: readonly Anchor[]): Promise<Said | null> {
  const seen = anchors.find(({ head }) => head !== null);
  // A link that leads nowhere is no ledger, either.
  if (seen === undefined || ((await isThere(store)) && !(await isDangling(store)))) return null;
  const expected = say`the one of ${seen.owner ?? say`nobody yet`} that was there`;
  return say`${mismatch(store, say`no ledger`, expected)} (\`huni ledger --trust\` forgets it)`;
}

/** Stops a command that would write to a ledger that is not the known one. @throws ApprovalError */
export function refuseAlarms({ alarms }: KnownLedger): void {
  if (alarms.length > 0) throw alarm(alarms);
}

function alarm(faults: readonly Said[]): ApprovalError {
  return new ApprovalError('not-intact', nothingRecorded(faults));
}
