// How many small mistakes the tests would notice. `npm run test:mutants -- --count 400 --results FILE`: a copy of the tree
// gets all the mistakes that are drawn, asleep; one run of all tests tells which of them come to which mistake; then each is
// woken by itself, and the tests that come to it run, quickest and nearest first, until one fails. What FILE holds isn't
// tried again, so that a run that was stopped goes on.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { AWAKE, chosenMutants, keyOf, putInto, SEEN } from './mutants.mjs';
import { addResult, printScore, readResults } from './results.mjs';
import { openSession } from './session.mjs';
import { copyTree, distance, importGraph } from './tree.mjs';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '400' },
    seed: { type: 'string', default: '2026' },
    results: { type: 'string', default: join(tmpdir(), 'huni-mutants.jsonl') },
    // What a first look at a mutant may cost, in seconds of its tests asleep; survivors of it are looked at again by all that is left.
    first: { type: 'string', default: '6' },
    thorough: { type: 'boolean', default: false },
    // Survivors are tried again, by these files only: those that were written since, say.
    again: { type: 'string', multiple: true },
  },
});
const results = resolve(values.results);
const graph = importGraph();
const { most, chosen } = await chosenMutants(Number(values.count), values.seed);
console.log(`${most} mutants, ${chosen.length} chosen, ${readResults(results).size} tried before`);

const parent = mkdtempSync(join(tmpdir(), 'huni-mutants-'));
const copy = join(parent, 'tree');
process.on('SIGINT', () => process.exit(130));
process.on('SIGTERM', () => process.exit(143));
process.on('exit', () => rmSync(parent, { recursive: true, force: true }));
copyTree(copy);
const ids = await putInto(copy, chosen);
process.chdir(copy);

const exclude = ['test/browser/**', 'test/real-data/**', 'test/architecture/**'];
if (!values.thorough) exclude.push('test/thorough/**');

/** For each test file: what it takes with all mutants asleep, whether it passes then, and which of them it comes to. */
async function mapOfTests() {
  const seen = join(parent, 'seen');
  mkdirSync(seen);
  process.env[SEEN] = seen;
  const session = await openSession({ exclude, isolate: false });
  const tests = [...graph.keys()].filter((name) => name.endsWith('.test.ts') && !left(name)).sort();
  const { modules } = await session.run(tests, 7_200_000);
  await session.close();
  delete process.env[SEEN];
  const sightings = (name) =>
    existsSync(join(seen, name)) ? readFileSync(join(seen, name), 'utf8').trim().split('\n') : [];
  return {
    built: sightings('build'),
    loading: sightings('loading'),
    tests: modules.map(({ test, failed, milliseconds }) => {
      const names = readdirSync(seen).filter((name) => name.endsWith(`%tree%${test.replaceAll('/', '%')}`));
      return { test, failed, milliseconds, seen: names.flatMap(sightings) };
    }),
  };
}

const left = (name) => exclude.some((one) => name.startsWith(one.replace('**', '')));

const mapFile = `${results}.${values.thorough ? 'thorough' : 'unit'}-map.json`;
if (!existsSync(mapFile)) {
  const began = Date.now();
  const made = await mapOfTests();
  writeFileSync(mapFile, JSON.stringify(made));
  console.log(`all tests with all mutants asleep: ${Math.round((Date.now() - began) / 1000)} s`);
}
const { built, loading, tests } = JSON.parse(readFileSync(mapFile, 'utf8'));
for (const { test } of tests.filter((one) => one.failed))
  console.log(`left out: ${test} fails with all mutants asleep`);
/** Tests that come to a mutant, quickest and nearest first. */
function ordered(mutant, id) {
  return tests
    .map((one) => ({ ...one, at: distance(graph, one.test, mutant.fileName) }))
    .filter(({ failed, seen, at }) => !failed && (seen.includes(id) || (loading.includes(id) && at < Infinity)))
    .map((one) => ({ ...one, rank: one.milliseconds + 1000 * Math.min(8, one.at) }))
    .sort((a, b) => a.rank - b.rank);
}

const session = await openSession({ exclude, isolate: false, bail: 1 });
const builtAsleep = join(parent, 'dist');
execFileSync(process.execPath, ['-e', "import('./scripts/build-if-changed.mjs').then((one) => one.buildIfChanged())"]);
cpSync('dist', builtAsleep, { recursive: true });

/** Runs tests with one mutant awake; what is made of it while building is built with it. */
async function tried(id, some) {
  process.env[AWAKE] = id;
  try {
    if (built.includes(id)) {
      try {
        execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'pipe', timeout: 300_000 });
      } catch {
        return { outcome: 'noticed', by: 'the build' };
      }
      writeFileSync('dist/.built', readFileSync(join(builtAsleep, '.built')));
    }
    const asleep = some.reduce((sum, one) => sum + (one.milliseconds ?? 20_000), 0);
    const { endless, errors, modules } = await session.run(
      some.map((one) => one.test),
      60_000 + 10 * asleep,
    );
    if (endless) return { outcome: 'endless' };
    const by = modules.find((one) => one.failed)?.test ?? errors[0];
    return by === undefined ? { outcome: 'survived' } : { outcome: 'noticed', by };
  } finally {
    delete process.env[AWAKE];
    if (built.includes(id)) {
      rmSync('dist', { recursive: true });
      cpSync(builtAsleep, 'dist', { recursive: true });
    }
  }
}

async function record(mutant, some, before, of) {
  const key = keyOf(mutant);
  const began = Date.now();
  const result = some.length === 0 ? { outcome: 'survived' } : await tried(ids.get(key), some);
  const seconds = Math.round((Date.now() - began) / 1000);
  addResult(results, { key, ...result, tried: before + some.length, of, seconds });
  console.log(`${result.outcome} ${key} ${result.by ?? ''} ${seconds} s`);
}

/** The first tests of a list, for so many seconds. */
function upTo(some, seconds) {
  let sum = 0;
  return some.filter((one, k) => {
    sum += one.milliseconds;
    return k === 0 || sum <= 1000 * seconds;
  });
}

// A copy that fails without a mutant would notice every one.
const asleep = await session.run(['test/approvals/ledger.test.ts'], 120_000);
if (asleep.modules.length !== 1 || asleep.modules[0].failed) throw new Error('tests fail before anything is changed');

if (values.again === undefined) {
  for (const mutant of chosen) {
    if (readResults(results).has(keyOf(mutant))) continue;
    const all = ordered(mutant, ids.get(keyOf(mutant)));
    await record(mutant, upTo(all, Number(values.first)), 0, all.length);
  }
  for (const mutant of chosen) {
    const known = readResults(results).get(keyOf(mutant));
    const all = ordered(mutant, ids.get(keyOf(mutant)));
    if (known.outcome !== 'survived' || known.tried >= all.length) continue;
    await record(mutant, all.slice(known.tried), known.tried, all.length);
  }
} else {
  for (const mutant of chosen) {
    const known = readResults(results).get(keyOf(mutant));
    if (known?.outcome !== 'survived') continue;
    await record(
      mutant,
      values.again.map((test) => ({ test })),
      known.tried,
      known.of + values.again.length,
    );
  }
}
await session.close();
const keys = new Set(chosen.map(keyOf));
printScore(new Map([...readResults(results)].filter(([key]) => keys.has(key))));
process.exit(0);
