import * as z from 'zod/mini';
import { type Said, say, type Words } from '../../words/said.js';
import * as messages from '../messages.js';
import type { Fault } from '../problem.js';
import type { Path } from '../source/tree.js';

/** What a leaf makes of a plain value; `at` leads to the part that is wrong, where that isn't the whole value. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: Fault; readonly at?: Path; readonly onKey?: boolean };

export type JsonSchema = Readonly<Record<string, unknown>>;

export const ok = <T>(value: T): Reading<T> => ({ ok: true, value });
export const no = (fault: Fault, at?: Path, onKey = false): { ok: false; fault: Fault; at?: Path; onKey?: boolean } =>
  at === undefined ? { ok: false, fault } : { ok: false, fault, at, onKey };

/** JSON Schemas of the values that are read by own code; what zod can't know. */
const jsonSchemas = new WeakMap<object, () => JsonSchema>();

/** The JSON Schema that belongs to a leaf or a choice, if the zod schema is one. */
function ownJsonSchema(schema: object): JsonSchema | undefined {
  return jsonSchemas.get(schema)?.();
}

/** A value with a grammar of its own (`70-80%`, `2.1 to 4.9`): read by a function, described by a JSON Schema. */
export function leaf<T>(json: JsonSchema, read: (value: unknown) => Reading<T>): z.ZodMiniType<T> {
  const schema = z.pipe(
    z.unknown(),
    z.transform((value, context): T => {
      if (value === undefined) return missing(context);
      const reading = read(value);
      if (reading.ok) return reading.value;
      context.issues.push(faultIssue(value, reading.fault, reading.at ?? [], reading.onKey ?? false));
      return z.NEVER;
    }),
  );
  jsonSchemas.set(schema, () => json);
  return schema;
}

/** One of several ways to write a value, distinguished by what it looks like, so that a mistake is judged as one of them only. */
interface Way<T> {
  readonly looksLike: (value: unknown) => boolean;
  readonly schema: z.ZodMiniType<T>;
  /** In place of the schema's own, where that would repeat the whole file. */
  readonly json?: JsonSchema;
}

/** A value that can be written in several ways. */
export function choice<T>(expected: string, ways: readonly Way<T>[]): z.ZodMiniType<T> {
  const schema = z.pipe(
    z.unknown(),
    z.transform((value, context): T => {
      if (value === undefined) return missing(context);
      const way = ways.find((candidate) => candidate.looksLike(value));
      if (way === undefined) {
        context.issues.push(faultIssue(value, messages.wrongKind(describe(value), expected), [], false));
        return z.NEVER;
      }
      const reading = validate(way.schema, value);
      if (reading.ok) return reading.value;
      for (const { fault, at, onKey } of reading.faults) context.issues.push(faultIssue(value, fault, at, onKey));
      return z.NEVER;
    }),
  );
  jsonSchemas.set(schema, () => ({ anyOf: ways.map((way) => way.json ?? toJsonSchema(way.schema)) }));
  return schema;
}

/** A list that says nothing where it is empty. */
export function atLeastOne<T>(item: z.ZodMiniType<T>, expected: string): z.ZodMiniType<T[]> {
  return z.array(item).check(z.minLength(1, expected));
}

/** JSON Schema (draft 2020-12) of what a file may hold, leaves and choices included. */
export function toJsonSchema(schema: z.ZodMiniType): JsonSchema {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: (context) => {
      const own = ownJsonSchema(context.zodSchema);
      if (own !== undefined) Object.assign(context.jsonSchema, own);
    },
  });
  return json;
}

/** A fault in a value, where in it, and whether the key is meant rather than what stands behind it. */
interface FaultAt {
  readonly at: Path;
  readonly fault: Fault;
  readonly onKey: boolean;
  /** Where a key is missing: the place that it would stand at. */
  readonly missing?: Path;
}

/** More mistakes than anybody reads at once; a file may hold ten thousands. */
const MAX_FAULTS = 20;

type Validation<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly faults: FaultAt[] };

/** Validates a plain value; every zod issue becomes a fault of `messages.ts`. */
export function validate<T>(schema: z.ZodMiniType<T>, value: unknown): Validation<T> {
  const judges = new Map<string, unknown>();
  const result = z.safeParse(schema, value, {
    error: (issue) => {
      if (issue.code === 'unrecognized_keys' || issue.code === 'invalid_type')
        judges.set(JSON.stringify(issue.path ?? []), issue.inst);
      return undefined;
    },
  });
  if (result.success) return { ok: true, value: result.data };
  const faults = result.error.issues.slice(0, MAX_FAULTS).flatMap((issue) => toFaults(issue, value, judges));
  return { ok: false, faults: withoutEchoes(faults) };
}

