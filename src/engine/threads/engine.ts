import { createImages } from '../images.js';
import { type Job, shapeOf } from '../jobs.js';
import { createHeldPrograms } from '../programs.js';
import type { Engine } from '../types.js';
import { createThreadPool } from './pool.js';
import type { EngineSetup } from './worker.js';
import { workerEntry } from './worker-entry.js';

/** Starts an engine of `threads` threads, which write what tasks come to into memory that they share with this one. */
export async function createThreadsEngine(threads: number): Promise<Engine> {
  const programs = createHeldPrograms();
  const images = createImages(programs);
  const pool = await createThreadPool(workerEntry(), threads, (id) => programs.bytesOf(id));
  return {
    kind: 'threads',
    parallel: threads,
    hold: (program) =>
      programs.hold(program, (id) => {
        pool.forget(id);
        images.forget(id);
      }),
    async submit(job, { signal, over } = {}) {
      signal?.throwIfAborted();
      const { tasks, matrices, counts } = shapeOf(job);
      const into = {
        matrices: matrices.map((length) => roomFor(length, over)),
        counts: counts.map((length) => new Int32Array(new SharedArrayBuffer(length * 4))),
      };
      const setup: EngineSetup = { job: sharing(job), into, image: images.of(job) };
      await pool.run(setup, tasks, { signal });
      return into;
    },
    close: () => pool.close(),
  };
}

/** Where all of a matrix is written, whatever stands there: by each of the jobs that are handed something to write over. */
function roomFor(length: number, over: Float64Array | undefined): Float64Array {
  if (over?.length === length && over.buffer instanceof SharedArrayBuffer) return over;
  return new Float64Array(new SharedArrayBuffer(length * 8));
}

/** The job with its long arrays in shared memory: copied once rather than for every thread. */
function sharing(job: Job): Job {
  if (job.kind === 'summarize') return { ...job, values: shared(job.values) };
  return job;
}

function shared(values: Float64Array): Float64Array {
  if (values.buffer instanceof SharedArrayBuffer) return values;
  const copy = new Float64Array(new SharedArrayBuffer(values.byteLength));
  copy.set(values);
  return copy;
}
