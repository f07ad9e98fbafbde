import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashOf } from '../files/manifest.js';
import { canonicalJson, sha256 } from './canonical.js';

/** Folders of the built program that don't compute anything. */
const NO_PROGRAM = ['types', 'bench'];
const PROGRAM = /\.(js|mjs|cjs|ts|wasm)$/;

let known: Promise<string> | undefined;

/**
 * SHA-256 over the program's own files (their paths and contents) and what they are built on (`package.json`): a version number is
 * only a word, this is what runs.
 */
export function buildHash(): Promise<string> {
  known ??= hashProgram();
  return known;
}

async function hashProgram(): Promise<string> {
  const here = fileURLToPath(import.meta.url);
  const root = await packageAbove(dirname(here));
  // Built, the program is in `dist`; under test, it is its sources and the kernels built from them.
  const built = here.startsWith(join(root, 'dist'));
  const files = built ? await filesBelow(join(root, 'dist'), NO_PROGRAM) : await filesBelow(join(root, 'src'), []);
  const hashes = await Promise.all(files.map(async (path) => [path.slice(root.length), hashOf(await readFile(path))]));
  const named = Object.fromEntries([...hashes, ['package.json', hashOf(await readFile(join(root, 'package.json')))]]);
  return sha256(canonicalJson(named));
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
      if (entry.isDirectory()) return without.includes(entry.name) ? [] : filesBelow(path, []);
      return PROGRAM.test(entry.name) ? [path] : [];
    }),
  );
  return found.flat().sort();
}
