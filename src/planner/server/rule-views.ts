import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { RuleView } from '../protocol.js';

/** The rules of a scenario's file, each value by itself; none where the file is no YAML or has none of its own. */
export function ruleViews(text: string): readonly RuleView[] {
  const document = parseDocument(text, { uniqueKeys: false, logLevel: 'silent' });
  return document.errors.length > 0 ? [] : leavesOf(document.get('rules', true), []);
}

function leavesOf(node: unknown, path: RuleView['path']): readonly RuleView[] {
  if (isMap(node)) {
    return node.items.flatMap(({ key, value }) => leavesOf(value, [...path, String(isScalar(key) ? key.value : key)]));
  }
  if (isSeq(node)) return node.items.flatMap((item, k) => leavesOf(item, [...path, k]));
  // As it is written: `25`, `70-80%`, `1:2` is a number to some readers and none to others.
  if (!isScalar(node)) return [];
  return [{ path, text: typeof node.value === 'string' ? node.value : (node.source ?? String(node.value)) }];
}
