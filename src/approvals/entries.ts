import * as z from 'zod';
import { canonicalJson, type Json, sha256 } from './canonical.js';
import { isPublicKey } from './keys.js';

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const publicKey = z.string().refine(isPublicKey);
const signature = z.string().regex(/^[A-Za-z0-9_-]{86}$/);
const money = z.number().nonnegative();

const approver = z.strictObject({
  name: z.string().min(1),
  key: publicKey,
  /** The most that they may approve, in the policy's currency; `null`: any amount. */
  limit: money.nullable(),
});
export type Approver = z.infer<typeof approver>;

const policy = z.strictObject({
  kind: z.literal('policy'),
  /** Who may sign the next policy. */
  owner: publicKey,
  /** Who signed this one: its owner where it is the first, the owner of the one before otherwise. */
  signer: publicKey,
  currency: z.string(),
  approvers: z.array(approver),
  /** Of the file it was read from. */
  sha256: digest,
  signature,
});

const submitted = z.strictObject({
  kind: z.literal('submit'),
  /** The report's folder, as it was named. */
  folder: z.string(),
  scenario: z.strictObject({ name: z.string(), sha256: digest }),
  result: digest,
  /** The version, and the hash of the program's own files. */
  engine: z.strictObject({ version: z.string(), build: digest }),
  plan: z.enum(['given', 'optimized']),
  currency: z.string(),
  /** Media budget of the plan. */
  budget: money,
  /** What is asked for: the plan's cost, all in, at P95; never less than the budget. */
  amount: money,
  /** Standard error of that amount, and the draws that it was found on. */
  error: money,
  draws: z.int().positive(),
  files: z.array(z.strictObject({ path: z.string(), sha256: digest })),
  /** Public half of the submitter's key. */
  signer: publicKey,
  signature,
});
export type Submission = z.infer<typeof submitted>;

const decided = {
  submission: z.int().positive(),
  /** Hash of the submission's entry, which binds the scenario, the result and the engine. */
  entry: digest,
  by: z.string(),
  key: publicKey,
  /** Hash of the entry of the policy it was decided under. */
  policy: digest,
  signature,
};
const approved = z.strictObject({ kind: z.literal('approve'), ...decided, limit: money });
const rejected = z.strictObject({ kind: z.literal('reject'), ...decided, reason: z.string() });

const body = z.discriminatedUnion('kind', [policy, submitted, approved, rejected]);
export type Body = z.infer<typeof body>;
export type Policy = z.infer<typeof policy>;
export type Decision = z.infer<typeof approved> | z.infer<typeof rejected>;

/** A row of the ledger. */
export interface Entry {
  readonly seq: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Canonical JSON of a `Body`. */
  readonly body: string;
  /** Hash of the entry before; 64 zeros for the first. */
  readonly previous: string;
  readonly hash: string;
}

/** Where the next entry will stand: what a signature binds it to. */
export type Position = Pick<Entry, 'seq' | 'at' | 'previous'>;

export const BEGINNING = '0'.repeat(64);

/** Hash of an entry: SHA-256 over its position and body, so that each entry vouches for all before it. */
export function entryHash({ seq, at, body: text, previous }: Omit<Entry, 'hash'>): string {
  return sha256(canonicalJson({ seq, at, body: text, previous }));
}

/** An entry at a position. */
export function makeEntry(position: Position, content: Body): Entry {
  const entry = {
    seq: position.seq,
    at: position.at,
    previous: position.previous,
    body: canonicalJson(content as Json),
  };
  return { ...entry, hash: entryHash(entry) };
}

/** A body as it stands in a row; `null` where it is none. */
export function readBody(text: string): Body | null {
  try {
    const parsed = body.safeParse(JSON.parse(text));
    return parsed.success && canonicalJson(parsed.data as Json) === text ? parsed.data : null;
  } catch {
    return null;
  }
}

/** What is signed: the body without its signature, and where it stands in the ledger. */
export function statementOf(position: Position, content: Omit<Body, 'signature'>): string {
  const { signature: _, ...unsigned } = content as Body;
  const { seq, at, previous } = position;
  return canonicalJson({ format: 'huni.statement/1', seq, at, previous, body: unsigned as unknown as Json });
}
