import { beforeAll, expect } from 'vitest';

const here = globalThis as { mutantsSeen?: Set<string>; mutantsLoading?: boolean };

// Which test this process, and those that it starts, run for: they write down the mutants whose code they come to. What runs
// while modules load runs once a process, so that it is every importer's.
process.env.HUNI_MUTANTS_TEST = expect.getState().testPath?.replaceAll('/', '%');
here.mutantsSeen?.clear();
here.mutantsLoading = true;
beforeAll(() => {
  here.mutantsLoading = false;
});
