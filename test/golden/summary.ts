import { createHash } from 'node:crypto';

/** Of a part of a tree: how many figures it has, a weighted sum of their sizes, and a digest of everything else that stands in it. */
export interface Summary {
  readonly figures: number;
  readonly sum: number;
  readonly others: string;
}

/** What says of what code a result is, and of what bytes, rather than what came out. */
const LEFT_OUT = new Set(['version', 'sha256']);

/**
 * A tree of figures in short: parts by their path, from the whole tree downwards as far as parts are large.
 *
 * A figure x counts as asinh(x / 10⁻⁶), so that a relative change of 10⁻⁸ moves the sum by as much whatever the figure's size, and
 * rounding about 0 by less; weights from 1 to 2 by the figure's path, so that figures that change places are noticed.
 */
export function summaries(tree: unknown, mostLeaves: number): Map<string, Summary> {
  const parts = new Map<string, Summary>();
  const add = (node: Node, path: string): void => {
    const { inner } = node;
    if (node.leaves <= mostLeaves || inner === null) parts.set(path, summaryOf(path, [[null, node]]));
    else {
      const own = inner.filter(([, one]) => one.inner === null);
      if (own.length > 0) parts.set(`${path}/*`, summaryOf(path, own));
      for (const [key, one] of inner) if (one.inner !== null) add(one, `${path}/${key}`);
    }
  };
  add(nodeOf(tree), '');
  return parts;
}

/**
 * @param tolerance relative, of one figure: of a sum of n that err by themselves √n times as much
 * @returns parts that differ by more than that in their figures, or in anything else
 */
export function differing(
  expected: ReadonlyMap<string, Summary>,
  found: ReadonlyMap<string, Summary>,
  tolerance: number,
): readonly string[] {
  return [...new Set([...expected.keys(), ...found.keys()])].filter((path) => {
    const [before, after] = [expected.get(path), found.get(path)];
    if (before === undefined || after === undefined) return true;
    if (before.figures !== after.figures || before.others !== after.others) return true;
    return !(Math.abs(before.sum - after.sum) <= tolerance * Math.sqrt(after.figures));
  });
}

function summaryOf(path: string, nodes: readonly (readonly [key: string | null, node: Node])[]): Summary {
  let [figures, sum] = [0, 0];
  const others: string[] = [];
  const add = ({ value, inner }: Node, hash: number): void => {
    if (inner !== null && inner.length > 0) for (const [key, one] of inner) add(one, hashed(hash, key));
    else if (typeof value === 'number' && Number.isFinite(value)) {
      figures++;
      // Weights from 1 to 2.
      sum += (1 + (hash >>> 0) / 2 ** 32) * Math.asinh(value / 1e-6);
    } else others.push(`${hash >>> 0}=${inner === null ? String(value) : Array.isArray(value) ? '[]' : '{}'}\n`);
  };
  const from = hashed(0x811c9dc5, path);
  for (const [key, node] of nodes) add(node, key === null ? from : hashed(from, key));
  return { figures, sum, others: createHash('sha256').update(others.join('')).digest('hex').slice(0, 8) };
}

/** FNV-1a of a further part of a path. */
function hashed(from: number, key: string): number {
  let hash = Math.imul(from ^ 47, 0x01000193);
  for (let k = 0; k < key.length; k++) hash = Math.imul(hash ^ key.charCodeAt(k), 0x01000193);
  return hash;
}

/** Something in a tree, what is in it (`null`: nothing can be), and how many leaves that has. */
interface Node {
  readonly value: unknown;
  readonly inner: readonly (readonly [key: string, node: Node])[] | null;
  readonly leaves: number;
}

function nodeOf(value: unknown): Node {
  const children = childrenOf(value);
  if (children === null) return { value, inner: null, leaves: 1 };
  const inner = children.map(([key, one]) => [key, nodeOf(one)] as const);
  return { value, inner, leaves: inner.reduce((sum, [, one]) => sum + one.leaves, 0) };
}

/** Entries of an object, a list, a map, a set or an array of numbers; `null` for anything else. What is left undefined isn't there. */
function childrenOf(node: unknown): readonly (readonly [string, unknown])[] | null {
  if (node === null || typeof node !== 'object') return null;
  const entries = node instanceof Map ? [...node] : Object.entries(node instanceof Set ? [...node] : node);
  return entries
    .filter(([key, value]) => value !== undefined && typeof value !== 'function' && !LEFT_OUT.has(String(key)))
    .map(([key, value]) => [String(key), value] as const);
}
