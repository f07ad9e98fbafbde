import type { RedisAddress } from './address.js';
import { connect } from './connect.js';
import { queueNames } from './names.js';
import { knownWorkers } from './workers.js';

/** What is going on in a queue, in lines: jobs by state, workers with their versions. */
export async function queueStatus({
  address,
  prefix,
  version,
}: {
  readonly address: RedisAddress;
  readonly prefix: string;
  readonly version: string;
}): Promise<string> {
  const redis = await connect(address);
  const { Queue } = await import('bullmq');
  const names = queueNames(prefix, version);
  const queue = new Queue(names.queue, { connection: redis, prefix });
  queue.on('error', () => {});
  try {
    const counts = await queue.getJobCounts('waiting', 'active', 'delayed', 'failed');
    const jobs = Object.entries(counts).map(([state, count]) => `${count} ${state}`);
    const workers = await knownWorkers(redis, names);
    const lines = workers.map(
      ({ name, threads, version: own }) =>
        `worker ${name}: ${threads} threads, ${own === version ? 'this version' : `refused, it is huni ${own}`}`,
    );
    const threads = workers.filter((worker) => worker.version === version).reduce((sum, one) => sum + one.threads, 0);
    return `${[`huni ${version}: ${jobs.join(', ')}; ${threads} threads at work`, ...lines].join('\n')}\n`;
  } finally {
    await queue.close();
    redis.disconnect();
  }
}
