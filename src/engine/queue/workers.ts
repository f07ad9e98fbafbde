import { hostname } from 'node:os';
import type { Redis } from 'ioredis';
import { BEAT_MILLISECONDS, type QueueNames, type WorkerBeat } from './names.js';

interface KnownWorker extends WorkerBeat {
  readonly name: string;
}

/** Milliseconds since 1970 by the clock of Redis: clocks of machines jump, and differ. */
export async function redisNow(redis: Redis): Promise<number> {
  const [seconds, microseconds] = await redis.time();
  return 1000 * Number(seconds) + Math.floor(Number(microseconds) / 1000);
}

/** The workers that have made themselves known of late. */
export async function knownWorkers(redis: Redis, names: QueueNames): Promise<KnownWorker[]> {
  const now = await redisNow(redis);
  const found = Object.entries(await redis.hgetall(names.workers));
  return found.flatMap(([name, text]) => {
    const beat = JSON.parse(text) as WorkerBeat;
    return now - beat.seen < 4 * BEAT_MILLISECONDS ? [{ name, ...beat }] : [];
  });
}

export async function otherVersions(redis: Redis, names: QueueNames, version: string): Promise<KnownWorker[]> {
  return (await knownWorkers(redis, names)).filter((worker) => worker.version !== version);
}

/** Makes a worker known until the function that comes back is called. */
export function makeKnown(
  redis: Redis,
  names: QueueNames,
  { version, threads, rate }: { readonly version: string; readonly threads: number; readonly rate: () => number },
): () => Promise<void> {
  const name = `${hostname()}:${process.pid}`;
  const beat = async (): Promise<void> => {
    const known: WorkerBeat = { version, threads, rate: rate(), seen: await redisNow(redis) };
    await redis.hset(names.workers, name, JSON.stringify(known));
  };
  // A beat that fails is made up for by the next one.
  const timer = setInterval(() => void beat().catch(() => {}), BEAT_MILLISECONDS);
  void beat().catch(() => {});
  return async () => {
    clearInterval(timer);
    await redis.hdel(names.workers, name).catch(() => 0);
  };
}
