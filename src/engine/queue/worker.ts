import type { Job } from 'bullmq';
import { required } from '../../required.js';
import { decode } from '../codec.js';
import type { JobAnswer, JobRunner } from '../whole/types.js';
import type { RedisAddress } from './address.js';
import { packAnswer } from './answers.js';
import { connect, connectionOptions } from './connect.js';
import { LOCK_MILLISECONDS, type QueuedJob, queueNames, STORED_SECONDS } from './names.js';
import { createPace } from './pace.js';
import { whenThereIsRoom } from './room.js';
import { makeKnown } from './workers.js';

interface QueueWorkerOptions {
  readonly address: RedisAddress;
  readonly version: string;
  readonly prefix: string;
  /** One for each job at a time: threads of their own, so that this one always has time to keep its jobs. */
  readonly runners: readonly JobRunner[];
  readonly onJob?:
    | ((event: { readonly kind: string; readonly ok: boolean; readonly message: string }) => void)
    | undefined;
}

export interface QueueWorker {
  /** Finishes the jobs in hand and takes no more. */
  close(): Promise<void>;
}

/** Contents cached; the one that waited longest is fetched again. */
const MOST_CONTENTS = 4;

/**
 * Takes jobs of this version from the queue and does them.
 *
 * @throws {QueueError} where Redis can't be used
 */
export async function openQueueWorker(options: QueueWorkerOptions): Promise<QueueWorker> {
  const { address, version, prefix, runners, onJob = () => {} } = options;
  const redis = await connect(address);
  const names = queueNames(prefix, version);
  const { UnrecoverableError, Worker } = await import('bullmq');
  const contents = new Map<string, Uint8Array>();
  const free = [...runners];

  const contentOf = async (id: string): Promise<Uint8Array> => {
    const found = contents.get(id) ?? (await redis.getBuffer(names.content(id)));
    if (found === null) throw new Error('the plan that the job is about is not in Redis any more');
    contents.delete(id);
    contents.set(id, found);
    for (const oldest of contents.keys()) {
      if (contents.size <= MOST_CONTENTS) break;
      contents.delete(oldest);
    }
    return found;
  };

  const work = async ({ data }: Job): Promise<null> => {
    const job = data as QueuedJob;
    if (job.version !== version) {
      throw new UnrecoverableError(`the job is for huni ${job.version}, this worker is ${version}`);
    }
    const content = { id: job.content, bytes: await contentOf(job.content) };
    const own = decode(Buffer.from(job.data, 'base64'));
    const runner = required(free.pop());
    let answer: JobAnswer | null = null;
    try {
      await runner.run(
        { kind: job.kind, content, jobs: [{ key: '', data: own }] },
        {
          onAnswer: (_, came) => {
            answer = came;
          },
        },
      );
    } finally {
      free.push(runner);
    }
    if (answer === null) throw new Error('the job came to nothing');
    // The answer first, then the job's end: what dies in between is done again, and answers the same.
    const key = names.answers(job.run);
    const packed = packAnswer(answer);
    await whenThereIsRoom(() => redis.hset(key, String(job.index), packed));
    await redis.expire(key, STORED_SECONDS);
    return null;
  };

  const worker = new Worker(names.queue, work, {
    connection: connectionOptions(address),
    prefix: names.prefix,
    concurrency: runners.length,
    lockDuration: LOCK_MILLISECONDS,
    stalledInterval: LOCK_MILLISECONDS / 2,
    // A job that its worker died of twice is the reason for it.
    maxStalledCount: 2,
  });
  worker.on('error', () => {});
  const pace = createPace();
  worker.on('completed', ({ name }) => {
    pace.tick();
    onJob({ kind: name, ok: true, message: '' });
  });
  worker.on('failed', (job, { message }) => onJob({ kind: job?.name ?? '', ok: false, message }));
  await worker.waitUntilReady();
  const makeUnknown = makeKnown(redis, names, { version, threads: runners.length, rate: pace.rate });
  return {
    async close() {
      await worker.close();
      await makeUnknown();
      redis.disconnect();
    },
  };
}
