import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/longest-first.js';

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
      // What takes long: samples of it are tried by `npm run test:thorough`, all of it by `npm run test:full`.
      { test: { ...shared, name: 'thorough', include: ['test/thorough/**/*.test.ts'], testTimeout: 600_000 } },
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
