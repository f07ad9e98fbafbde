import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import * as z from 'zod';
import { readTextUpTo } from '../files/read.js';
import { firstOf } from '../required.js';
import * as messages from '../scenario/messages.js';
import { isCurrency } from '../units/money.js';
import { parseNumber } from '../units/number.js';
import { phrase, say, type Words } from '../words/said.js';
import { sha256 } from './canonical.js';
import type { Approver } from './entries.js';
import { ApprovalError, mismatch } from './errors.js';
import { isPublicKey } from './keys.js';
import { nameFault, skeletonOf } from './names.js';

/** A policy as its file gives it. */
export interface PolicyFile {
  readonly currency: string;
  /** Who may sign the next policy; `null`: whoever signs this one. */
  readonly owner: string | null;
  readonly approvers: readonly Approver[];
  readonly sha256: string;
}

const KEY = say`a public key as \`huni keys new\` prints it, ed25519:…`.template;
const publicKey = z.string({ error: KEY }).refine(isPublicKey, { error: KEY });
const AMOUNT = say`an amount like 20000 or 20k, or unlimited`.template;
const limit = z.union([z.string(), z.number()], { error: AMOUNT }).transform((value, context) => {
  if (value === 'unlimited') return null;
  // Money has no percentages: 70% would be 0.70.
  const number = parseNumber(typeof value === 'string' && value.includes('%') ? '' : value);
  if (number.ok && number.value >= 0) return number.value;
  context.addIssue({ code: 'custom', message: AMOUNT });
  return z.NEVER;
});
const document = z.strictObject(
  {
    currency: z
      .string({ error: say`a currency like AZN`.template })
      .refine(isCurrency, { error: say`a currency like AZN`.template }),
    owner: publicKey.optional(),
    approvers: z
      .array(
        z.strictObject(
          {
            name: z.string({ error: say`a name`.template }).trim().min(1, { error: say`a name`.template }),
            key: publicKey,
            limit,
          },
          { error: say`a map of name, key and limit`.template },
        ),
        { error: say`a list of approvers`.template },
      )
      .min(1, { error: say`at least one approver`.template }),
  },
  { error: say`a map of currency, approvers and, if it is somebody else, the next owner`.template },
);
const KEYS = ['currency', 'owner', 'approvers'];
const APPROVER_KEYS = ['name', 'key', 'limit'];
const MAX_BYTES = 1024 * 1024;

/**
 * Reads a policy: `currency`, `approvers` as a list of `{name, key, limit}`, and optionally the next `owner`.
 *
 * @throws ApprovalError with the file, the place in it and what was expected there
 */
export async function readPolicyFile(path: string): Promise<PolicyFile> {
  let text: string;
  try {
    text = await readTextUpTo(path, MAX_BYTES + 1);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw refused(path, code === 'ENOENT' ? say`no such file` : message, say`a policy`);
  }
  return policyIn(text, path);
}

/** A policy's text, read. @param path names it in the sentences @throws ApprovalError as `readPolicyFile` does */
export function policyIn(text: string, path: string): PolicyFile {
  if (text.length > MAX_BYTES) throw refused(path, say`a file over 1 MiB`, say`a policy`);
  const lines = new LineCounter();
  const yaml = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  const at = (offset: number | undefined): string => {
    if (offset === undefined) return path;
    const { line, col } = lines.linePos(offset);
    return `${path}:${line}:${col}`;
  };
  // The parser's own words quote what they are about, and any file can be named by mistake.
  const [slip] = yaml.errors;
  if (slip !== undefined) throw refused(at(slip.pos[0]), say`no YAML`, say`a policy`);
  const value = plainOf(yaml, path);
  const read = document.safeParse(value);
  if (!read.success) {
    const strange = read.error.issues.find(({ code }) => code === 'unrecognized_keys');
    if (strange?.code === 'unrecognized_keys') {
      const key = firstOf(strange.keys);
      const { said, suggestion } = messages.unknownKey(key, strange.path.length === 0 ? KEYS : APPROVER_KEYS);
      const keyAt = at(keyOffset(yaml, strange.path, key));
      throw new ApprovalError('wrong-input', mismatch(keyAt, said.found, said.expected, suggestion));
    }
    const { path: place, message } = firstOf(read.error.issues);
    const where = place.length === 0 ? path : `${at(offsetOf(yaml, place))}: ${place.join('.')}`;
    const found = place.length === 0 && typeof value === 'string' ? say`no policy` : describe(valueAt(value, place));
    throw refused(where, found, phrase(message));
  }
  const { approvers, currency, owner } = read.data;
  const approversAt = `${at(offsetOf(yaml, ['approvers']))}: approvers`;
  for (const key of ['name', 'key'] as const) {
    const twice = approvers.find((one, k) => approvers.findIndex((other) => other[key] === one[key]) !== k);
    if (twice !== undefined)
      throw refused(approversAt, say`${twice[key]} twice`, key === 'name' ? say`each name once` : say`each key once`);
  }
  for (const { name } of approvers) {
    const fault = nameFault(name);
    if (fault !== null) throw refused(approversAt, fault, say`a name that everybody can tell from others`);
    const like = approvers.find((other) => other.name !== name && skeletonOf(other.name) === skeletonOf(name));
    if (like !== undefined) {
      throw refused(
        approversAt,
        say`${name} and ${like.name}, which look the same`,
        say`names that people can tell apart`,
      );
    }
  }
  return { currency, owner: owner ?? null, approvers, sha256: sha256(text) };
}

/** What a document says, as plain values; aliases are none of a policy's. */
function plainOf(yaml: Document, path: string): unknown {
  try {
    return yaml.toJS({ maxAliasCount: 0 });
  } catch {
    throw refused(path, say`no YAML`, say`a policy`);
  }
}

/** Where the value at a place stands; where nothing is there, what is nearest above it. */
function offsetOf(yaml: Document, place: readonly PropertyKey[]): number | undefined {
  for (let length = place.length; length > 0; length--) {
    const node = yaml.getIn(place.slice(0, length), true);
    if (isNode(node)) return node.range?.[0];
  }
  return undefined;
}

/** Where a key of the map at a place stands. */
function keyOffset(yaml: Document, place: readonly PropertyKey[], key: string): number | undefined {
  const map = place.length === 0 ? yaml.contents : yaml.getIn(place, true);
  const found = isMap(map) ? map.items.find((pair) => isScalar(pair.key) && pair.key.value === key)?.key : undefined;
  return isScalar(found) ? found.range?.[0] : offsetOf(yaml, place);
}

function refused(where: string, found: Words, expected: Words): ApprovalError {
  return new ApprovalError('wrong-input', mismatch(where, found, expected));
}

function valueAt(value: unknown, place: readonly PropertyKey[]): unknown {
  return place.reduce<unknown>((inside, key) => (inside as Record<PropertyKey, unknown> | undefined)?.[key], value);
}

function describe(value: unknown): Words {
  if (value === undefined || value === null) return say`nothing`;
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return say`a map of ${Object.keys(value).slice(0, 8).join(', ')}`;
  }
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
