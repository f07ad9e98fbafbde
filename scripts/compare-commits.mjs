// Compares every figure of every scenario's result between commits, each with the one before it:
//   node scripts/compare-commits.mjs COMMIT COMMIT…
// Each commit is checked out apart, bundled with the packages of this tree, and run on the scenarios of the first one. Prints a
// table for bench/NOTES.md: figures compared, the largest relative change and where, and figures or words that only one has.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { compareResults } from './compare-results.mjs';

const DRAWS = '1024';
const commits = process.argv.slice(2);
if (commits.length < 2) {
  console.error('usage: node scripts/compare-commits.mjs COMMIT COMMIT…');
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'huni-commits-'));
const git = (...words) => execFileSync('git', words, { encoding: 'utf8' }).trim();

/** Results of the scenarios by a commit's code; `null`: it has no answer to one. */
function resultsOf(commit, scenarios) {
  const tree = join(folder, commit);
  git('worktree', 'add', '--detach', '--quiet', tree, commit);
  try {
    symlinkSync(resolve('node_modules'), join(tree, 'node_modules'));
    execFileSync('npm', ['run', '--silent', 'bundle'], { cwd: tree, stdio: ['ignore', 'ignore', 'inherit'] });
    return new Map(
      scenarios.map((path) => {
        try {
          const options = ['run', resolve(path), '--json', '--draws', DRAWS];
          const settings = { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 30, stdio: ['ignore', 'pipe', 'ignore'] };
          return [path, JSON.parse(execFileSync(process.execPath, [join(tree, 'bin/huni.js'), ...options], settings))];
        } catch {
          return [path, null];
        }
      }),
    );
  } finally {
    git('worktree', 'remove', '--force', tree);
  }
}

try {
  const scenarios = readdirSync('scenarios')
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join('scenarios', name));
  console.log('| commit | figures | largest relative change | where | only in one |\n| --- | --- | --- | --- | --- |');
  let before = resultsOf(commits[0], scenarios);
  for (const commit of commits.slice(1)) {
    const after = resultsOf(commit, scenarios);
    let [figures, only] = [0, 0];
    let largest = { change: 0, path: '–' };
    for (const path of scenarios) {
      const [from, to] = [before.get(path), after.get(path)];
      if (from === null || to === null) {
        if (from !== to) only++;
        continue;
      }
      const found = compareResults(from, to);
      figures += found.figures;
      only += found.differences.length;
      if (found.largest.change > largest.change) largest = { ...found.largest, path: `${path}${found.largest.path}` };
    }
    const subject = git('log', '-1', '--format=%h %s', commit);
    console.log(`| ${subject} | ${figures} | ${largest.change.toExponential(1)} | ${largest.path} | ${only} |`);
    before = after;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
