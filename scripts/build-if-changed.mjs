// Builds `dist/` where what it is made from has changed since: what the tests' set-up calls.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = new URL('..', import.meta.url).pathname;
const stamp = join(root, 'dist/.built');
const pageStamp = join(root, 'dist/planner/.built');

/** Brings `dist/` up to date with the tree; the planner's page only where it is missing: tests in a browser look at that. */
export function buildIfChanged() {
  const now = hashOfSources();
  if (readIfThere(stamp) !== now) {
    run('scripts/build.mjs');
    writeFileSync(stamp, now);
  }
  if (!existsSync(join(root, 'dist/planner/page/index.html'))) buildPage(now);
}

/** Brings the planner's page up to date, after `buildIfChanged`. */
export function buildPageIfChanged() {
  const now = hashOfSources();
  if (readIfThere(pageStamp) !== now) buildPage(now);
}

function buildPage(hash) {
  run('scripts/build-page.mjs');
  writeFileSync(pageStamp, hash);
}

function run(script) {
  execFileSync(process.execPath, [join(root, script)], { cwd: root, stdio: 'inherit' });
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