/** A key that is missing because it is misspelt is one mistake, reported where it stands. */
function withoutEchoes(faults: readonly FaultAt[]): FaultAt[] {
  const meant = faults.flatMap(({ at, fault, onKey }) =>
    onKey && fault.suggestion !== undefined ? [JSON.stringify([...at.slice(0, -1), fault.suggestion])] : [],
  );
  return faults.filter(({ missing }) => missing === undefined || !meant.includes(JSON.stringify(missing)));
}

/** @param judges the schema that refused what stands at a path */
function toFaults(issue: z.core.$ZodIssue, root: unknown, judges: ReadonlyMap<string, unknown>): FaultAt[] {
  const judge = judges.get(JSON.stringify(issue.path));
  const at = issue.path.filter((step) => typeof step !== 'symbol');
  if (issue.code === 'custom') {
    const params = issue.params as { fault: Fault; onKey: boolean } | undefined;
    if (params !== undefined) return [{ at, fault: params.fault, onKey: params.onKey }];
  }
  if (issue.code === 'unrecognized_keys') {
    const keys = keysOf(judge);
    return issue.keys
      .slice(0, MAX_FAULTS)
      .map((key) => ({ at: [...at, key], fault: messages.unknownKey(key, keys), onKey: true }));
  }
  const value = valueAt(root, at);
  if (value === undefined) {
    const key = String(at.at(-1) ?? 'value');
    return [{ at: at.slice(0, -1), fault: messages.missingKey(key, say`the key ${key}`), onKey: false, missing: at }];
  }
  if (issue.code === 'invalid_value' && typeof value !== 'object') {
    return [{ at, fault: messages.notOneOf(String(value), issue.values.map(String)), onKey: false }];
  }
  if (issue.code === 'invalid_type') {
    return [{ at, fault: messages.wrongKind(describe(value), kindOf(issue.expected, judge)), onKey: false }];
  }
  return [{ at, fault: messages.wrongKind(describe(value), issue.message), onKey: false }];
}

/** What a schema takes, with the keys of its maps, or an example, where it has them. */
function kindOf(expected: string, schema: unknown): string | Said {
  if (schema instanceof z.ZodMiniObject) return messages.mapWith(keysOf(schema));
  if (schema instanceof z.ZodMiniArray) {
    const item = schema.def.element;
    if (item instanceof z.ZodMiniObject) return messages.listOfMapsWith(keysOf(item));
    const { examples } = ownJsonSchema(item) ?? {};
    const example: unknown = Array.isArray(examples) ? examples[0] : undefined;
    if (typeof example === 'string') return messages.listSuchAs(example);
  }
  return KINDS[expected] ?? expected;
}

const KINDS: Readonly<Record<string, string>> = {
  object: 'a map of keys',
  record: 'a map of keys',
  array: 'a list',
  string: 'text',
  number: 'a number',
};

/** A plain value in words, short enough for a message. */
export function describe(value: unknown): Words {
  if (value === null || value === undefined || value === '') return say`nothing`;
  if (Array.isArray(value)) return say`a list of ${value.length}`;
  if (typeof value === 'object') {
    const keys = Object.keys(value).slice(0, 4).join(', ');
    return keys === '' ? say`an empty map` : say`a map with ${keys}`;
  }
  const text = String(value);
  const short = text.length > 60 ? `${text.slice(0, 57)}…` : text;
  return typeof value === 'string' ? `"${short}"` : short;
}

/** A scalar as it is written, anything else in words: a map of a file has no prototype, and so no text of its own. */
export function inWords(value: unknown): string {
  return typeof value === 'object' ? String(describe(value)) : String(value);
}

function keysOf(schema: unknown): readonly string[] {
  return schema instanceof z.ZodMiniObject ? Object.keys(schema.def.shape) : [];
}

function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

/** A key left out; which one, only the map above knows, so the issue carries no fault of its own. */
function missing(context: { readonly issues: z.core.$ZodRawIssue[] }): never {
  context.issues.push({ code: 'custom', input: undefined, path: [] });
  return z.NEVER;
}

function faultIssue(input: unknown, fault: Fault, at: Path, onKey: boolean): z.core.$ZodRawIssue {
  return { code: 'custom', input, path: [...at], params: { fault, onKey }, message: fault.expected };
}

/** True for maps, as `toPlain` makes them. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True for a single value: text, a number, a boolean, nothing. */
export function isScalar(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}
