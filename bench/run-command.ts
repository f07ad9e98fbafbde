import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/** Has a process write the milliseconds of processor that it took on all threads, and its peak memory in KB, to a pipe of ours. */
const SAYS_TIME = `data:text/javascript,${encodeURIComponent(
  "import { writeSync } from 'node:fs'; process.on('exit', () => { const { user, system } = process.cpuUsage(); writeSync(3, [(user + system) / 1e3, process.resourceUsage().maxRSS].join(' ')); });",
)}`;

/** What a command took. */
export interface CommandCost {
  /** Milliseconds of processor on all of its threads. */
  readonly processor: number;
  /** Milliseconds on the clock. */
  readonly clock: number;
  /** Peak resident memory. */
  readonly megabytes: number;
  readonly stdout: string;
}

/**
 * Runs `huni` in a process of its own.
 *
 * @param root of the repository
 * @param folder to run in: where reports go
 * @param environment beside the process's own
 * @throws where it ends with another code than 0
 */
export function runCommand(
  root: string,
  folder: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): CommandCost {
  const started = performance.now();
  const { status, stdout, stderr, output } = spawnSync(
    process.execPath,
    ['--import', SAYS_TIME, resolve(root, 'bin/huni.js'), ...args],
    {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      maxBuffer: 256 * 1024 * 1024,
      env: { ...process.env, ...environment },
    },
  );
  if (status !== 0) throw new Error(`huni ${args.join(' ')} ended with ${status}: ${stderr}`);
  const [processor, kilobytes] = output[3]!.split(' ').map(Number) as [number, number];
  return { processor, clock: performance.now() - started, megabytes: kilobytes / 1024, stdout };
}
