import { child, type ListNode, type MapEntry, type MapNode, type SourceNode } from './tree.js';

/** Keys that make a map a distribution: such a map is one value, and replaces another whole. */
const DISTRIBUTION_KEYS = ['dist', 'mean', 'p5', 'p10', 'p90', 'p95'];

/** What `extends` means: maps merge key by key, lists of lines merge by id, everything else is replaced. */
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

function mergeEntry(key: string, base: SourceNode, over: SourceNode): SourceNode {
  if (key === 'lines' && base.kind === 'list' && over.kind === 'list') return mergeLines(base, over);
  // Another curve has other parameters.
  if (key === 'response' && over.kind === 'map' && over.entries.has('curve')) return over;
  return mergeTrees(base, over);
}

function mergeLines(base: ListNode, over: ListNode): ListNode {
  const items = [...base.items];
  const places = new Map<string, number>();
  for (const [index, item] of items.entries()) {
    const id = lineId(item);
    if (id !== null && !places.has(id)) places.set(id, index);
  }
  for (const item of over.items) {
    const id = lineId(item);
    const index = id === null ? undefined : places.get(id);
    if (id === null || index === undefined) {
      items.push(item);
      continue;
    }
    items[index] = mergeTrees(items[index]!, item);
    // A second line of the same id in one file is a duplicate to be named, not another layer.
    places.delete(id);
  }
  return { kind: 'list', items, place: over.place };
}

/** `platform/stage` or `platform/stage/segment`, or `null` where a part is missing. */
function lineId(node: SourceNode): string | null {
  const parts = ['platform', 'stage', 'segment'].map((key) => {
    const part = child(node, key);
    return part?.kind === 'scalar' ? part.text : null;
  });
  if (parts[0] === null || parts[1] === null) return null;
  return parts.filter((part) => part !== null).join('/');
}

function isDistribution(node: MapNode): boolean {
  return DISTRIBUTION_KEYS.some((key) => node.entries.has(key));
}
