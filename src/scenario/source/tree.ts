import type { Place } from '../problem.js';

/** A file's content with the place of every key and value: what the rest reads, whether it came from YAML or JSON. */
export type SourceNode = ScalarNode | ListNode | MapNode;

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** As written, without quotes. */
  readonly text: string;
  readonly place: Place;
}

export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly SourceNode[];
  readonly place: Place;
}

export interface MapNode {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, MapEntry>;
  readonly place: Place;
}

export interface MapEntry {
  readonly keyPlace: Place;
  readonly node: SourceNode;
}

/** Where in a document: keys and, in lists, indices from 0. */
export type Path = readonly (string | number)[];

/**
 * A tree as plain values. Maps have no prototype, so that a key can never reach one. A number is a `number` only where it is
 * written the plain way; all others (`1_200_000`, `007`, `1e400`, `.inf`) stay text, for the number grammar to judge.
 */
export function toPlain(node: SourceNode): unknown {
  if (node.kind === 'list') return node.items.map(toPlain);
  if (node.kind === 'map') {
    const plain: Record<string, unknown> = Object.create(null);
    for (const [key, entry] of node.entries) plain[key] = toPlain(entry.node);
    return plain;
  }
  if (typeof node.value === 'number' && String(node.value) !== node.text) return node.text;
  return node.value;
}

/** The node at a path; where the path leads nowhere, the nearest node above it. */
export function nodeAt(root: SourceNode, path: Path): SourceNode {
  let node = root;
  for (const step of path) {
    const next = child(node, step);
    if (next === undefined) return node;
    node = next;
  }
  return node;
}

/** The place of the value at a path (or of what is nearest above it). */
export function placeOf(root: SourceNode, path: Path): Place {
  return nodeAt(root, path).place;
}

/** The place of a key itself, for faults that are about the name and not the value. */
export function keyPlaceOf(root: SourceNode, path: Path): Place {
  const parent = nodeAt(root, path.slice(0, -1));
  const last = path.at(-1);
  const entry = parent.kind === 'map' && typeof last === 'string' ? parent.entries.get(last) : undefined;
  return entry?.keyPlace ?? placeOf(root, path);
}

/** The value below a node by key or index. */
export function child(node: SourceNode, step: string | number): SourceNode | undefined {
  if (node.kind === 'map') return node.entries.get(String(step))?.node;
  if (node.kind === 'list' && typeof step === 'number') return node.items[step];
  return undefined;
}
