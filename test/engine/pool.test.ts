import { constants } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorkerPool, type WorkerPool } from '../../src/engine/pool.js';

/** Keeps a hundred megabytes of objects and counts the collections of the old generation into the job's counter. */
const KEEPER = `
  import { PerformanceObserver } from 'node:perf_hooks';
  import { parentPort } from 'node:worker_threads';
  const old = [${constants.NODE_PERFORMANCE_GC_MAJOR}, ${constants.NODE_PERFORMANCE_GC_INCREMENTAL}];
  let collections = 0;
  const count = (entries) => { for (const entry of entries) if (old.includes(entry.detail.kind)) collections++; };
  const observer = new PerformanceObserver((list) => count(list.getEntries()));
  observer.observe({ entryTypes: ['gc'] });
  const kept = [];
  parentPort.on('message', async ({ job, setup }) => {
    for (let i = 0; i < 1_500_000; i++) kept.push({ i, half: i + 0.5 });
    await new Promise((resolve) => setTimeout(resolve, 50));
    Atomics.store(new Int32Array(setup), 0, collections);
    parentPort.postMessage({ job, ok: true });
  });
`;

describe("a pool's threads", () => {
  let pool: WorkerPool;
  beforeAll(async () => {
    pool = await createWorkerPool(new URL(`data:text/javascript,${encodeURIComponent(KEEPER)}`), 1);
  });
  afterAll(() => pool.close());

  it('have room in their heaps, so that none is about to be collected when they are stopped', async () => {
    const counter = new SharedArrayBuffer(4);
    await pool.run(counter, 1);
    expect(new Int32Array(counter)[0]).toBe(0);
  });

  it('leave the heaps of other threads as they are', async () => {
    const other = new Worker(new URL(`data:text/javascript,${encodeURIComponent(KEEPER)}`));
    const counter = new SharedArrayBuffer(4);
    other.postMessage({ job: 0, setup: counter });
    await new Promise((resolve) => other.once('message', resolve));
    await other.terminate();
    expect(new Int32Array(counter)[0]).toBeGreaterThan(0);
  });
});
