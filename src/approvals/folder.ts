import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { hashOfFile, MOST_REPORT_BYTES } from '../files/hash-file.js';
import { readTextUpTo } from '../files/read.js';
import { isLeftBySystem } from '../files/tree.js';
import type { Result } from '../forecast/result.js';
import { firstOf } from '../required.js';
import { MAX_DATA_BYTES } from '../scenario/index.js';
import { LANGUAGES } from '../units/locale.js';
import { type Said, say } from '../words/said.js';
import type { Entry, Submission } from './entries.js';
import { ApprovalError, mismatch } from './errors.js';

/** The receipt that a submission leaves in the report's folder. */
export const RECEIPT = 'submission.json';
/** Where a run keeps the scenario that it ran. */
export const SCENARIO_FOLDER = 'scenario';
const RESULT = 'result.json';

export interface HashedFile {
  /** Relative to the folder, with `/`. */
  readonly path: string;
  readonly sha256: string;
}

/** Regular files of a report's folder with their hashes, by path; without the receipt and what systems leave behind. */
export async function hashFolder(folder: string): Promise<readonly HashedFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: Error) => {
    const { code } = error as NodeJS.ErrnoException;
    const found = code === 'ENOENT' ? say`no such folder` : code === 'ENOTDIR' ? say`a file` : error.message;
    throw new ApprovalError('wrong-input', mismatch(folder, found, say`a report's folder`));
  });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length).replaceAll('\\', '/'))
    .filter((path) => path !== RECEIPT && !isLeftBySystem(path))
    .sort();
  const hashed: HashedFile[] = [];
  for (const path of paths) {
    const where = join(folder, path);
    const found = await hashOfFile(where);
    if (found === null) {
      const most = say`at most ${MOST_REPORT_BYTES / 2 ** 20} MiB, as all files of a report have`;
      throw new ApprovalError('not-intact', mismatch(where, say`a larger file`, most));
    }
    hashed.push({ path, sha256: found });
  }
  return hashed;
}

const summary = z.looseObject({ p95: z.number().nullable() });
const plan = z.looseObject({
  lines: z.array(z.looseObject({ budget: z.number().nonnegative() })),
  kpis: z.looseObject({ total: z.looseObject({ cost: summary }) }),
});
const result = z.looseObject({
  format: z.literal('huni.result/1'),
  scenario: z.looseObject({ name: z.string(), sha256: z.string(), language: z.optional(z.enum(LANGUAGES)) }),
  engine: z.looseObject({
    version: z.string(),
    seed: z.string(),
    draws: z.int().positive(),
    sampler: z.enum(['sobol', 'mc', 'antithetic']),
    accuracy: z.looseObject({ asked: z.number().gt(0).lt(1) }).optional(),
  }),
  plans: z.looseObject({ given: plan, optimized: plan.optional() }),
  optimizer: z.looseObject({}).optional(),
  robust: z.looseObject({}).optional(),
});

/** What approvals need of a result. */
export type ReadResult = Pick<Result, 'scenario' | 'engine' | 'plans' | 'optimizer' | 'robust' | 'verdict'>;

/** The result in a report's folder, with its text. @throws ApprovalError where it is none */
export async function readResult(folder: string): Promise<{ readonly text: string; readonly result: ReadResult }> {
  const path = join(folder, RESULT);
  const expected = say`a result that \`huni run\` wrote`;
  let text: string;
  try {
    text = await readTextUpTo(path, MAX_DATA_BYTES);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const found = code === 'ENOENT' || code === 'ENOTDIR' ? say`no such file` : message;
    throw new ApprovalError('wrong-input', mismatch(path, found, expected));
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ApprovalError('wrong-input', mismatch(path, say`no JSON`, expected));
  }
  const read = result.safeParse(value);
  if (!read.success) {
    const place = firstOf(read.error.issues).path.join('.');
    const where = say`${path}: ${place === '' ? say`the document` : place}`;
    throw new ApprovalError('wrong-input', mismatch(where, say`something else`, expected));
  }
  return { text, result: value as ReadResult };
}

const receipt = z.strictObject({
  format: z.literal('huni.submission/2'),
  submission: z.int().positive(),
  entry: z.string().regex(/^[0-9a-f]{64}$/),
  plan: z.enum(['given', 'optimized']),
  currency: z.string(),
  amount: z.number().nonnegative(),
  signer: z.string(),
});
export type Receipt = z.infer<typeof receipt>;

/** The receipt of an entry: what was submitted, bound to its place in the ledger. */
export function receiptText({ seq, hash }: Entry, { plan, currency, amount, signer }: Submission): string {
  const text: Receipt = { format: 'huni.submission/2', submission: seq, entry: hash, plan, currency, amount, signer };
  return `${JSON.stringify(text, null, 2)}\n`;
}

/** What a receipt says otherwise than the ledger. */
export function receiptFaults(
  folder: string,
  ledger: string,
  { entry, ...said }: Receipt,
  submission: { readonly entry: Entry; readonly body: Submission } | undefined,
): readonly Said[] {
  const path = join(folder, RECEIPT);
  if (submission?.entry.hash !== entry) {
    const found = submission === undefined ? say`no such submission` : say`hash ${submission.entry.hash.slice(0, 12)}`;
    const where = say`${ledger}: entry ${said.submission}`;
    return [mismatch(where, found, say`${entry.slice(0, 12)}, as ${path} has it`)];
  }
  const { body } = submission;
  return (['plan', 'currency', 'amount', 'signer'] as const)
    .filter((key) => said[key] !== body[key])
    .map((key) => mismatch(`${path}: ${key}`, String(said[key]), say`${body[key]}, as the ledger has it`));
}

/** The folder's receipt; `null` where it was never submitted. @throws ApprovalError where it can't be read as one */
export async function readReceipt(folder: string): Promise<Receipt | null> {
  const path = join(folder, RECEIPT);
  const text = await readTextUpTo(path, MAX_DATA_BYTES).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new ApprovalError('wrong-input', mismatch(path, error.message, say`the receipt of a submission`));
  });
  if (text === null) return null;
  try {
    const read = receipt.safeParse(JSON.parse(text));
    if (read.success) return read.data;
  } catch {
    // Answered below, like any other thing that is no receipt.
  }
  throw new ApprovalError(
    'not-intact',
    mismatch(path, say`something else`, say`the receipt that \`huni submit\` wrote`),
  );
}
