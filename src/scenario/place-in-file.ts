import { normalize } from 'node:path';
import { MAX_SCENARIO_BYTES, readText } from './source/file.js';
import { loadText } from './source/load.js';
import { accessOf } from './source/root.js';
import { child, type Path, type SourceNode } from './source/tree.js';

/**
 * Where the first of these paths that is there stands, as `file:line:column`, for what is found out only when a plan is priced; the
 * name alone where none of them is there, or it is no file's.
 */
export async function placeInFile(name: string, paths: readonly Path[]): Promise<string> {
  const file = await readText(name, MAX_SCENARIO_BYTES);
  if (!file.ok) return name;
  const loading = await loadText(file.text, normalize(name), accessOf(name, undefined));
  if (!loading.ok) return name;
  for (const steps of paths) {
    let node: SourceNode | undefined = loading.root;
    for (const step of steps) node = node === undefined ? undefined : child(node, step);
    if (node !== undefined) return `${node.place.path}:${node.place.line}:${node.place.column}`;
  }
  return name;
}
