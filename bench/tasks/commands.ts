import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { halfAYear } from './track.js';
import type { BenchTask, Elsewhere } from './types.js';

/** Has a process write the milliseconds of processor that it took, on all threads, to a pipe of ours. */
const SAYS_TIME = `data:text/javascript,${encodeURIComponent(
  "import { writeSync } from 'node:fs'; process.on('exit', () => { const { user, system } = process.cpuUsage(); writeSync(3, String((user + system) / 1e3)); });",
)}`;

/** A plan of 60 lines over 1,100 days, made of benchmarks. */
function largePlan(): string {
  const lines = Array.from({ length: 60 }, (_, k) => {
    const platform = ['instagram', 'facebook', 'tiktok'][k % 3]!;
    const stage = k % 2 === 0 ? 'awareness' : 'conversion';
    return `  - { platform: ${platform}, stage: ${stage}, segment: s${Math.floor(k / 6)} }`;
  });
  return [
    'currency: USD',
    'horizon: 1100 days',
    'budget: 4000000',
    'economics: { order_value: 30 to 55 }',
    'lines:',
    ...lines,
    '',
  ].join('\n');
}

/** Whole commands from a cold start. */
export function commandTasks(root: string): BenchTask[] {
  const bin = resolve(root, 'bin/huni.js');
  const coffee = resolve(root, 'scenarios/baku-coffee.yaml');
  const folder = mkdtempSync(join(tmpdir(), 'huni-bench-'));
  const command = (name: string, args: readonly string[]): BenchTask => ({
    name,
    per: 1,
    unit: 'ms',
    heavy: true,
    run: () => {
      const { status, stderr, output } = spawnSync(process.execPath, ['--import', SAYS_TIME, bin, ...args], {
        cwd: folder,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
        maxBuffer: 64 * 1024 * 1024,
      });
      if (status !== 0) throw new Error(`huni ${args.join(' ')} ended with ${status}: ${stderr}`);
      return { processor: Number(output[3]) } satisfies Elsewhere;
    },
  });
  const large = join(folder, 'large.yaml');
  writeFileSync(large, largePlan());
  return [
    { ...command('cold start: huni --help', ['--help']), heavy: false, yardstick: 'process' },
    command('cold start: run --json --no-optimize', ['run', coffee, '--json', '--no-optimize']),
    command('cold start: run --json', ['run', coffee, '--json']),
    command('cold start: run with every chart', ['run', coffee]),
    command('check: 60 lines over 1,100 days', ['check', large, '--draws', '2048']),
    command('track: ten lines, half a year, a year of daily rows', halfAYear(folder)),
    command('optimize: quarter, and what its rules cost', ['optimize', resolve(root, 'bench/quarter.yaml'), '--json']),
  ];
}
