import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { decode, encode } from '../../src/engine/codec.js';
import { packAnswer } from '../../src/engine/queue/answers.js';
import { QueueError } from '../../src/engine/queue/errors.js';
import {
  ATTEMPTS,
  MOST_CONTENT_BYTES,
  MOST_JOB_BYTES,
  queueNames,
  STORED_SECONDS,
} from '../../src/engine/queue/names.js';
import { createQueueRunner } from '../../src/engine/queue/runner.js';
import { queueStatus } from '../../src/engine/queue/status.js';
import { openQueueWorker } from '../../src/engine/queue/worker.js';
import type { JobAnswer, JobRunner } from '../../src/engine/whole/types.js';
import { FakeRedis, type FakeStore, fakeBull, newStore } from './fake-redis.js';

vi.mock('bullmq', () => fakeBull);
vi.mock('ioredis', () => ({ Redis: FakeRedis }));

const ADDRESS = { host: 'there', port: 6379, database: 0, tls: false, username: null, password: null };
const VERSION = '1.2.3';
const [PREFIX, NAMES] = ['test', queueNames('test', VERSION)];

let store: FakeStore;
const open: { close(): Promise<void> }[] = [];
beforeEach(() => {
  store = newStore();
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
  expect(store.open, 'connections left open').toBe(0);
});

const batch = (count: number, content = Uint8Array.of(7, 8)) => ({
  kind: 'square',
  content: { id: 'plan', bytes: content },
  jobs: Array.from({ length: count }, (_, index) => ({ key: `k${index}`, data: { index } })),
});

async function runner(
  options: { readonly fullFor?: number; readonly onRefused?: (w: string, v: string) => void } = {},
) {
  const opened = await createQueueRunner({ address: ADDRESS, version: VERSION, prefix: PREFIX, ...options });
  open.push(opened);
  return opened;
}

/** What threads would do: the square of the job's index, as long as the content is there. */
const squares = (fails: (index: number) => string | null = () => null): JobRunner => ({
  parallel: 1,
  async run({ kind, content, jobs }, { onAnswer }) {
    const { index } = jobs[0]!.data as { readonly index: number };
    expect([kind, content.id, [...content.bytes]]).toEqual(['square', 'plan', [7, 8]]);
    const message = fails(index);
    if (message !== null) throw new Error(message);
    onAnswer(0, index % 5 === 4 ? { ok: false, message: `no ${index}` } : { ok: true, bytes: encode(index * index) });
  },
  async close() {},
});

async function worker(
  runners: readonly JobRunner[] = [squares()],
  onJob?: (event: { readonly kind: string; readonly ok: boolean; readonly message: string }) => void,
) {
  const opened = await openQueueWorker({ address: ADDRESS, version: VERSION, prefix: PREFIX, runners, onJob });
  open.push(opened);
  return opened;
}

/** Runs a batch, and counts how often each job was answered. */
async function answered(run: JobRunner, count: number, signal?: AbortSignal) {
  const answers: JobAnswer[][] = Array.from({ length: count }, () => []);
  await run.run(batch(count), { onAnswer: (index, answer) => answers[index]!.push(answer), signal });
  return answers;
}

const expected = (index: number) =>
  index % 5 === 4 ? { ok: false, message: `no ${index}` } : { ok: true, bytes: encode(index * index) };

function holdAll(answers: readonly (readonly JobAnswer[])[]): void {
  answers.forEach((own, index) => {
    expect(own, `answers of job ${index}`).toHaveLength(1);
    expect(own[0]).toEqual(expected(index));
  });
}

const oom = () => new Error("OOM command not allowed when used memory > 'maxmemory'.");
const broken = () => Object.assign(new Error('Command aborted due to connection close'), { name: 'AbortError' });

