// How many small mistakes the tests would notice. `npm run test:mutants -- --count 400 --results FILE`: a copy of the tree
// gets all the mistakes that are drawn, asleep; one run of all tests tells which of them come to which mistake; then each is
// woken by itself, and the tests that come to it run, quickest and nearest first, until one fails. What FILE and its folder
// hold isn't tried again, so that a run that was stopped goes on.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { comingTo, mapOfTests } from './map.mjs';
import { AWAKE, chosenMutants, keyOf, putInto } from './mutants.mjs';
import { addResult, printScore, readResults } from './results.mjs';
import { openSession } from './session.mjs';
import { copyTree, importGraph } from './tree.mjs';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '400' },
    seed: { type: 'string', default: '2026' },
    // Mutants that were drawn before, so that what is known of them counts on; where there is no such file, what is drawn is written there.
    sample: { type: 'string', default: '' },
    results: { type: 'string', default: join(tmpdir(), 'huni-mutants.jsonl') },
    // What a first look at a mutant may cost, in seconds of its tests asleep; survivors of it are looked at again by the rest.
    first: { type: 'string', default: '10' },
    // Each mutant by all its tests before the next one, so that what a run that is stopped has tried is a sample of its own.
    whole: { type: 'boolean', default: false },
    // Without tests that are slow: by what `npm test` runs.
    quick: { type: 'boolean', default: false },
    // With `test/thorough` as well, of whose long lists of cases the samples that continuous integration tries.
    thorough: { type: 'boolean', default: false },
    // Only test files whose paths have one of these in them, with commas between: survivors are tried again by those that were written since, say.
    only: { type: 'string', default: '' },
  },
});
const results = resolve(values.results);
const graph = importGraph();
const sample = values.sample === '' ? '' : resolve(values.sample);
const { most, chosen } =
  sample !== '' && existsSync(sample)
    ? JSON.parse(readFileSync(sample, 'utf8'))
    : await chosenMutants(Number(values.count), values.seed);
if (sample !== '' && !existsSync(sample)) writeFileSync(sample, JSON.stringify({ most, chosen }));
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
const settings = { exclude, ...(values.quick ? { tagsFilter: ['!slow'] } : {}) };
const wanted = (name) =>
  name.endsWith('.test.ts') &&
  values.only.split(',').some((part) => name.includes(part)) &&
  !exclude.some((one) => name.startsWith(one.replace('**', '')));
const map = await mapOfTests(`${results}.seen`, [...graph.keys()].filter(wanted).sort(), settings);
for (const { test } of map.tests.filter((one) => one.failed)) {
  console.log(`left out: ${test} fails with all mutants asleep`);
}

const session = await openSession({ ...settings, isolate: false, bail: 1 });
execFileSync(process.execPath, ['-e', "import('./scripts/build-if-changed.mjs').then((one) => one.buildIfChanged())"]);
const builtAsleep = join(parent, 'dist');
cpSync('dist', builtAsleep, { recursive: true });

/** Does something with one mutant awake: where it is come to while building, on what is built with it. @returns null where that can't be built */
async function withAwake(id, something) {
  process.env[AWAKE] = id;
  try {
    if (map.built.has(id)) {
      try {
        execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'pipe', timeout: 300_000 });
      } catch {
        return null;
      }
      writeFileSync('dist/.built', readFileSync(join(builtAsleep, '.built')));
    }
    return await something();
  } finally {
    delete process.env[AWAKE];
    if (map.built.has(id)) {
      rmSync('dist', { recursive: true });
      cpSync(builtAsleep, 'dist', { recursive: true });
    }
  }
}

async function tried(some) {
  const asleep = some.reduce((sum, one) => sum + one.milliseconds, 0);
  // What takes ten times as long goes round in circles.
  const { endless, errors, modules } = await session.run(
    some.map((one) => one.test),
    60_000 + 10 * asleep,
  );
  if (endless) return { outcome: 'endless' };
  const by = modules.find((one) => one.failed)?.test ?? errors[0];
  return by === undefined ? { outcome: 'survived' } : { outcome: 'noticed', by };
}

/** The first tests of a list, for so many seconds; one at least. */
function upTo(tests, seconds) {
  let sum = 0;
  return tests.filter((one, k) => {
    sum += one.milliseconds;
    return k === 0 || sum <= 1000 * seconds;
  });
}

// A copy that fails without a mutant would notice every one.
const first = await session.run(['test/approvals/policy.test.ts'], 300_000);
if (first.modules.length !== 1 || first.modules[0].failed) throw new Error('tests fail before anything is changed');

// Longer and longer looks: most of what is noticed at all is noticed soon.
const firstLook = Number(values.first);
const looks = [firstLook, 4 * firstLook, 12 * firstLook, Number.POSITIVE_INFINITY];

/** Looks at a mutant, unless it is noticed. @returns whether there may be more to look at */
async function lookedAt(mutant, seconds) {
  const key = keyOf(mutant);
  const known = readResults(results).get(key);
  if (known !== undefined && known.outcome !== 'survived') return false;
  const passed = known?.passed ?? [];
  const left = comingTo(map, graph, mutant, ids.get(key)).filter((one) => !passed.includes(one.test));
  if (known !== undefined && left.length === 0) return false;
  if (known !== undefined && seconds === firstLook && values.only === '') return true;
  const some = upTo(left, seconds);
  const began = Date.now();
  const result = some.length === 0 ? { outcome: 'survived' } : await tried(some);
  const took = Math.round((Date.now() - began) / 1000);
  const by = result.outcome === 'survived' ? { passed: [...passed, ...some.map((one) => one.test)] } : {};
  addResult(results, { key, ...result, ...by, of: passed.length + left.length, seconds: took });
  console.log(`${result.outcome} ${key} ${result.by ?? ''} ${took} s`);
  return result.outcome === 'survived';
}

for (const round of values.whole ? [looks] : looks.map((one) => [one])) {
  for (const mutant of chosen) {
    const key = keyOf(mutant);
    const known = readResults(results).get(key);
    if (known !== undefined && known.outcome !== 'survived') continue;
    const coming = comingTo(map, graph, mutant, ids.get(key));
    const all = coming.length;
    if (known !== undefined && coming.every((one) => known.passed.includes(one.test))) continue;
    const built = await withAwake(ids.get(key), async () => {
      for (const seconds of round) {
        if (!(await lookedAt(mutant, seconds))) break;
      }
      return true;
    });
    if (built === null) {
      addResult(results, { key, outcome: 'noticed', by: 'the build', of: all, seconds: 0 });
      console.log(`noticed ${key} the build`);
    }
  }
}
await session.close();
const keys = new Set(chosen.map(keyOf));
printScore(new Map([...readResults(results)].filter(([key]) => keys.has(key))));
process.exit(0);
