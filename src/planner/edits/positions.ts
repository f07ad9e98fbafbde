import { type Document, isMap, isSeq } from 'yaml';
import { sourceIdOf } from './item-id.js';

/** Ids of list items (`instagram/awareness`) become their positions; `null` where there is no such item. */
export function positionsOf(document: Document, path: readonly (string | number)[]): (string | number)[] | null {
  const found: (string | number)[] = [];
  for (const step of path) {
    const at = document.getIn(found);
    if (isSeq(at) && typeof step === 'string') {
      const position = at.items.findIndex((item) => isMap(item) && sourceIdOf(item, String(found[0])) === step);
      if (position < 0) return null;
      found.push(position);
    } else if (typeof step === 'number' && !isSeq(at)) {
      // A place in a list of another file, which this one extends.
      return null;
    } else {
      found.push(step);
    }
  }
  return found;
}
