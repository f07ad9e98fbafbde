import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashOf } from '../files/manifest.js';
import { canonicalJson, sha256 } from './canonical.js';

/**
 * Of the built program, what doesn't run (declarations, what the build notes for itself, benchmarks), and native code, that each
 * machine compiles for itself and that gives the bytes WebAssembly gives.
 */
const NO_PROGRAM = ['types', 'bench', 'native', '.built', 'planner/.built', 'tsconfig.tsbuildinfo'];

let known: Promise<string> | undefined;

/**
 * SHA-256 over the program's own files (their paths and contents) and what they are built on (`package.json`): a version number is
 * only a word, this is what runs.
 */
export function buildHash(): Promise<string> {
  known ??= hashOfThis();
  return known;
}

async function hashOfThis(): Promise<string> {
  const here = fileURLToPath(import.meta.url);
  const root = await packageAbove(dirname(here));
  // Built, the program is in `dist`; under test, it is its sources and the kernels built from them.
  return hashOfProgram(root, here.startsWith(join(root, 'dist')) ? 'dist' : 'src');
}

/** The hash of a package's program: its command, all below the folder that it is in, and its `package.json`. */
export async function hashOfProgram(root: string, folder: 'dist' | 'src'): Promise<string> {
  const without = NO_PROGRAM.map((name) => join(root, 'dist', name));
  const files = [
    ...(await filesBelow(join(root, 'bin'), without)),
    ...(await filesBelow(join(root, folder), without)),
    join(root, 'package.json'),
  ];
  const hashes = await Promise.all(
    files.map(async (path) => [path.slice(root.length).replaceAll('\\', '/'), hashOf(await readFile(path))]),
  );
  return sha256(canonicalJson(Object.fromEntries(hashes)));
}

async function packageAbove(folder: string): Promise<string> {
  const there = await readFile(join(folder, 'package.json')).then(
    () => true,
    () => false,
  );
  if (there || dirname(folder) === folder) return folder;
  return packageAbove(dirname(folder));
}

async function filesBelow(folder: string, without: readonly string[]): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name);
      if (without.includes(path)) return [];
      return entry.isDirectory() ? filesBelow(path, without) : [path];
    }),
  );
  return found.flat().sort();
}
