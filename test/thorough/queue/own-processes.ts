import { type ChildProcess, execFileSync } from 'node:child_process';
import { afterEach } from 'vitest';
import { folderWith, SMALL } from '../../cli/support.js';
import { type OwnRedis, startRedis } from './redis.js';
import { startWorkerProcess } from './worker-process.js';

export const PREFIX = 'faults';

/** Whether a command is there, and does what it is asked to. */
export function has(command: string, ...args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** What tests of queues start for themselves, each stopped after its test, the last one first. */
export function ownProcesses() {
  const cleaning: (() => Promise<unknown> | unknown)[] = [];
  afterEach(async () => {
    for (const clean of cleaning.splice(0).reverse()) await clean();
  });
  return {
    cleaning,
    async redisWith(...args: Parameters<typeof startRedis>): Promise<OwnRedis> {
      const redis = await startRedis(...args);
      cleaning.push(() => redis.stop());
      return redis;
    },
    async workerOf(...args: Parameters<typeof startWorkerProcess>): Promise<ChildProcess> {
      const worker = await startWorkerProcess(...args);
      cleaning.push(() => worker.kill('SIGKILL'));
      return worker;
    },
    async planFolder(): Promise<string> {
      const { folder, remove } = await folderWith({ 'plan.yaml': SMALL });
      cleaning.push(remove);
      return folder;
    },
  };
}