describe('the two ends of a queue', () => {
  it('answer each job once, and leave nothing behind but the plan, for a day', async () => {
    await worker();
    const run = await runner();
    holdAll(await answered(run, 12));
    expect([...store.values]).toEqual([[NAMES.content('plan'), { bytes: Buffer.of(7, 8), seconds: STORED_SECONDS }]]);
    expect(store.jobs.size + store.failed.length).toBe(0);
    const left = [...store.hashes].flatMap(([name, hash]) => (name === NAMES.workers ? [] : [...hash.keys()]));
    expect(left).toEqual([]);
    // Answers of a run that died go away by themselves.
    const answers = [...store.expiring].filter(([key]) => key.startsWith(`${PREFIX}:answers:`));
    expect(answers.map(([, seconds]) => seconds)).toEqual([STORED_SECONDS]);
    holdAll(await answered(run, 3));
    await run.run(batch(0), { onAnswer: () => expect.unreachable() });
  });

  it('have no more than two thousand jobs wait at a time, however many there are', async () => {
    await worker();
    holdAll(await answered(await runner(), 600));
    expect(store.mostWaiting).toBeGreaterThanOrEqual(250);
    for (const own of open.splice(0)) await own.close();
    store = newStore();
    const stop = new AbortController();
    const waiting = answered(await runner(), 2600, stop.signal);
    await vi.waitFor(() => expect(store.jobs.size).toBe(2000));
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(store.jobs.size).toBe(2000);
    stop.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
    // What nobody has begun is taken back.
    expect(store.jobs.size).toBe(0);
    await expect(answered(await runner(), 1, stop.signal)).rejects.toThrow('enough');
  });

  it('say why a job was given up after three attempts, and what its worker was told each time', async () => {
    const events: unknown[] = [];
    await worker([squares((index) => (index === 1 ? 'no such line' : null))], (event) => events.push(event));
    const answers = await answered(await runner(), 3);
    expect(answers.map(([own]) => own)).toEqual([expected(0), { ok: false, message: 'no such line' }, expected(2)]);
    expect(ATTEMPTS).toBe(3);
    expect(events.filter((event) => !(event as { ok: boolean }).ok)).toEqual(
      new Array(3).fill({ kind: 'square', ok: false, message: 'no such line' }),
    );
    expect(events.filter((event) => (event as { ok: boolean }).ok)).toEqual(
      new Array(2).fill({ kind: 'square', ok: true, message: '' }),
    );
    expect(store.failed).toEqual([]);
  });

  it('say in words that workers died of a job, and leave alone what another run gave up on', async () => {
    const run = await runner();
    const own = answered(run, 1);
    await vi.waitFor(() => expect(store.jobs.size).toBe(1));
    const [job] = [...store.jobs.values()];
    const others = { ...job!, data: { ...job!.data, run: 'other' }, opts: { ...job!.opts, jobId: 'other-0' } };
    store.fail(others, 'of another');
    store.fail(job!, 'job stalled more than allowable limit');
    expect(await own).toEqual([
      [{ ok: false, message: 'each worker that took it died, or said nothing for 10 seconds' }],
    ]);
    expect(store.failed.map(({ id }) => id)).toEqual(['other-0']);
  });

  it('count a job that was done twice once', async () => {
    const run = await runner();
    const seen: number[] = [];
    const running = run.run(batch(2), { onAnswer: (index) => seen.push(index) });
    await vi.waitFor(() => expect(store.jobs.size).toBe(2));
    const key = NAMES.answers([...store.jobs.values()][0]!.data.run);
    const put = () => store.hash(key).set('0', packAnswer({ ok: true, bytes: encode(0) }));
    put();
    await vi.waitFor(() => expect(store.hash(key).size).toBe(0));
    put();
    await vi.waitFor(() => expect(store.hash(key).size).toBe(0));
    store.hash(key).set('1', packAnswer({ ok: true, bytes: encode(1) }));
    await running;
    expect(seen).toEqual([0, 1]);
  });

  it('go on where the connection broke in the middle of an answer, whatever Redis had taken', async () => {
    for (const [point, command] of [
      ['before', 'set'],
      ['before', 'addBulk'],
      ['after', 'addBulk'],
    ] as const) {
      await worker();
      let faults = 2;
      store[point] = (one) => {
        if (one === command && faults-- > 0) throw broken();
      };
      holdAll(await answered(await runner(), 6));
      expect(faults, `${point} ${command}`).toBeLessThan(1);
      for (const own of open.splice(0)) await own.close();
      store = newStore();
    }
  });

  it('wait while Redis is full, for so long, and say so then', async () => {
    await worker();
    let faults = 3;
    store.before = (command) => {
      if (command === 'addBulk' && faults-- > 0) throw oom();
    };
    holdAll(await answered(await runner(), 2));
    store.before = (command) => {
      if (command === 'addBulk') throw oom();
    };
    const waiting = answered(await runner({ fullFor: 60 }), 1);
    await expect(waiting).rejects.toThrow(QueueError);
    await expect(waiting).rejects.toThrow('no memory left');
    // Anything else is no matter of waiting.
    store.before = (command) => {
      if (command === 'addBulk') throw new Error('READONLY');
    };
    await expect(answered(await runner(), 1)).rejects.toThrow('READONLY');
  });

  it('refuse what is too large before any of it lies in Redis', async () => {
    const run = await runner();
    const large = new Uint8Array(MOST_CONTENT_BYTES + 1);
    const none = { onAnswer: () => expect.unreachable() };
    await expect(run.run(batch(1, large), none)).rejects.toThrow(
      `found a plan of ${MOST_CONTENT_BYTES + 1} bytes with its files, expected at most ${MOST_CONTENT_BYTES}`,
    );
    const data = 'x'.repeat(MOST_JOB_BYTES);
    const heavy = { ...batch(1), jobs: [{ key: '', data }] };
    const length = Buffer.from(encode(data)).toString('base64').length;
    await expect(run.run(heavy, none)).rejects.toThrow(
      `found a job of ${length} bytes, expected at most ${MOST_JOB_BYTES}`,
    );
    expect(store.jobs.size).toBe(0);
  });

  it('name each worker of another version once, and that run what is left', async () => {
    const beat = { version: '0.9', threads: 4, rate: 2, seen: store.clock };
    store.hash(NAMES.workers).set('old:1', Buffer.from(JSON.stringify(beat)));
    const refused: string[] = [];
    const run = await runner({ onRefused: (name, version) => refused.push(`${name} ${version}`) });
    const running = answered(run, 2);
    await vi.waitFor(() => expect(refused).toEqual(['old:1 0.9']));
    const runs = [...store.hash(NAMES.runs).values()].map((text) => JSON.parse(text.toString()));
    expect(runs).toEqual([{ open: 2, seen: store.clock }]);
    expect(store.expiring.get(NAMES.runs)).toBe(STORED_SECONDS);
    expect(await queueStatus({ address: ADDRESS, prefix: PREFIX, version: VERSION })).toBe(
      `huni ${VERSION}: 2 waiting, 0 active, 0 delayed, 0 failed; 0 threads at work\n` +
        '2 jobs of one run left; none done in the last minute\nworker old:1: 4 threads, refused, it is huni 0.9\n',
    );
    await worker([squares(), squares()]);
    holdAll(await running);
    expect(store.hash(NAMES.runs).size).toBe(0);
    expect(refused).toHaveLength(1);
    expect(store.workers[0]!.options.concurrency).toBe(2);
    const status = await queueStatus({ address: ADDRESS, prefix: PREFIX, version: VERSION });
    expect(status).toContain('; 2 threads at work\nworker ');
    expect(status).toMatch(/: 2 threads, this version\n$/);
    store.hash(NAMES.runs).set('late', Buffer.from(JSON.stringify({ open: 9, seen: store.clock - 19_999 })));
    store.hash(NAMES.runs).set('gone', Buffer.from(JSON.stringify({ open: 9, seen: store.clock - 20_000 })));
    expect(await queueStatus({ address: ADDRESS, prefix: PREFIX, version: VERSION })).toContain(
      '9 jobs of one run left',
    );
  });
});

