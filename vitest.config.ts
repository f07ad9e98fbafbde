import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/longest-first.js';
import { TAGS } from './test/slow.js';
import { inTurn } from './test/turn.js';

// A continuous-integration run adds the reports up.
const report = process.env.HUNI_TEST_REPORT;

/** Folders of tests that try many cases of what is worked out. */
const NUMBERS = /^test\/thorough\/(advice|calibrate|distributions|forecast|model|optimize|report|track)\//;

const shared = {
  // No file changes what another one imports, so a process may keep its modules: half of the time went into loading them anew.
  isolate: false,
  // A machine that does more than it has cores for takes its time: only what hangs is to fail by a clock.
  testTimeout: 300_000,
  hookTimeout: 300_000,
  setupFiles: ['test/setup.ts'],
  globalSetup: ['test/build.ts'],
};

export default defineConfig({
  test: {
    // The engine's own threads and the test files share the cores.
    maxWorkers: 2,
    tags: TAGS,
    sequence: { sequencer: LongestFirst },
    reporters: report === undefined ? ['default'] : ['default', ['json', { outputFile: report }]],
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', 'test/real-data/**', 'test/thorough/**'],
        },
      },
      // What takes long, those unit tests among it: samples are tried by `npm run test:thorough`, all of it by `npm run test:full`.
      { test: { ...shared, name: 'thorough', include: thoroughFiles() } },
      { test: { ...shared, name: 'real-data', include: ['test/real-data/**/*.test.ts'] } },
      {
        test: {
          ...shared,
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/build.ts', 'test/browser/setup.ts'],
          // A busy machine takes longer than the second that is the default, and a page waits for more than one thing.
          expect: { poll: { timeout: 90_000 } },
        },
      },
    ],
  },
});

/** Tries commands, ledgers, queues, hostile inputs and the package on every commit; a quarter of what tries the numbers by many cases, by turns. */
function thoroughFiles(): string[] {
  const files = testFiles();
  const thorough = files.filter((path) => path.startsWith('test/thorough/'));
  // The others needn't be read for their slow tests.
  const withSlowTests = files.filter(
    (path) =>
      !/^test\/(browser|real-data|thorough)\//.test(path) &&
      /\/slow\.js'/.test(readFileSync(join(import.meta.dirname, path), 'utf8')),
  );
  const always = thorough.filter((path) => !NUMBERS.test(path));
  const byTurns = [...thorough.filter((path) => NUMBERS.test(path)), ...withSlowTests];
  return [...always, ...inTurn(byTurns, 1 / 4, (path) => path)];
}

function testFiles(): readonly string[] {
  return readdirSync(join(import.meta.dirname, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `test/${name.replaceAll('\\', '/')}`);
}
