import { expect } from 'vitest';

// Which test this process, and those that it starts, run for: they write down the mutants whose code they come to.
process.env.HUNI_MUTANTS_TEST = expect.getState().testPath?.replaceAll('/', '%');
