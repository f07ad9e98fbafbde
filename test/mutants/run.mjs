// How many small mistakes the tests would notice: each mutant is a copy of the tree with one of them in it, and the tests
// nearest to it are run until one fails. `npm run test:mutants -- --count 400 --copies 2 --results FILE`; what FILE already
// holds isn't tried again, so a run that was stopped goes on.
import { spawn } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { commonTokens } from '@stryker-mutator/api/plugin';
import { createInstrumenter } from '@stryker-mutator/instrumenter';
import seedrandom from 'seedrandom';

const root = resolve(import.meta.dirname, '../..');
const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '400' },
    copies: { type: 'string', default: '2' },
    seed: { type: 'string', default: '2026' },
    results: { type: 'string', default: join(tmpdir(), 'huni-mutants.jsonl') },
  },
});

const FOLDERS = ['model', 'engine', 'optimize', 'forecast', 'calibrate', 'approvals'];
/** Words have their own tests (catalogues, completeness by types); codes among them are unions, so that most don't compile. */
const LEFT_OUT = ['StringLiteral'];
/** A mutant whose tests take longer than this goes round in circles: noticed. In milliseconds. */
const TIME_LIMIT = 400_000;
/** Tests that are tried for one mutant at most: nearest first, those of its own folder before the rest. */
const MOST_TESTS = 10;
/** Tests that are tried first, without a build. */
const FIRST_TESTS = 3;

const files = (folder, end) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && one.name.endsWith(end) && !one.parentPath.includes('assembly'))
    .map((one) => relative(root, join(one.parentPath, one.name)))
    .sort();

/** Which files import which, by their relative imports that aren't of types only. */
function importsOf(file) {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/^(?:import|export)(?! type)[^;]*?from '(\.[^']*)';/gms)].map((one) =>
    join(dirname(file), one[1]).replace(/\.js$/, '.ts'),
  );
}

/** Tests that reach a file by their imports, nearest first; tests that start commands reach all of them, and come last. */
function testsOf(file, graph, tests) {
  const folder = file.split('/')[1];
  const distance = (test) => {
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
  };
  return tests
    .map((test) => ({ test, own: test.includes(`/${folder}/`) ? 0 : 1, at: distance(test) }))
    .filter(({ own, at }) => own === 0 || at < 5)
    .sort((a, b) => (a.at > 2 ? a.own : 0) - (b.at > 2 ? b.own : 0) || a.at - b.at || a.own - b.own)
    .slice(0, MOST_TESTS)
    .map(({ test }) => test);
}

async function mutantsOf(folder) {
  const logger = { debug() {}, info() {}, warn() {}, error: console.error, trace() {}, isDebugEnabled: () => false };
  const known = { [commonTokens.logger]: logger };
  const injector = {
    injectClass: (Class) => new Class(...(Class.inject ?? []).map((one) => known[one])),
    provideValue: (token, value) => {
      known[token] = value;
      return injector;
    },
    resolve: (token) => known[token],
  };
  const instrumenter = createInstrumenter(injector);
  const described = files(`src/${folder}`, '.ts')
    .filter((name) => !name.endsWith('.d.ts'))
    .map((name) => ({ name, mutate: true, content: readFileSync(join(root, name), 'utf8') }));
  const { mutants } = await instrumenter.instrument(described, {
    plugins: null,
    excludedMutations: LEFT_OUT,
    ignorers: [],
    noHeader: true,
  });
  return mutants.filter((one) => one.status === undefined);
}

/** The text with the mutant in it; lines and columns of a location count from 0. */
function mutated(text, { location, replacement }) {
  const lines = text.split('\n');
  const at = ({ line, column }) => lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + column;
  return text.slice(0, at(location.start)) + replacement + text.slice(at(location.end));
}

