import type { Redis } from 'ioredis';
import type { RedisAddress } from './address.js';
import { connect } from './connect.js';
import { BEAT_MILLISECONDS, type QueueNames, queueNames, type RunBeat } from './names.js';
import { knownWorkers, redisNow } from './workers.js';

/** What is going on in a queue, in lines: jobs by state, what is left and how long that takes, workers with their versions. */
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
    const own = workers.filter((worker) => worker.version === version);
    const threads = own.reduce((sum, one) => sum + one.threads, 0);
    const rate = own.reduce((sum, one) => sum + one.rate, 0);
    const left = leftWords(await openRuns(redis, names), rate);
    return `${[`huni ${version}: ${jobs.join(', ')}; ${threads} threads at work`, ...left, ...lines].join('\n')}\n`;
  } finally {
    await queue.close();
    redis.disconnect();
  }
}

/** Jobs without an answer, of each run that has been heard of lately. */
async function openRuns(redis: Redis, names: QueueNames): Promise<readonly number[]> {
  const now = await redisNow(redis);
  return Object.values(await redis.hgetall(names.runs)).flatMap((text) => {
    const { open, seen } = JSON.parse(text) as RunBeat;
    return now - seen < 4 * BEAT_MILLISECONDS ? [open] : [];
  });
}

/** What is left of how many runs, how fast it goes and how long it takes; nothing where nothing is being run. */
export function leftWords(open: readonly number[], rate: number): readonly string[] {
  if (open.length === 0) return [];
  const jobs = open.reduce((sum, one) => sum + one, 0);
  const left = `${jobs} jobs of ${open.length === 1 ? 'one run' : `${open.length} runs`} left`;
  if (rate === 0) return [`${left}; none done in the last minute`];
  const seconds = jobs / rate;
  const time = seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;
  return [`${left}, ${Number(rate.toPrecision(2))} a second: about ${time}`];
}
