import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';
import { TAGS } from '../slow.js';

/** Tests run in the order in which they are given: what is most likely to fail first. */
class AsGiven extends BaseSequencer {
  override async sort(files: Parameters<BaseSequencer['sort']>[0]): ReturnType<BaseSequencer['sort']> {
    return files;
  }
}

// Tests in a copy of the tree that holds mutants, built once, with all of them asleep.
export default defineConfig({
  test: {
    root: process.cwd(),
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**', 'test/real-data/**', 'test/architecture/**'],
    setupFiles: ['test/setup.ts', 'test/mutants/seen.ts'],
    globalSetup: ['test/build.ts'],
    // As long as thorough tests may take; what a mutant makes go round in circles is stopped from outside.
    testTimeout: 600_000,
    hookTimeout: 120_000,
    tags: TAGS,
    sequence: { sequencer: AsGiven },
  },
});
