import { type Said, say } from '../words/said.js';
import type { History } from './audit.js';
import { mismatch } from './errors.js';

/** What somebody knows of a ledger without asking it. */
export interface Anchor {
  /** A key that signed a policy in it; `null` where there was none yet. */
  readonly owner: string | null;
  /** An entry that was the last one once; `null` where there was none yet. */
  readonly head: { readonly seq: number; readonly hash: string } | null;
}

/** What a machine is given to recognise a ledger by: `--owner`, `--head`. */
interface Expected {
  readonly owner?: string | undefined;
  /** The hash of an entry, or its first 12 digits at least. */
  readonly head?: string | undefined;
}

const LEAST_DIGITS = 12;
const ALARM = say`this is another ledger, or one whose rows were removed or replaced`;

/** What a ledger says otherwise than what is known of it. A ledger only ever grows, and its policies are its owners'. */
export function anchorFaults(where: string, history: History, { owner, head }: Anchor): readonly Said[] {
  const faults: Said[] = [];
  if (owner !== null && !signedBy(history, owner)) {
    faults.push(
      say`${mismatch(where, ownersOf(history), say`a policy of ${owner}, its owner when it was last seen`)}: ${ALARM}`,
    );
  }
  if (head !== null) {
    const there = history.all.find(({ entry }) => entry.seq === head.seq)?.entry.hash;
    if (there !== head.hash) {
      const found =
        there === undefined
          ? say`no entry ${head.seq}`
          : say`entry ${head.seq} of hash ${there.slice(0, LEAST_DIGITS)}`;
      const expected = say`entry ${head.seq} of hash ${head.hash.slice(0, LEAST_DIGITS)}, the last one when it was last seen`;
      faults.push(say`${mismatch(where, found, expected)}: ${ALARM}`);
    }
  }
  return faults;
}

/** What a ledger says otherwise than what was expected of it. */
export function anchorMismatches(where: string, history: History, { owner, head }: Expected): readonly Said[] {
  const faults: Said[] = [];
  if (owner !== undefined && !signedBy(history, owner)) {
    faults.push(mismatch(where, ownersOf(history), say`a policy of ${owner}, as --owner says`));
  }
  if (head !== undefined) {
    const known = head.length >= LEAST_DIGITS && history.all.some(({ entry }) => entry.hash.startsWith(head));
    if (!known) {
      faults.push(
        mismatch(where, say`no entry of hash ${head}`, say`the one you noted: rows were removed or replaced`),
      );
    }
  }
  return faults;
}

/** What is to be remembered of a ledger that is as it should be. */
export function anchorOf(history: History): Anchor {
  const last = history.all.at(-1)?.entry;
  return { owner: ownersIn(history)[0] ?? null, head: last === undefined ? null : { seq: last.seq, hash: last.hash } };
}

function signedBy(history: History, key: string): boolean {
  return ownersIn(history).includes(key);
}

/** Who signed its policies, in order. */
function ownersIn({ all }: History): readonly string[] {
  return all.flatMap(({ body }) => (body.kind === 'policy' ? [body.signer] : []));
}

function ownersOf(history: History): Said {
  const owners = [...new Set(ownersIn(history))];
  return owners.length === 0 ? say`no policy` : say`policies of ${owners.join(', ')}`;
}
