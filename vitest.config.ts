import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/longest-first.js';
import { TAGS } from './test/slow.js';

// A continuous-integration run adds the reports up.
const report = process.env.HUNI_TEST_REPORT;

const shared = {
  // No file changes what another one imports, so a process may keep its modules: half of the time went into loading them anew.
  isolate: false,
  testTimeout: 120_000,
  hookTimeout: 120_000,
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
      { test: { ...shared, name: 'thorough', include: ['test/thorough/**/*.test.ts', ...unitFilesWithSlowTests()] } },
      { test: { ...shared, name: 'real-data', include: ['test/real-data/**/*.test.ts'] } },
      {
        test: {
          ...shared,
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/build.ts', 'test/browser/setup.ts'],
          // A busy machine takes longer than the second that is the default.
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
});

/** The others needn't be read for it. */
function unitFilesWithSlowTests(): readonly string[] {
  const root = import.meta.dirname;
  return readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts') && !/^(browser|real-data|thorough)\b/.test(name))
    .map((name) => `test/${name.replaceAll('\\', '/')}`)
    .filter((path) => /\/slow\.js'/.test(readFileSync(join(root, path), 'utf8')));
}
