import { randomUUID } from 'node:crypto';
import type { Job, Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { encode } from '../codec.js';
import type { BatchOptions, JobAnswer, JobBatch, JobRunner } from '../whole/types.js';
import type { RedisAddress } from './address.js';
import { unpackAnswer } from './answers.js';
import { connect, isBrokenOff } from './connect.js';
import { QueueError } from './errors.js';
import {
  ATTEMPTS,
  MOST_CONTENT_BYTES,
  MOST_JOB_BYTES,
  type QueuedJob,
  type QueueNames,
  queueNames,
  type RunBeat,
  STORED_SECONDS,
} from './names.js';
import { FULL_FOR, fullError, isFull } from './room.js';
import { otherVersions, redisNow } from './workers.js';

interface QueueOptions {
  readonly address: RedisAddress;
  readonly version: string;
  /** Of every key in Redis. */
  readonly prefix: string;
  /** Called once for each worker of another version, which gets no job. */
  readonly onRefused?: ((worker: string, version: string) => void) | undefined;
  /** How long Redis may be full, in milliseconds; a minute unless given. */
  readonly fullFor?: number;
}

/** Jobs of a run that lie in Redis at a time: enough for any number of workers to be busy, few enough for any memory. */
const MOST_QUEUED = 2000;
const ADDED_AT_ONCE = 250;
/** Between two looks for answers, in milliseconds. */
const LOOK = 40;
const REFUSALS_EVERY = 2000;

/**
 * Runs whole jobs by BullMQ on Redis, wherever workers of this version are.
 *
 * An answer goes into a hash under its job's number, and is taken from there: a job that is done twice, because a worker was thought
 * lost, has the same answer twice, and one that is lost is done again. Nothing hangs on an event that might be missed.
 *
 * @throws {QueueError} where Redis can't be used
 */
export async function createQueueRunner(options: QueueOptions): Promise<JobRunner> {
  const { address, version, prefix, onRefused = () => {}, fullFor = FULL_FOR } = options;
  const redis = await connect(address);
  const names = queueNames(prefix, version);
  const bull = await import('bullmq');
  const queue = new bull.Queue(names.queue, { connection: redis, prefix: names.prefix });
  queue.on('error', () => {});
  const refused = new Set<string>();
  let looked = Number.NEGATIVE_INFINITY;

  const lookForOthers = async (run: Run): Promise<void> => {
    if (performance.now() - looked < REFUSALS_EVERY) return;
    looked = performance.now();
    await run.tell().catch(() => {});
    for (const { name, version: other } of await otherVersions(redis, names, version)) {
      if (refused.has(name)) continue;
      refused.add(name);
      onRefused(name, other);
    }
  };

  return {
    parallel: 1,
    async run(batch, { signal, onAnswer }) {
      signal?.throwIfAborted();
      const run = await openRun(redis, queue, names, batch, { version, fullFor });
      try {
        while (run.open() > 0) {
          signal?.throwIfAborted();
          await run.fill();
          const came = await run.collect(onAnswer);
          await lookForOthers(run);
          if (came === 0) await pause(LOOK, signal);
        }
      } finally {
        await run.clear();
      }
    },
    async close() {
      await queue.close();
      redis.disconnect();
    },
  };
}

interface Run {
  /** Jobs without an answer. */
  readonly open: () => number;
  /** Queues as many more jobs as there is room for. */
  fill(): Promise<void>;
  /** Hands on what came, and tells how many that is. */
  collect(onAnswer: BatchOptions['onAnswer']): Promise<number>;
  /** Makes known how much there is to do. */
  tell(): Promise<void>;
  /** Takes back whatever is queued. */
  clear(): Promise<void>;
}

async function openRun(
  redis: Redis,
  queue: Queue,
  names: QueueNames,
  { kind, content, jobs }: JobBatch,
  { version, fullFor }: { readonly version: string; readonly fullFor: number },
): Promise<Run> {
  if (content.bytes.byteLength > MOST_CONTENT_BYTES) {
    throw new QueueError(
      `found a plan of ${content.bytes.byteLength} bytes with its files, expected at most ${MOST_CONTENT_BYTES}`,
    );
  }
  const run = randomUUID();
  const answers = names.answers(run);
  const queued = new Set<number>();
  const answered = new Set<number>();
  let next = 0;
  let fullSince: number | null = null;
  let failedLook = Number.NEGATIVE_INFINITY;
  const idOf = (index: number): string => `${run}-${index}`;

  /**
   * Whether Redis took it all, as far as we know. Where its memory is full, answers that are taken out make room; where the connection
   * broke in the middle of its answer, it may have taken everything.
   */
  const takes = async (work: () => Promise<unknown>): Promise<boolean> => {
    try {
      await work();
      return true;
    } catch (error) {
      if (isBrokenOff(error)) return false;
      if (!isFull(error)) throw error;
      fullSince ??= performance.now();
      if (performance.now() - fullSince > fullFor) throw fullError();
      return false;
    }
  };

  const answer = (index: number, found: JobAnswer, onAnswer: BatchOptions['onAnswer']): number => {
    queued.delete(index);
    // A job that was done twice has answered already.
    if (answered.has(index)) return 0;
    answered.add(index);
    onAnswer(index, found);
    return 1;
  };

  return {
    open: () => jobs.length - answered.size,
    async fill() {
      if (next >= jobs.length || queued.size > MOST_QUEUED - ADDED_AT_ONCE) return;
      if (!(await takes(() => redis.set(names.content(content.id), Buffer.from(content.bytes), 'EX', STORED_SECONDS))))
        return;
      const end = Math.min(next + ADDED_AT_ONCE, jobs.length);
      const added: Parameters<Queue['addBulk']>[0] = [];
      for (let index = next; index < end; index++) {
        // Queued the time before, though the reply was lost, and done since.
        if (answered.has(index)) continue;
        const encoded = Buffer.from(encode(jobs[index].data)).toString('base64');
        if (encoded.length > MOST_JOB_BYTES) {
          throw new QueueError(`found a job of ${encoded.length} bytes, expected at most ${MOST_JOB_BYTES}`);
        }
        const job: QueuedJob = { version, kind, content: content.id, run, index, data: encoded };
        const opts = {
          jobId: idOf(index),
          attempts: ATTEMPTS,
          backoff: { type: 'exponential', delay: 200 },
          removeOnComplete: true,
          // Stored until we have seen why.
          removeOnFail: { age: STORED_SECONDS },
        };
        added.push({ name: kind, data: job, opts });
        queued.add(index);
      }
      // One that is there already stays as it is.
      if (!(await takes(() => queue.addBulk(added)))) return;
      next = end;
      // Only jobs tell that there is room: the plan may fit where they don't.
      fullSince = null;
    },
    async collect(onAnswer) {
      let came = 0;
      const [, found] = (await redis.hscanBuffer(answers, '0', 'COUNT', 500)) as [Buffer, Buffer[]];
      const fields: string[] = [];
      for (let k = 0; k < found.length; k += 2) {
        const field = found[k].toString();
        fields.push(field);
        came += answer(Number(field), unpackAnswer(found[k + 1]), onAnswer);
      }
      if (fields.length > 0) await redis.hdel(answers, ...fields);
      if (came > 0 || performance.now() - failedLook < 500) return came;
      // Given up on after all attempts, by an error or by workers that died of it.
      failedLook = performance.now();
      for (const job of (await queue.getFailed(0, 200)) as (Job | undefined)[]) {
        const data = job?.data as QueuedJob | undefined;
        if (job === undefined || data === undefined || data.run !== run) continue;
        came += answer(data.index, { ok: false, message: reasonOf(job.failedReason) }, onAnswer);
        await job.remove().catch(() => {});
      }
      return came;
    },
    async tell() {
      const beat: RunBeat = { open: jobs.length - answered.size, seen: await redisNow(redis) };
      await redis.hset(names.runs, run, JSON.stringify(beat));
      await redis.expire(names.runs, STORED_SECONDS);
    },
    async clear() {
      await redis.hdel(names.runs, run);
      // One that a worker is at stays: its answer goes away by itself.
      for (const index of queued) await queue.remove(idOf(index)).catch(() => 0);
      await redis.del(answers);
    },
  };
}

/** Why a job was given up on; BullMQ's own words for one that took its workers with it say little. */
function reasonOf(failed: string): string {
  return /stalled more than/.test(failed) ? 'each worker that took it died, or said nothing for 10 seconds' : failed;
}

function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal?.addEventListener('abort', done);
  });
}
