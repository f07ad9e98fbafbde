import { type Document, isMap, isNode, isScalar, isSeq, parseDocument, visit } from 'yaml';
import { addOwnItem } from './own-items.js';
import { positionsOf } from './positions.js';

/** A place in a scenario: keys of maps, and ids (`instagram/awareness`) or positions of the items of lists. */
type EditPath = readonly (string | number)[];

/** What can stand in a scenario's file. */
export type EditValue = string | number | boolean | null | readonly EditValue[] | { readonly [key: string]: EditValue };

/** One change of a scenario's text. */
export type Edit =
  | {
      readonly kind: 'set';
      readonly path: EditPath;
      readonly value: EditValue;
      /** What stands beside it from now on, on a line of its own key; empty: nothing. Left out, a comment stays. */
      readonly comment?: string | undefined;
    }
  | { readonly kind: 'remove'; readonly path: EditPath }
  /** Puts an item at the end of a list, which is made where it isn't there. */
  | { readonly kind: 'append'; readonly path: EditPath; readonly value: EditValue }
  /** Puts a copy of a list's item behind it, with other values for some of its keys. */
  | {
      readonly kind: 'duplicate';
      readonly path: EditPath;
      readonly values: { readonly [key: string]: EditValue };
    };

/** The changed text, or the edit that has no place in this file. */
type EditOutcome = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly edit: Edit };

/**
 * Edits a scenario's text as a person would: a number or a text that stands there is written over and every other character
 * stays; what isn't there yet is put in by printing the document anew, comments preserved. Items of a list are found by their
 * id, in `lines` by platform, stage and segment, in `creators` and `organic` by name; one that stands in a file that this one extends gets
 * an entry in this one.
 */
export function editText(text: string, edits: readonly Edit[]): EditOutcome {
  let current = text;
  for (const edit of edits) {
    const next = editOnce(current, edit);
    if (next === null) return { ok: false, edit };
    current = next;
  }
  return { ok: true, text: current };
}

function editOnce(text: string, edit: Edit): string | null {
  const document = parseDocument(text, { uniqueKeys: false, logLevel: 'error' });
  if (document.errors.length > 0 || !isMap(document.contents)) return null;
  if (edit.kind === 'set') addOwnItem(document, edit.path);
  const path = positionsOf(document, edit.path);
  if (path === null) return null;
  if (edit.kind === 'set') {
    const commented = edit.comment !== undefined && !isInFlow(document, path);
    const spliced = commented ? null : splicedScalar(text, document, path, edit.value);
    if (spliced !== null) return spliced;
    const node = document.createNode(edit.value, { flow: path.length > 1 });
    if (commented) node.comment = edit.comment === '' ? null : ` ${edit.comment}`;
    const before = document.getIn(path, true);
    if (isScalar(before) && !isScalar(node) && edit.comment === undefined) node.commentBefore = before.comment ?? null;
    setIn(document, path, node);
  } else if (edit.kind === 'append') {
    const list = document.getIn(path);
    const item = document.createNode(edit.value, { flow: true });
    if (isSeq(list)) list.add(item);
    else if (list === undefined || list === null) setIn(document, path, document.createNode([item]));
    else return null;
  } else if (edit.kind === 'duplicate') {
    if (!duplicate(document, path, edit.values)) return null;
  } else {
    if (!document.hasIn(path)) return null;
    document.deleteIn(path);
    removeEmpty(document, path.slice(0, -1));
  }
  return print(document, text);
}

/** Whether there was such an item. Comments within it are copied, those above it stay with the original. */
function duplicate(
  document: Document,
  path: readonly (string | number)[],
  values: { [key: string]: EditValue },
): boolean {
  const list = document.getIn(path.slice(0, -1));
  const at = path.at(-1);
  if (!isSeq(list) || typeof at !== 'number') return false;
  const item = list.items[at];
  if (!isMap(item)) return false;
  const copy = item.clone();
  if (!isMap(copy)) return false;
  delete copy.commentBefore;
  // An anchor names one place of a file.
  visit(copy, (_, node) => {
    if (isNode(node) && 'anchor' in node) delete node.anchor;
  });
  for (const [key, value] of Object.entries(values)) copy.set(key, document.createNode(value, { flow: true }));
  list.items.splice(at + 1, 0, copy);
  return true;
}

/** `setIn` through what is missing or no map yet (`market: 5`), which becomes one. */
function setIn(document: Document, path: readonly (string | number)[], value: unknown): void {
  for (let length = 1; length < path.length; length++) {
    const at = document.getIn(path.slice(0, length), true);
    if (!isMap(at) && !isSeq(at)) {
      document.setIn(path.slice(0, length), document.createNode({}, { flow: length > 1 }));
    }
  }
  document.setIn(path, value);
}

function splicedScalar(
  text: string,
  document: Document,
  path: readonly (string | number)[],
  value: EditValue,
): string | null {
  const node = document.getIn(path, true);
  if (!isScalar(node) || !node.range || node.range[1] === node.range[0]) return null;
  if (node.anchor !== undefined || (typeof value === 'object' && value !== null)) return null;
  // A block text has its indentation and its end to keep; the library prints those.
  if (node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL') return null;
  const inFlow = isInFlow(document, path);
  const piece = scalarText(value, inFlow);
  return piece === null ? null : text.slice(0, node.range[0]) + piece + text.slice(node.range[1]);
}

function isInFlow(document: Document, path: readonly (string | number)[]): boolean {
  return path.some((_, k) => {
    const at = k === 0 ? document.contents : document.getIn(path.slice(0, k), true);
    return (isMap(at) || isSeq(at)) && at.flow === true;
  });
}

/** Plain where YAML reads it back as the same, quoted where it wouldn't. */
function scalarText(value: string | number | boolean | null | readonly EditValue[] | object, inFlow: boolean) {
  if (typeof value === 'object' && value !== null) return null;
  if (typeof value !== 'string') return String(value);
  const printed = parseDocument(inFlow ? `[${value}]` : value, { logLevel: 'silent' });
  const read = inFlow
    ? printed.getIn([0])
    : printed.contents !== null && isScalar(printed.contents) && printed.contents.value;
  const only = inFlow ? isSeq(printed.contents) && printed.contents.items.length === 1 : true;
  const plain = printed.errors.length === 0 && only && read === value && !/[\n#]/.test(value) && value.trim() === value;
  return plain ? value : JSON.stringify(value);
}

/** A map that lost its last key, and what held it, goes too: `rules: {}` says nothing. */
function removeEmpty(document: Document, path: readonly (string | number)[]): void {
  if (path.length === 0) return;
  const at = document.getIn(path);
  if ((isMap(at) || isSeq(at)) && at.items.length === 0) {
    document.deleteIn(path);
    removeEmpty(document, path.slice(0, -1));
  }
}

function print(document: Document, before: string): string {
  if (before.trimStart().startsWith('{')) return `${JSON.stringify(document.toJS(), null, 2)}\n`;
  const text = document.toString({ lineWidth: 0 });
  return before.includes('\r\n') ? text.replace(/\r?\n/g, '\r\n') : text;
}