function copyOfTree(parent, k) {
  const copy = join(parent, String(k));
  const wanted = ['src', 'test', 'tsconfig', 'scripts', 'bench', 'bin', 'dist', 'docs', 'scenarios', '.ci', '.github'];
  for (const one of [...wanted, ...readdirSync(root).filter((name) => /\.(json|md|ts|yaml|yml)$/.test(name))]) {
    if (existsSync(join(root, one))) cpSync(join(root, one), join(copy, one), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

/** @returns whether the tests pass, fail, or never end */
function outcomeOf(copy, tests, settings) {
  return new Promise((done) => {
    const vitest = join(root, 'node_modules/vitest/vitest.mjs');
    const given = ['run', ...settings, '--bail', '1', '--maxWorkers', '1', ...tests];
    const child = spawn(process.execPath, [vitest, ...given], { cwd: copy, detached: true, stdio: 'pipe' });
    let out = '';
    child.stdout.on('data', (chunk) => (out += chunk));
    child.stderr.on('data', (chunk) => (out += chunk));
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      process.kill(-child.pid, 'SIGKILL');
    }, TIME_LIMIT);
    child.on('close', (code) => {
      clearTimeout(timer);
      const failed = out.match(/FAIL[^\n]*?(test\/\S+?\.ts)/)?.[1];
      done({ outcome: late ? 'endless' : code === 0 ? 'survived' : 'noticed', by: failed });
    });
  });
}

const UNBUILT = ['--config', 'test/mutants/vitest.config.ts'];

/** The nearest tests without a build, since most mutants don't outlive them, then all of them on what is built of the mutant. */
async function tried(copy, tests) {
  const near = tests.filter((test) => !test.startsWith('test/thorough/')).slice(0, FIRST_TESTS);
  const first = near.length === 0 ? null : await outcomeOf(copy, near, UNBUILT);
  if (first !== null && first.outcome !== 'survived') return first;
  return outcomeOf(copy, tests, ['--project', 'unit', '--project', 'thorough']);
}

const tests = [...files('test', '.test.ts')].filter((name) => !/^test\/(browser|real-data)\//.test(name));
const graph = new Map([...files('src', '.ts'), ...files('test', '.ts')].map((file) => [file, importsOf(file)]));
const random = seedrandom(values.seed);
const chosen = [];
const all = await Promise.all(FOLDERS.map(mutantsOf));
const most = all.reduce((sum, one) => sum + one.length, 0);
for (const mutants of all) {
  const share = Math.max(20, Math.round((Number(values.count) * mutants.length) / most));
  const order = mutants.map((mutant) => ({ mutant, at: random() })).sort((a, b) => a.at - b.at);
  chosen.push(...order.slice(0, share).map(({ mutant }) => mutant));
}
const queue = chosen.map((mutant) => ({ mutant, at: random() })).sort((a, b) => a.at - b.at);
const known = new Set(
  existsSync(values.results)
    ? readFileSync(values.results, 'utf8')
        .trim()
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line).key)
    : [],
);
console.log(`${most} mutants, ${queue.length} chosen, ${known.size} tried before`);

const parent = mkdtempSync(join(tmpdir(), 'huni-mutants-'));
process.on('SIGINT', () => process.exit(130));
process.on('exit', () => rmSync(parent, { recursive: true, force: true }));

async function work(k) {
  const copy = copyOfTree(parent, k);
  // A copy that fails without a mutant would notice every one.
  const { outcome } = await outcomeOf(copy, ['test/approvals/ledger.test.ts'], UNBUILT);
  if (outcome !== 'survived') throw new Error(`tests fail in ${copy} before anything is changed`);
  for (;;) {
    const next = queue.shift();
    if (next === undefined) return;
    const { mutant } = next;
    const { start } = mutant.location;
    const key = `${mutant.fileName}:${start.line + 1}:${start.column + 1} ${mutant.mutatorName} ${mutant.replacement.slice(0, 80)}`;
    if (known.has(key)) continue;
    const file = join(copy, mutant.fileName);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, mutated(text, mutant));
    const began = Date.now();
    const result = await tried(copy, testsOf(mutant.fileName, graph, tests));
    writeFileSync(file, text);
    const line = { key, ...result, seconds: Math.round((Date.now() - began) / 1000) };
    appendFileSync(values.results, `${JSON.stringify(line)}\n`);
    console.log(`${queue.length} left: ${result.outcome} ${key}`);
  }
}
await Promise.all(Array.from({ length: Number(values.copies) }, (_, k) => work(k)));

const lines = readFileSync(values.results, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
const noticed = lines.filter((one) => one.outcome !== 'survived').length;
const share = noticed / lines.length;
// Wilson's interval for a share, 95 %: Wilson 1927, J. Am. Stat. Assoc. 22, 209.
const z = 1.959964;
const n = lines.length;
const middle = (share + (z * z) / (2 * n)) / (1 + (z * z) / n);
const half = (z / (1 + (z * z) / n)) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n)) || 0;
console.log(
  `noticed ${noticed} of ${n}: ${(100 * share).toFixed(1)} % (${(100 * (middle - half)).toFixed(1)} to ${(100 * (middle + half)).toFixed(1)} %)`,
);
for (const one of lines.filter(({ outcome }) => outcome === 'survived')) console.log(`survived ${one.key}`);
