import { type Document, isMap, isSeq } from 'yaml';
import { positionsOf } from './positions.js';

/** Lists whose items merge by id where a file extends another. */
const MERGED = new Set(['lines', 'creators', 'organic', 'shocks', 'phases']);

/**
 * Where a file extends another, an item of the other's gets an entry in this one, with what it goes by alone: what is set in that
 * goes over the other file's. A document that extends none, or has the item, stays as it is.
 */
export function addOwnItem(document: Document, path: readonly (string | number)[]): void {
  const [list, id] = path;
  if (path.length < 3 || typeof list !== 'string' || !MERGED.has(list) || typeof id !== 'string') return;
  const items = document.get(list);
  const isOpen = items === undefined || items === null || isSeq(items);
  if (!document.has('extends') || !isOpen) return;
  if (isSeq(items) && positionsOf(document, [list, id]) !== null) return;
  const item = document.createNode(entryOf(list, id), { flow: true });
  if (isSeq(items)) items.add(item);
  else if (isMap(document.contents)) document.set(list, document.createNode([item]));
}

function entryOf(list: string, id: string): Record<string, string> {
  if (list !== 'lines') return { name: id };
  const [platform = '', stage = '', ...segment] = id.split('/');
  return { platform, stage, ...(segment.length === 0 ? {} : { segment: segment.join('/') }) };
}
