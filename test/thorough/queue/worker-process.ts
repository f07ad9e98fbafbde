import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

const BIN = resolve(import.meta.dirname, '../../../bin/huni.js');

export interface WorkerSettings {
  readonly url: string;
  readonly env: NodeJS.ProcessEnv;
  readonly prefix: string;
  readonly threads?: number;
  /** What the process is started by, in place of Node itself: `['faketime', '-f', '+1h']`. */
  readonly by?: readonly string[];
}

/** Starts `huni worker` as a process of its own; it waits for jobs when this comes back. */
export async function startWorkerProcess({
  url,
  env,
  prefix,
  threads = 1,
  by = [],
}: WorkerSettings): Promise<ChildProcess> {
  const own = [process.execPath, BIN, 'worker', '--redis', url, '--threads', String(threads), '--prefix', prefix];
  const [command, ...args] = [...by, ...own];
  const worker = spawn(command!, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] });
  const [first] = (await once(worker.stderr!, 'data')) as [Buffer];
  if (!String(first).includes('waiting for jobs')) throw new Error(String(first));
  return worker;
}
