import { child, type SourceNode } from '../../scenario/source/tree.js';
import type { RuleView } from '../protocol.js';

/** The rules of a scenario's tree, each value by itself, those of files that it extends among them. */
export function ruleViews(root: SourceNode): readonly RuleView[] {
  return leavesOf(child(root, 'rules'), []);
}

function leavesOf(node: SourceNode | undefined, path: RuleView['path']): readonly RuleView[] {
  if (node?.kind === 'map') return [...node.entries].flatMap(([key, entry]) => leavesOf(entry.node, [...path, key]));
  if (node?.kind === 'list') return node.items.flatMap((item, k) => leavesOf(item, [...path, k]));
  // As it is written: `25`, `70-80%`, `1:2` is a number to some readers and none to others.
  return node === undefined ? [] : [{ path, text: node.text }];
}
