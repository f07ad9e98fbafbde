import { createHash } from 'node:crypto';
import { dirname, isAbsolute, join } from 'node:path';
import type { Document } from 'yaml';
import * as messages from '../messages.js';
import { type Problem, problemAt } from '../problem.js';
import { withCanonicalNames } from './canonical.js';
import { type FileReader, MAX_SCENARIO_BYTES, readText } from './file.js';
import { mergeTrees } from './merge.js';
import { type Access, mayBeAPlan, refusePlan } from './root.js';
import type { MapNode, SourceNode } from './tree.js';
import { readYaml, type YamlReading } from './yaml.js';

const MAX_EXTENDS = 8;

/** A scenario's tree with the files it extends merged in, the main file's document, and a digest of every file's text. */
type Loading =
  | { readonly ok: true; readonly root: SourceNode; readonly document: Document; readonly digests: readonly string[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Loads a text and the files it extends; a path in `extends` is relative to the file that it stands in. */
export async function loadText(text: string, path: string, access: Access, reader?: FileReader): Promise<Loading> {
  return load(text, path, [path], access, reader);
}

async function load(
  text: string,
  path: string,
  chain: readonly string[],
  access: Access,
  reader?: FileReader,
): Promise<Loading> {
  if (!mayBeAPlan(text, path))
    return { ok: false, problems: [problemAt({ path, line: 0, column: 0 }, messages.notAPlan())] };
  const digest = sha256(text);
  const digests = [digest];
  const reading = chain.length === 1 ? readYaml(text, path) : readExtended(text, path, digest);
  if (!reading.ok) return reading;
  const named = withCanonicalNames(reading.root);
  if (named.problems.length > 0) return { ok: false, problems: named.problems };
  if (named.root.kind !== 'map') return { ok: true, root: named.root, document: reading.document, digests };
  const own = named.root;
  const base = own.entries.get('extends')?.node;
  if (base === undefined) return { ok: true, root: own, document: reading.document, digests };

  const refuse = (fault: Parameters<typeof problemAt>[1]): Loading => ({
    ok: false,
    problems: [problemAt(base.place, fault, 'extends')],
  });
  if (base.kind !== 'scalar' || typeof base.value !== 'string' || base.value === '') {
    return refuse(messages.extendsNotAPath());
  }
  const target = relativeTo(path, base.value);
  if (chain.includes(target)) return refuse(messages.extendsCycle([...chain.slice(chain.indexOf(target)), target]));
  if (chain.length > MAX_EXTENDS) return refuse(messages.extendsTooDeep(MAX_EXTENDS));
  const refused = await refusePlan(target, access);
  if (refused !== null) return refuse(refused);
  const file = await readText(target, MAX_SCENARIO_BYTES, reader);
  if (!file.ok) return refuse(messages.unreadFile(file.fault, target));
  const loaded = await load(file.text, target, [...chain, target], access, reader);
  if (!loaded.ok) return loaded;
  return {
    ok: true,
    root: mergeTrees(loaded.root, withoutExtends(own)),
    document: reading.document,
    digests: [...digests, ...loaded.digests],
  };
}

/** Files that others extend, as they were read lately: every variant of a sweep extends the same plan. */
const recent = new Map<string, YamlReading>();
const MOST_RECENT = 8;
/** Characters up to which a file is cached. */
const LARGEST_RECENT = 65_536;

function readExtended(text: string, path: string, digest: string): YamlReading {
  const key = `${digest} ${path}`;
  const known = recent.get(key);
  if (known !== undefined) return known;
  const reading = readYaml(text, path);
  if (text.length > LARGEST_RECENT) return reading;
  if (recent.size === MOST_RECENT) recent.clear();
  recent.set(key, reading);
  return reading;
}

/** A path as a file names it, seen from where that file lies. */
export function relativeTo(file: string, path: string): string {
  return isAbsolute(path) ? path : join(dirname(file), path);
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function withoutExtends(node: MapNode): MapNode {
  return { ...node, entries: new Map([...node.entries].filter(([key]) => key !== 'extends')) };
}
