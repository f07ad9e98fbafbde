// Builds `dist/` where what it is made from has changed since: what the tests' set-up calls.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = new URL('..', import.meta.url).pathname;
const stamp = join(root, 'dist/.built');

/** Brings `dist/` up to date with the tree. */
export function buildIfChanged() {
  const now = hashOfSources();
  if (readIfThere(stamp) === now) return;
  execFileSync(process.execPath, [join(root, 'scripts/build.mjs')], { cwd: root, stdio: 'inherit' });
  writeFileSync(stamp, now);
}

function hashOfSources() {
  const hash = createHash('sha256');
  for (const folder of ['src', 'bench', 'scripts']) {
    const files = readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile(),
    );
    for (const path of files.map((one) => join(one.parentPath, one.name)).sort()) {
      hash.update(path).update('\0').update(readFileSync(path));
    }
  }
  return hash.update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
}

function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}