describe("a queue's worker", () => {
  const job = (more: object = {}) => ({
    ...{ name: 'square', opts: { jobId: 'x', attempts: 1 } },
    data: {
      ...{ version: VERSION, kind: 'square', content: 'plan', run: 'r', index: 3 },
      ...{ data: Buffer.from(encode({ index: 3 })).toString('base64'), ...more },
    },
  });

  it('refuses another version’s job for good, and one whose plan or answer is not there', async () => {
    await worker();
    const [own] = store.workers;
    expect(own!.queue).toBe(NAMES.queue);
    const refusal = own!.work(job({ version: '0.9' }));
    await expect(refusal).rejects.toThrow(`the job is for huni 0.9, this worker is ${VERSION}`);
    await expect(refusal).rejects.toBeInstanceOf(fakeBull.UnrecoverableError);
    await expect(own!.work(job())).rejects.toThrow('the plan that the job is about is not in Redis any more');
    await worker([{ ...squares(), async run() {} }]);
    store.values.set(NAMES.content('plan'), { bytes: Buffer.of(7, 8), seconds: 1 });
    await expect(store.workers[1]!.work(job())).rejects.toThrow('the job came to nothing');
  });

  it('has a runner again after one that threw, and fetches a plan once while it is among the last four', async () => {
    let fails = true;
    const seen: string[] = [];
    await worker([
      {
        ...squares(),
        async run({ content }, { onAnswer }) {
          seen.push(content.id);
          if (fails) throw new Error('once');
          onAnswer(0, { ok: true, bytes: encode(1) });
        },
      },
    ]);
    const [own] = store.workers;
    const ids = ['a', 'b', 'c', 'd', 'e'];
    for (const id of ids) store.values.set(NAMES.content(id), { bytes: Buffer.from(id), seconds: 1 });
    await expect(own!.work(job({ content: 'a' }))).rejects.toThrow('once');
    fails = false;
    let fetched = 0;
    store.before = (command) => {
      if (command === 'get') fetched++;
    };
    for (const id of ['a', 'b', 'c', 'd', 'a', 'b', 'e', 'a', 'b', 'd', 'e']) await own!.work(job({ content: id }));
    // `a` was fetched by the job that failed; `c` waited longest when `e` came.
    expect(fetched).toBe(4);
    await own!.work(job({ content: 'c' }));
    expect(fetched).toBe(5);
    expect(decode(store.hash(NAMES.answers('r')).get('3')!)).toEqual({ ok: true, bytes: encode(1) });
    expect(seen).toHaveLength(13);
  });
});
