import { type Document, isMap, isScalar, isSeq, visit, type YAMLMap } from 'yaml';

import { canonicalId } from './platform-names.js';

/** A piece of text in the place of another, by offsets. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** `platform/stage` or `platform/stage/segment` of an item of `lines`. */
export function idOf(map: YAMLMap): string {
  const written = ['platform', 'stage', 'segment']
    .map((key) => map.get(key))
    .filter((part) => part !== undefined && part !== null)
    .map((part) => String(part).trim())
    .join('/');
  return canonicalId(written);
}

/** `platform/stage/@name` of an item of `creators`. */
export function sourceIdOf(map: YAMLMap): string {
  const [platform, stage, name] = ['platform', 'stage', 'name'].map((key) => map.get(key));
  return canonicalId(
    `${String(platform).trim()}/${String(stage ?? 'awareness')}/@${String(name).trim().replace(/^@/, '')}`,
  );
}

/** Numbers of posts in the place of what was to be chosen; `null` where one of them stands elsewhere. */
function postsEdits(yaml: Document, posts: ReadonlyMap<string, number>): readonly Edit[] | null {
  const creators = yaml.get('creators');
  const edits: Edit[] = [];
  for (const item of isSeq(creators) ? creators.items : []) {
    const count = isMap(item) ? posts.get(sourceIdOf(item)) : undefined;
    if (!isMap(item) || count === undefined) continue;
    const node: unknown = item.get('posts', true);
    // A map in block style ends in the next line.
    const inLine = isScalar(node) || (isMap(node) && node.flow === true);
    if (!inLine || !node.range) return null;
    edits.push({ start: node.range[0], end: node.range[1], text: String(count) });
  }
  return edits.length === posts.size ? edits : null;
}

/**
 * The text with budgets put in where the old ones stand (or before the line's `stage`), and lists of weights where
 * `flighting` stands and numbers where posts were to be chosen, so that every other character stays.
 * `null` where that can't be done: aliases, which would carry a budget elsewhere, or lines that stand in another file.
 */
export function patchPlan(
  text: string,
  yaml: Document,
  budgets: ReadonlyMap<string, number>,
  flighting: ReadonlyMap<string, readonly number[]>,
  posts: ReadonlyMap<string, number>,
): string | null {
  const list = yaml.get('lines');
  if (!isSeq(list) || hasAliases(yaml)) return null;
  const edits: Edit[] = [];
  const left = new Set(budgets.keys());
  for (const item of list.items) {
    if (!isMap(item)) return null;
    const budget = budgets.get(idOf(item));
    const edit = budget === undefined ? null : budgetEdit(text, item, budget);
    if (edit === null) return null;
    edits.push(edit);
    const weights = flighting.get(idOf(item));
    if (weights !== undefined) {
      const weightsEdit = flightingEdit(text, item, weights);
      if (weightsEdit === null) return null;
      edits.push(weightsEdit);
    }
    left.delete(idOf(item));
  }
  if (left.size > 0) return null;
  const postEdits = postsEdits(yaml, posts);
  if (postEdits === null) return null;
  edits.push(...postEdits);
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce((patched, { start, end, text: piece }) => patched.slice(0, start) + piece + patched.slice(end), text);
}

function budgetEdit(text: string, map: YAMLMap, budget: number): Edit | null {
  const old = map.get('budget', true);
  if (isScalar(old)) {
    // An empty value ("budget:") has no text to be put in the place of.
    return old.range && old.range[1] > old.range[0]
      ? { start: old.range[0], end: old.range[1], text: String(budget) }
      : null;
  }
  return beforeStage(text, map, 'budget', String(budget));
}

/** Weights where `free`, a word or a list in one line stands, or before the line's `stage`. */
function flightingEdit(text: string, map: YAMLMap, weights: readonly number[]): Edit | null {
  const list = `[${weights.join(', ')}]`;
  const old: unknown = map.get('flighting', true);
  if (old === undefined) return beforeStage(text, map, 'flighting', list);
  const inLine = isScalar(old) || (isSeq(old) && old.flow === true);
  if (!inLine || !old.range || old.range[1] <= old.range[0]) return null;
  return { start: old.range[0], end: old.range[1], text: list };
}

function beforeStage(text: string, map: YAMLMap, name: string, value: string): Edit | null {
  const stage = map.items.find((pair) => isScalar(pair.key) && pair.key.value === 'stage')?.key;
  if (!isScalar(stage) || !stage.range) return null;
  const start = stage.range[0];
  const quotes = text[start] === '"' ? '"' : '';
  const key = `${quotes}${name}${quotes}: ${value}`;
  const indent = ' '.repeat(start - (text.lastIndexOf('\n', start - 1) + 1));
  return { start, end: start, text: map.flow ? `${key}, ` : `${key}\n${indent}` };
}

function hasAliases(yaml: Document): boolean {
  let found = false;
  visit(yaml, {
    Alias: () => {
      found = true;
      return visit.BREAK;
    },
  });
  return found;
}
