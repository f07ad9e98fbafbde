import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Rounds in which both programs take turns; of each the least counts, as others only add to it. */
const ROUNDS = 3;

/**
 * Each task's ratio now over that of the code by which `bench/baseline.json` was written, both measured on this machine in turns: what a
 * processor's caches, its neighbours or another version of Node make of a task, they make of both.
 *
 * @param names of tasks
 * @returns `null` where that code can't be had: no repository, or one without its history
 */
export async function againstBaselineCode(
  root: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, number> | null> {
  const commit = baselineCommit(root);
  if (commit === null) return null;
  const folder = await mkdtemp(join(tmpdir(), 'huni-baseline-'));
  try {
    const before = join(folder, 'code');
    await checkOut(root, commit, before);
    const changes = new Map<string, number>();
    for (const name of names) {
      let [least, leastBefore] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
      for (let round = 0; round < ROUNDS; round++) {
        leastBefore = Math.min(leastBefore, await ratioOf(before, name, join(before, 'bench/baseline.json')));
        least = Math.min(least, await ratioOf(root, name, join(folder, 'now.json')));
      }
      // The baseline's code may know no task of that name.
      if (leastBefore > 0) changes.set(name, least / leastBefore - 1);
    }
    return changes;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The commit that last wrote the baseline, where its files are there. */
function baselineCommit(root: string): string | null {
  const git = (...args: string[]): string =>
    execFileSync('git', ['-C', root, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    if (git('rev-parse', '--is-shallow-repository') === 'true') return null;
    const commit = git('log', '-1', '--format=%H', '--', 'bench/baseline.json');
    return commit === '' ? null : commit;
  } catch {
    return null;
  }
}

/** A commit's files in a folder of their own, built, without a trace in the repository. */
async function checkOut(root: string, commit: string, folder: string): Promise<void> {
  execFileSync('bash', [
    '-c',
    'set -euo pipefail; mkdir "$3"; git -C "$1" archive "$2" | tar -x -C "$3"',
    'bash',
    root,
    commit,
    folder,
  ]);
  const lock = async (of: string): Promise<string> => await readFile(join(of, 'package-lock.json'), 'utf8');
  const npm = (...args: string[]): void => void execFileSync('npm', args, { cwd: folder, stdio: 'ignore' });
  if ((await lock(root)) === (await lock(folder)))
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  else npm('ci', '--no-audit', '--no-fund');
  npm('run', '--silent', 'bundle');
}

/** Measures one task by a tree's own bench, in a process of its own. */
async function ratioOf(root: string, name: string, baseline: string): Promise<number> {
  const own = join(root, 'bench/baseline.json');
  if (baseline !== own) await cp(own, baseline);
  const args = ['--only', name, '--repeats', '3', '--update', '--baseline', baseline];
  execFileSync(process.execPath, [join(root, 'dist/bench/check.js'), ...args], { stdio: 'ignore' });
  return (JSON.parse(await readFile(baseline, 'utf8')) as Readonly<Record<string, number>>)[name]!;
}
