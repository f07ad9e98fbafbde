import { elementAt, firstOf, required } from '../../required.js';
import { child, type ListNode, type MapEntry, type MapNode, type SourceNode } from './tree.js';

/** Keys that make a map a distribution: such a map is one value, and replaces another whole. */
const DISTRIBUTION_KEYS = ['dist', 'mean', 'p5', 'p10', 'p90', 'p95'];

/** What `extends` means: maps merge key by key, lists of lines, creators, own posts, shocks and phases merge by id, everything else is replaced. */
export function mergeTrees(base: SourceNode, over: SourceNode): SourceNode {
  if (base.kind !== 'map' || over.kind !== 'map') return over;
  if (isDistribution(base) || isDistribution(over)) return over;
  const entries = new Map<string, MapEntry>(base.entries);
  for (const [key, entry] of over.entries) {
    const below = base.entries.get(key);
    const node = below === undefined ? entry.node : mergeEntry(key, below.node, entry.node);
    entries.set(key, { keyPlace: entry.keyPlace, node });
  }
  return { kind: 'map', entries, place: over.place };
}

/** Lists whose items have an id: which item of the base an item means, and how often an id may stand in one file is theirs. */
const BY_ID: Readonly<Record<string, (item: SourceNode, base: readonly SourceNode[]) => number>> = {
  lines: (item, base) => {
    const id = lineId(item);
    return id === null ? -1 : base.findIndex((other) => lineId(other) === id);
  },
  creators: sourceIndex,
  organic: sourceIndex,
  shocks: nameIndex,
  phases: nameIndex,
};

function mergeEntry(key: string, base: SourceNode, over: SourceNode): SourceNode {
  if (Object.hasOwn(BY_ID, key) && base.kind === 'list' && over.kind === 'list')
    return mergeLists(base, over, required(BY_ID[key]));
  // Another curve has other parameters.
  if (key === 'response' && over.kind === 'map' && over.entries.has('curve')) return over;
  return mergeTrees(base, over);
}

function mergeLists(base: ListNode, over: ListNode, indexOf: (typeof BY_ID)[string]): ListNode {
  const items = [...base.items];
  const merged = new Set<number>();
  for (const item of over.items) {
    const index = indexOf(item, base.items);
    // A second item of the same id in one file is a duplicate to be named, not another layer.
    if (index < 0 || merged.has(index)) items.push(item);
    else {
      items[index] = mergeTrees(elementAt(items, index), item);
      merged.add(index);
    }
  }
  return { kind: 'list', items, place: over.place };
}

/** A creator or own posts by name, and by platform and stage where they are given; −1 where it means none, or several. */
function sourceIndex(item: SourceNode, base: readonly SourceNode[]): number {
  const name = textOf(item, 'name')?.replace(/^@/, '');
  if (name === undefined) return -1;
  const found = base.flatMap((other, index) => {
    if (textOf(other, 'name')?.replace(/^@/, '') !== name) return [];
    const [platform, stage] = [textOf(item, 'platform'), textOf(item, 'stage')];
    if (platform !== undefined && platform !== textOf(other, 'platform')) return [];
    return stage !== undefined && stage !== (textOf(other, 'stage') ?? 'awareness') ? [] : [index];
  });
  return found.length === 1 ? firstOf(found) : -1;
}

function nameIndex(item: SourceNode, base: readonly SourceNode[]): number {
  const name = textOf(item, 'name');
  return name === undefined ? -1 : base.findIndex((other) => textOf(other, 'name') === name);
}

function textOf(node: SourceNode, key: string): string | undefined {
  const part = child(node, key);
  return part?.kind === 'scalar' ? part.text : undefined;
}

/** `platform/stage` or `platform/stage/segment`, or `null` where a part is missing. */
function lineId(node: SourceNode): string | null {
  const [platform, stage, segment] = ['platform', 'stage', 'segment'].map((key) => textOf(node, key));
  if (platform === undefined || stage === undefined) return null;
  return [platform, stage, ...(segment === undefined ? [] : [segment])].join('/');
}

function isDistribution(node: MapNode): boolean {
  return DISTRIBUTION_KEYS.some((key) => node.entries.has(key));
}
