import { defineConfig } from 'vitest/config';

// The tests nearest to a mutant, without building anything: threads run what was built of the tree without it, so what only
// they would notice is tried again with the tree's own settings.
export default defineConfig({
  test: {
    root: process.cwd(),
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    isolate: false,
  },
});
