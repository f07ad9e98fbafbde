// Which tests come to which mutants: each test file runs by itself once, with all mutants asleep.
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SEEN } from './mutants.mjs';
import { openSession } from './session.mjs';
import { distance } from './tree.mjs';

/** So many files at a time, after which what is known is on disk. */
const BATCH = 10;

const linesOf = (path) => (existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n').filter(Boolean) : []);

/**
 * @param folder where what is known is kept from one call to the next
 * @param tests files that are to be known of
 * @param settings of the test runner
 * @returns for each test file whether it fails with all mutants asleep, its milliseconds and the ids that it comes to; and the ids that are come to while building
 */
export async function mapOfTests(folder, tests, settings) {
  mkdirSync(folder, { recursive: true });
  const journal = join(folder, 'tests.jsonl');
  const known = () => new Map(linesOf(journal).map((line) => [JSON.parse(line).test, JSON.parse(line)]));
  const before = known();
  const left = tests.filter((one) => !before.has(one));
  if (left.length > 0) {
    process.env[SEEN] = folder;
    // A process for each file: code that runs once a process, as modules and tables do, is come to by each test that needs it.
    const session = await openSession({ ...settings, isolate: true });
    for (let at = 0; at < left.length; at += BATCH) {
      const { modules } = await session.run(left.slice(at, at + BATCH), 3_600_000);
      for (const one of modules) appendFileSync(journal, `${JSON.stringify(one)}\n`);
      console.log(`${Math.min(at + BATCH, left.length)} of ${left.length} test files with all mutants asleep`);
    }
    await session.close();
    delete process.env[SEEN];
  }
  const names = readdirSync(folder);
  const seenBy = (test) =>
    new Set(
      names
        .filter((name) => name.endsWith(`%tree%${test.replaceAll('/', '%')}`))
        .flatMap((name) => linesOf(join(folder, name))),
    );
  const all = known();
  return {
    built: new Set(linesOf(join(folder, 'build'))),
    tests: tests.flatMap((test) => (all.has(test) ? [{ ...all.get(test), seen: seenBy(test) }] : [])),
  };
}

/** Test files that come to a mutant, quickest and nearest first. */
export function comingTo({ tests }, graph, mutant, id) {
  return tests
    .filter(({ failed, seen }) => !failed && seen.has(id))
    .map((one) => ({ ...one, rank: one.milliseconds + 1000 * Math.min(8, distance(graph, one.test, mutant.fileName)) }))
    .sort((a, b) => a.rank - b.rank);
}
