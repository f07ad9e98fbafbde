// A test runner that stays: what it has compiled it keeps, and each run gets a process of its own, with the mutant that is
// awake in its environment.
import { execFileSync } from 'node:child_process';
import { createVitest } from 'vitest/node';

/** @param settings of the test runner, beside those of `test/mutants/vitest.config.ts` */
export async function openSession(settings) {
  let ended = [];
  const reporter = { onTestModuleEnd: (module) => ended.push(module) };
  const vitest = await createVitest('test', {
    config: 'test/mutants/vitest.config.ts',
    watch: false,
    reporters: [reporter],
    maxWorkers: 1,
    ...settings,
  });
  await vitest.standalone();
  const project = vitest.projects[0];
  return {
    /**
     * @param tests files, in the order in which they run
     * @param limit milliseconds after which the tests go round in circles
     * @returns `endless`, and which files failed, took how long
     */
    async run(tests, limit) {
      ended = [];
      let endless = false;
      const timer = setTimeout(() => {
        endless = true;
        for (const pid of descendants(process.pid)) kill(pid);
      }, limit);
      const specifications = tests.map((one) => project.createSpecification(`${process.cwd()}/${one}`));
      const { unhandledErrors } = await vitest.runTestSpecifications(specifications);
      clearTimeout(timer);
      return {
        endless,
        errors: unhandledErrors.map((one) => String(one?.message ?? one)),
        modules: ended.map((one) => ({
          test: one.relativeModuleId,
          failed: one.state() === 'failed',
          milliseconds: Math.round(one.diagnostic().duration + one.diagnostic().collectDuration),
        })),
      };
    },
    close: () => vitest.close(),
  };
}

function descendants(pid) {
  const lines = execFileSync('ps', ['-e', '-o', 'pid=,ppid=']).toString().trim().split('\n');
  const parents = lines.map((line) => line.trim().split(/\s+/).map(Number));
  const below = (one) => parents.filter(([, parent]) => parent === one).flatMap(([child]) => [child, ...below(child)]);
  return below(pid);
}

function kill(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
