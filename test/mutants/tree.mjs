// The tree as files: what imports what, and a copy to put mistakes into.
import { cpSync, existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');

/** @returns files of a folder with that ending, by their paths from the root, without what another language compiles */
export function files(folder, end) {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && one.name.endsWith(end) && !one.parentPath.includes('assembly'))
    .map((one) => relative(ROOT, join(one.parentPath, one.name)))
    .sort();
}

/** @returns which files import which, by relative imports that aren't of types only */
export function importGraph() {
  return new Map([...files('src', '.ts'), ...files('test', '.ts')].map((file) => [file, importsOf(file)]));
}

function importsOf(file) {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return [...text.matchAll(/^(?:import|export)(?! type)[^;]*?from '(\.[^']*)';/gms)].map((one) =>
    join(dirname(file), one[1]).replace(/\.js$/, '.ts'),
  );
}

/** @returns over how many imports a test reaches a file; infinite where only a command that it starts does */
export function distance(graph, test, file) {
  const seen = new Map([[test, 0]]);
  const queue = [test];
  for (const one of queue) {
    if (one === file) return seen.get(one);
    for (const next of graph.get(one) ?? []) {
      if (!seen.has(next)) {
        seen.set(next, seen.get(one) + 1);
        queue.push(next);
      }
    }
  }
  return Number.POSITIVE_INFINITY;
}

const PARTS = [
  'src',
  'test',
  'tsconfig',
  'scripts',
  'bench',
  'bin',
  'dist',
  'docs',
  'scenarios',
  '.ci',
  '.github',
  'deploy',
];

/** A copy of the tree in a folder, with the packages of this one. */
export function copyTree(copy) {
  for (const one of [...PARTS, ...readdirSync(ROOT).filter((name) => /\.(json|md|ts|yaml|yml)$/.test(name))]) {
    if (existsSync(join(ROOT, one))) cpSync(join(ROOT, one), join(copy, one), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
}
