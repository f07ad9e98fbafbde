import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openSession } from '../../src/engine/session.js';
import { optimizePlan } from '../../src/optimize/index.js';
import { quarter } from './engine.js';
import type { BenchTask } from './types.js';

/** Whole commands from a cold start, and the optimiser on two threads. */
export async function commandTasks(root: string): Promise<BenchTask[]> {
  const bin = resolve(root, 'bin/huni.js');
  const coffee = resolve(root, 'scenarios/baku-coffee.yaml');
  const folder = mkdtempSync(join(tmpdir(), 'huni-bench-'));
  const command = (name: string, args: readonly string[]): BenchTask => ({
    name,
    per: 1,
    unit: 'ms',
    heavy: true,
    run: () => {
      const { status, stderr } = spawnSync(process.execPath, [bin, ...args], { cwd: folder, encoding: 'utf8' });
      if (status !== 0) throw new Error(`huni ${args.join(' ')} ended with ${status}: ${stderr}`);
    },
  });
  const scenario = await quarter(root);
  const free = {
    ...scenario,
    rules: { ...scenario.rules, creative: { split: { proven: 0.6, experiment: 0.3, moonshot: 0.1 }, tolerance: 0.1 } },
    goal: { ...scenario.goal, riskAversion: 0.25 },
  };
  return [
    { ...command('cold start: huni --help', ['--help']), heavy: false, yardstick: 'process' },
    command('cold start: run --json --no-optimize', ['run', coffee, '--json', '--no-optimize']),
    command('cold start: run with every chart', ['run', coffee]),
    {
      name: 'optimise: quarter to a certified plan, 2 workers',
      per: 1,
      unit: 'ms',
      heavy: true,
      run: async () => {
        const session = await openSession(free, { workers: 2 });
        try {
          const outcome = await optimizePlan({ scenario: free, evaluator: session, prices: false });
          // `local`: the best of several optima, without a bound that rules out better ones.
          if (!outcome.ok || !['optimal', 'local'].includes(outcome.report.status)) {
            throw new Error('the search for the bench plan ended early');
          }
        } finally {
          await session.close();
        }
      },
    },
  ];
}
