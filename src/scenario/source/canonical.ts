import { required } from '../../required.js';
import * as messages from '../messages.js';
import { canonicalId, canonicalPlatform } from '../platform-names.js';
import { type Problem, problemAt } from '../problem.js';
import type { MapEntry, MapNode, ScalarNode, SourceNode } from './tree.js';

type Rename = (name: string) => string;

/** Values that are a platform, or a list of them; and ids, which begin with one. */
const VALUES: Readonly<Record<string, Rename>> = {
  platform: canonicalPlatform,
  platforms: canonicalPlatform,
  stop: canonicalId,
  between: canonicalId,
};
/** Maps whose keys are platforms or ids. */
const KEYS: Readonly<Record<string, Rename>> = {
  platforms: canonicalPlatform,
  view_through: canonicalPlatform,
  lines: canonicalId,
};

/**
 * The tree with every platform under its one name, wherever a file may name one, so that `IG` in one place means the
 * `instagram` of another. One that is named twice in one map (`FB` and `facebook`) is a problem.
 */
export function withCanonicalNames(root: SourceNode): {
  readonly root: SourceNode;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const visit = (node: SourceNode, key: string | null): SourceNode => {
    const rename = key !== null && Object.hasOwn(VALUES, key) ? required(VALUES[key]) : null;
    if (node.kind === 'scalar') return rename === null ? node : renamed(node, rename);
    if (node.kind === 'list') {
      const items = node.items.map((item) =>
        rename !== null && item.kind === 'scalar' ? renamed(item, rename) : visit(item, null),
      );
      return { ...node, items };
    }
    return visitMap(node, key !== null && Object.hasOwn(KEYS, key) ? required(KEYS[key]) : null);
  };
  const visitMap = (node: MapNode, rename: Rename | null): MapNode => {
    const entries = new Map<string, MapEntry>();
    for (const [name, { keyPlace, node: below }] of node.entries) {
      const known = rename?.(name) ?? name;
      const entry = { keyPlace, node: visit(below, name) };
      if (entries.has(known)) problems.push(problemAt(keyPlace, messages.sameNameTwice(name, known)));
      else entries.set(known, entry);
    }
    return { ...node, entries };
  };
  return { root: visit(root, null), problems };
}

function renamed(node: ScalarNode, rename: Rename): ScalarNode {
  if (typeof node.value !== 'string') return node;
  const value = rename(node.value);
  return value === node.value ? node : { ...node, value, text: value };
}
