// A Redis and a BullMQ in one process: what the two ends of a queue ask of them, and nothing else. The real ones are used by
// `test/thorough/queue`; here a connection breaks, a memory is full and a worker dies when the test says so.
import { EventEmitter } from 'node:events';

interface FakeJob {
  readonly id: string;
  readonly name: string;
  readonly data: { readonly run: string; readonly index: number };
  readonly opts: { readonly jobId: string; readonly attempts: number };
  readonly failedReason: string;
  remove(): Promise<void>;
}

type Added = Pick<FakeJob, 'name' | 'data' | 'opts'>;

/** What lies in the store, and the faults that a test puts in its way. */
export class FakeStore {
  values = new Map<string, { readonly bytes: Buffer; readonly seconds: number }>();
  hashes = new Map<string, Map<string, Buffer>>();
  expiring = new Map<string, number>();
  jobs = new Map<string, Added>();
  failed: FakeJob[] = [];
  mostWaiting = 0;
  open = 0;
  clock = 1_800_000_000_250;
  /** Called before a command by its name: throws what Redis would answer. */
  before: (command: string) => void = () => {};
  /** Called after a command was done: throws where the answer is lost. */
  after: (command: string) => void = () => {};
  work: ((job: Added) => Promise<unknown>) | null = null;
  workers: FakeWorker[] = [];

  hash(name: string): Map<string, Buffer> {
    const found = this.hashes.get(name) ?? new Map<string, Buffer>();
    this.hashes.set(name, found);
    return found;
  }

  fail(job: Added, reason: string): void {
    const { jobId: id } = job.opts;
    this.jobs.delete(id);
    this.failed.push({
      ...job,
      id,
      failedReason: reason,
      remove: async () => {
        this.failed = this.failed.filter((one) => one.id !== id);
      },
    });
  }

  /** Has a worker do what waits, each job up to as often as it may be attempted. */
  async drain(): Promise<void> {
    for (const job of [...this.jobs.values()]) {
      const worker = this.workers[0];
      if (worker === undefined) return;
      for (let attempt = 1; this.jobs.has(job.opts.jobId); attempt++) {
        try {
          await worker.work(job);
          this.jobs.delete(job.opts.jobId);
          worker.emit('completed', job);
        } catch (error) {
          worker.emit('failed', job, error);
          if (attempt >= job.opts.attempts || error instanceof UnrecoverableError)
            this.fail(job, (error as Error).message);
        }
      }
    }
  }
}

let store = new FakeStore();
/** The store that everything opened from now on is connected to. */
export function newStore(): FakeStore {
  store = new FakeStore();
  return store;
}

const bytes = (value: string | Buffer): Buffer => (typeof value === 'string' ? Buffer.from(value) : value);

export class FakeRedis extends EventEmitter {
  readonly #store = store;

  constructor() {
    super();
    this.#store.open++;
  }

  disconnect(): void {
    this.#store.open--;
  }

  async connect(): Promise<void> {
    await this.#done('connect', () => undefined);
  }

  ping(): Promise<string> {
    return this.#done('ping', () => 'PONG');
  }

  time(): Promise<[number, number]> {
    const { clock } = this.#store;
    return this.#done('time', () => [Math.floor(clock / 1000), 1000 * (clock % 1000)]);
  }

  set(key: string, value: Buffer, _: 'EX', seconds: number): Promise<string> {
    return this.#done('set', () => {
      this.#store.values.set(key, { bytes: value, seconds });
      return 'OK';
    });
  }

  getBuffer(key: string): Promise<Buffer | null> {
    return this.#done('get', () => this.#store.values.get(key)?.bytes ?? null);
  }

  hset(key: string, field: string, value: string | Buffer): Promise<number> {
    return this.#done('hset', () => {
      this.#store.hash(key).set(field, bytes(value));
      return 1;
    });
  }

  hgetall(key: string): Promise<Record<string, string>> {
    return this.#done('hgetall', () =>
      Object.fromEntries([...this.#store.hash(key)].map(([field, value]) => [field, value.toString()])),
    );
  }

  /** As many as were asked for, from the beginning: those that are taken out make way for the others. */
  hscanBuffer(key: string, _: string, __: 'COUNT', count: number): Promise<[Buffer, Buffer[]]> {
    return this.#done('hscan', () => [
      Buffer.from('0'),
      [...this.#store.hash(key)].slice(0, count).flatMap(([field, value]) => [Buffer.from(field), value]),
    ]);
  }

  hdel(key: string, ...fields: string[]): Promise<number> {
    return this.#done('hdel', () => fields.filter((field) => this.#store.hash(key).delete(field)).length);
  }

  del(key: string): Promise<number> {
    return this.#done('del', () => Number(this.#store.hashes.delete(key)));
  }

  expire(key: string, seconds: number): Promise<number> {
    return this.#done('expire', () => {
      this.#store.expiring.set(key, seconds);
      return 1;
    });
  }

  async #done<T>(command: string, work: () => T): Promise<T> {
    this.#store.before(command);
    const result = work();
    this.#store.after(command);
    return result;
  }
}

class UnrecoverableError extends Error {}

class FakeQueue extends EventEmitter {
  readonly #store = store;
  readonly name: string;

  constructor(name: string) {
    super();
    this.name = name;
    this.#store.open++;
  }

  async addBulk(added: readonly Added[]): Promise<void> {
    const own = this.#store;
    own.before('addBulk');
    for (const job of added) if (!own.jobs.has(job.opts.jobId)) own.jobs.set(job.opts.jobId, job);
    own.mostWaiting = Math.max(own.mostWaiting, own.jobs.size);
    own.after('addBulk');
    // Workers are elsewhere, and take their time.
    setImmediate(() => void own.drain());
  }

  async getFailed(from: number, to: number): Promise<(FakeJob | undefined)[]> {
    // One that was taken away between two commands is none.
    return [undefined, ...this.#store.failed.slice(from, to + 1)];
  }

  async remove(id: string): Promise<number> {
    return Number(this.#store.jobs.delete(id));
  }

  async getJobCounts(...states: readonly string[]): Promise<Record<string, number>> {
    const counts: Record<string, number> = { waiting: this.#store.jobs.size, failed: this.#store.failed.length };
    return Object.fromEntries(states.map((state) => [state, counts[state] ?? 0]));
  }

  async close(): Promise<void> {
    this.#store.open--;
  }
}

class FakeWorker extends EventEmitter {
  readonly #store = store;
  readonly queue: string;
  readonly work: (job: Added) => Promise<unknown>;
  readonly options: { readonly concurrency: number };

  constructor(queue: string, work: (job: Added) => Promise<unknown>, options: { readonly concurrency: number }) {
    super();
    [this.queue, this.work, this.options] = [queue, work, options];
    this.#store.open++;
    this.#store.workers.push(this);
  }

  async waitUntilReady(): Promise<void> {
    setImmediate(() => void this.#store.drain());
  }

  async close(): Promise<void> {
    this.#store.open--;
    this.#store.workers = this.#store.workers.filter((one) => one !== this);
  }
}

export const fakeBull = { Queue: FakeQueue, Worker: FakeWorker, UnrecoverableError };
