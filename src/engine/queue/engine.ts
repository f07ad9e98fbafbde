import { encode } from '../codec.js';
import { type Job, placesOf, shapeOf } from '../jobs.js';
import { createHeldPrograms } from '../programs.js';
import { type Engine, EngineClosedError, TaskError, UnknownProgramError } from '../types.js';
import { putPiece } from '../web/pieces.js';
import type { JobRunner } from '../whole/types.js';
import { MOST_JOB_BYTES } from './names.js';
import { readPieces, TASKS_KIND, type TasksData } from './tasks-job.js';

/** Futures times plans below which a job is done here: it would be through before a queue has answered. */
const LEAST_SENT = 65_536;
/** Futures times plans that go as one job: a tenth of a second and more of a thread's time. */
const SENT_AT_ONCE = 16_384;
/** Room that all that a job comes to may take: it passes through Redis and this process. */
const MOST_ANSWERED_BYTES = 256 * 1024 * 1024;
/** Of the bytes that a queued job may have, base64 takes a third more than there is. */
const MOST_DATA_BYTES = Math.floor((MOST_JOB_BYTES * 3) / 4) - 64;

interface QueueEngineOptions {
  /** Where long jobs are done, in runs of tasks. */
  readonly runner: JobRunner;
  /** Does what isn't worth being sent. Closed with the queue's engine. */
  readonly local: Engine;
  /** Futures times plans from which a job is sent; otherwise as measured. */
  readonly leastSent?: number;
}

/**
 * An engine whose long jobs are done by whoever takes them from a queue, and whose short ones, and those that would answer with
 * more than goes through a queue well, are done here. Every task has places of its own in what comes back: the same bytes.
 */
export function createQueueEngine({ runner, local, leastSent = LEAST_SENT }: QueueEngineOptions): Engine {
  const programs = createHeldPrograms();
  const closed = new AbortController();
  let closing: Promise<unknown> | null = null;
  return {
    kind: 'queue',
    parallel: local.parallel,
    async hold(program) {
      const [own, other] = await Promise.all([programs.hold(program), local.hold(program)]);
      return {
        id: own.id,
        release() {
          own.release();
          other.release();
        },
      };
    },
    async submit(job, options = {}) {
      const runs = runsOf(job, leastSent);
      if (job.kind === 'summarize' || runs === null) return local.submit(job, options);
      const signal = options.signal === undefined ? closed.signal : AbortSignal.any([closed.signal, options.signal]);
      signal.throwIfAborted();
      const program = programs.bytesOf(job.program);
      if (program === undefined) throw new UnknownProgramError(job.program);
      const into = { matrices: shapeOf(job).matrices.map((length) => new Float64Array(length)), counts: [] };
      const failed: string[] = [];
      await runner.run(
        {
          kind: TASKS_KIND,
          content: { id: job.program, bytes: encode(program) },
          jobs: runs.map((data) => ({ key: `${data.from}`, data })),
        },
        {
          signal,
          onAnswer(index, answer) {
            if (!answer.ok) {
              failed.push(answer.message);
              return;
            }
            const { from, to } = runs[index];
            const pieces = readPieces(answer.bytes);
            placesOf(job, from, to).forEach((places, k) => {
              putPiece(pieces[k], into.matrices[k], places);
            });
          },
        },
      );
      if (failed.length > 0) throw TaskError.of(new Error(failed[0]));
      return into;
    },
    async close() {
      closed.abort(new EngineClosedError('the engine was closed'));
      closing ??= Promise.all([runner.close(), local.close()]);
      await closing;
    },
  };
}

/** The runs of tasks that a job is sent in; `null` where it is better done here. */
function runsOf(job: Job, leastSent: number): readonly TasksData[] | null {
  if (job.kind === 'summarize') return null;
  const { tasks, matrices } = shapeOf(job);
  const work = job.sampling.draws * (job.kind === 'price' ? job.plans.length : 1);
  const bytes = matrices.reduce((sum, length) => sum + length * Float64Array.BYTES_PER_ELEMENT, 0);
  if (work < leastSent || bytes > MOST_ANSWERED_BYTES) return null;
  const count = Math.min(tasks, Math.ceil(work / Math.min(SENT_AT_ONCE, leastSent)));
  const bound = (run: number): number => Math.floor((run * tasks) / count);
  const runs = Array.from({ length: count }, (_, run) => ({ job, from: bound(run), to: bound(run + 1) }));
  return encode(runs[0]).byteLength > MOST_DATA_BYTES ? null : runs;
}
