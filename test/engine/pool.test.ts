import { spawnSync } from 'node:child_process';
import { getEventListeners } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { constants } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { threadFlags } from '../../src/engine/threads/flags.js';
import { createThreadPool, type ThreadPool } from '../../src/engine/threads/pool.js';
import { SLOW } from '../slow.js';

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
    parentPort.postMessage({ kind: 'done', job });
  });
`;

describe("a pool's threads", () => {
  let pool: ThreadPool;
  beforeAll(async () => {
    pool = await createThreadPool(new URL(`data:text/javascript,${encodeURIComponent(KEEPER)}`), 1);
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
    other.postMessage({ kind: 'job', job: 0, setup: counter });
    await new Promise((resolve) => other.once('message', resolve));
    await other.terminate();
    expect(new Int32Array(counter)[0]).toBeGreaterThan(0);
  });
});

/** Marks each task it does; task 5 throws if it is asked to, and `missing` is fetched first. */
const MARKER = `
  import { serveTasks } from './src/engine/threads/serve.ts';
  serveTasks({
    open: async ({ marks, throwing, fetches }, fetch) => {
      const content = fetches === undefined ? null : await fetch(fetches);
      const done = new Int32Array(marks);
      return (task) => {
        if (throwing && task === 5) throw new RangeError('task 5 can not be done');
        Atomics.add(done, task, content === null ? 1 : content[0]);
      };
    },
    forget: () => {},
  });
`;

describe.each([1, 2, 3])('the tasks of a pool of %i threads', (size) => {
  let pool: ThreadPool;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'huni-pool-'));
    const outfile = join(folder, 'marker.mjs');
    const root = resolve(import.meta.dirname, '../..');
    await build({
      stdin: { contents: MARKER, resolveDir: root, loader: 'ts' },
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
    });
    pool = await createThreadPool(pathToFileURL(outfile), size, (id) =>
      id === 'seven' ? Uint8Array.of(7) : undefined,
    );
  });
  afterAll(async () => {
    await pool.close();
    await rm(folder, { recursive: true });
  });
  const marks = (tasks: number): Int32Array => new Int32Array(new SharedArrayBuffer(4 * tasks));

  it.each([0, 1, 2, 10, 1001])('are done once each where there are %i', async (tasks) => {
    const done = marks(tasks);
    await pool.run({ marks: done.buffer }, tasks);
    expect([...done]).toEqual(Array.from({ length: tasks }, () => 1));
  });

  it('fail where one of them throws, with its name, message and place, and the next job is done', async () => {
    const failing = pool.run({ marks: marks(10).buffer, throwing: true }, 10);
    const done = marks(10);
    const beside = pool.run({ marks: done.buffer }, 10);
    const error: unknown = await failing.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'TaskError', thrown: 'RangeError', message: 'task 5 can not be done' });
    expect((error as Error).stack).toContain('marker.mjs');
    await beside;
    expect([...done]).toEqual(Array.from({ length: 10 }, () => 1));
  });

  it('get what they fetch, or hear that nobody has it', async () => {
    const done = marks(10);
    await pool.run({ marks: done.buffer, fetches: 'seven' }, 10);
    expect([...done]).toEqual(Array.from({ length: 10 }, () => 7));
    await expect(pool.run({ marks: done.buffer, fetches: 'eight' }, 10)).rejects.toThrow('no program goes by eight');
  });

  it('are left to nobody once their job is cancelled, while the next one goes on', async () => {
    const [first, second] = [new AbortController(), marks(100)];
    const stopped = pool.run({ marks: marks(1_000_000).buffer }, 1_000_000, { signal: first.signal });
    first.abort(new Error('enough'));
    await expect(stopped).rejects.toThrow('enough');
    await pool.run({ marks: second.buffer }, 100);
    expect([...second]).toEqual(Array.from({ length: 100 }, () => 1));
  });

  it('are listened to for a signal as long as their job goes on: done or failed, nothing is left of it', async () => {
    const { signal } = new AbortController();
    const listeners = () => getEventListeners(signal, 'abort').length;
    for (const throwing of [false, true]) {
      const job = pool.run({ marks: marks(10).buffer, throwing }, 10, { signal });
      expect(listeners()).toBe(1);
      await job.catch(() => {});
      expect([throwing, listeners()]).toEqual([throwing, 0]);
    }
  });
});

describe('flags of threads', () => {
  it("are the process's own, but for those of a program that is a string", () => {
    expect(threadFlags(['--max-old-space-size=900'])).toBeUndefined();
    expect(threadFlags([])).toBeUndefined();
    expect(threadFlags(['--input-type=module', '-e', 'await 0'])).toEqual([]);
    expect(threadFlags(['--input-type', 'module'])).toEqual([]);
  });

  it('let a program that is a string open an engine', SLOW, () => {
    const library = pathToFileURL(resolve(import.meta.dirname, '../../dist/index.js')).href;
    const plan = `
currency: USD
horizon: 2 weeks
budget: 1000
draws: 256
economics: { order_value: 20 to 40 }
lines: [{ platform: instagram, stage: awareness, budget: 1000 }]
`;
    const program = `
      import { createEngine, parseScenario } from ${JSON.stringify(library)};
      const engine = createEngine({ threads: 1 });
      const { scenario } = await parseScenario(${JSON.stringify(plan)}, 'plan.yaml');
      const { value } = await engine.run(scenario, { optimize: false, charts: false });
      console.log(value.result.plans.given.kpis.total.spend.mean);
      await engine.close();
    `;
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(Number(stdout)).toBeCloseTo(1000, 6);
  });
});
