import { Worker } from 'node:worker_threads';
import { builtFile } from '../../../engine/threads/worker-entry.js';
import type { JobWork, TellDoing } from '../jobs.js';
import type { FromWorkThread, ToWorkThread } from './messages.js';
import type { WorkHelp, WorkTask } from './tasks.js';

/** Does long work on plans. */
export interface PlanWorker {
  work(task: WorkTask): JobWork;
  close(): Promise<void>;
}

/** A thread as far as it is used here; tests hand in others. */
export interface WorkThread {
  send(message: ToWorkThread): void;
  /** @param onEnd called once, where the thread is gone */
  listen(onMessage: (message: FromWorkThread) => void, onEnd: (error: Error) => void): void;
  end(): Promise<unknown>;
}

interface Going {
  readonly tell: TellDoing;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Does work in a thread of its own, beside the one that serves: what an optimiser or a fit computes between the engine's answers
 * would hold up everybody's saves. One thread for all work, with one engine; it is started when there is some, and anew where it broke
 * down.
 */
export function createThreadWorker(help: WorkHelp, start: () => WorkThread): PlanWorker {
  let thread: WorkThread | null = null;
  let begun = 0;
  let onClosed: () => void = () => {};
  const going = new Map<number, Going>();

  const answer = async (from: WorkThread, message: Extract<FromWorkThread, { kind: 'help' }>): Promise<void> => {
    const { asked, help: wanted } = message;
    try {
      const given: unknown =
        wanted.name === 'approved' ? await help.approved(...wanted.given) : await help.save(...wanted.given);
      from.send({ kind: 'helped', asked, answer: given });
    } catch (error) {
      from.send({ kind: 'unhelped', asked, failure: error instanceof Error ? error.message : String(error) });
    }
  };
  const open = (): WorkThread => {
    const own = start();
    own.listen(
      (message) => {
        if (message.kind === 'closed') return onClosed();
        const one = going.get(message.number);
        if (message.kind === 'progress') one?.tell(message.doing);
        else if (message.kind === 'help') void answer(own, message);
        else {
          going.delete(message.number);
          if (message.kind === 'done') one?.resolve(message.answer);
          else one?.reject(new Error(message.failure));
        }
        return undefined;
      },
      (error) => {
        if (thread === own) thread = null;
        for (const { reject } of going.values()) reject(error);
        going.clear();
        onClosed();
      },
    );
    return own;
  };
  return {
    work: (task) => (signal, tell) =>
      new Promise((resolve, reject) => {
        signal.throwIfAborted();
        thread ??= open();
        const own = thread;
        const number = begun++;
        const onAbort = (): void => own.send({ kind: 'stop', number });
        signal.addEventListener('abort', onAbort, { once: true });
        const settled = (): void => signal.removeEventListener('abort', onAbort);
        going.set(number, {
          tell,
          resolve: (found) => {
            settled();
            resolve(found);
          },
          reject: (error) => {
            settled();
            reject(error);
          },
        });
        own.send({ kind: 'do', number, task });
      }),
    async close() {
      const own = thread;
      if (own === null) return;
      // Its engine's own threads end first, or they would be cut off in the middle.
      await new Promise<void>((resolve) => {
        onClosed = resolve;
        own.send({ kind: 'close' });
      });
      await own.end();
    },
  };
}

/** The program of a thread that does long work. */
export interface WorkThreadEntry {
  readonly file: URL;
  /** What it is given when it starts: can be cloned. */
  readonly data: unknown;
}

/** On this machine's own threads. @param threads by default one a core */
export function ownWorkThread(threads: number | undefined): WorkThreadEntry {
  return { file: builtFile('cli/work-thread.js'), data: { threads } };
}

/** Starts a thread for work. */
export function startWorkThread({ file, data }: WorkThreadEntry): WorkThread {
  const worker = new Worker(file, { workerData: data });
  return {
    send: (message) => worker.postMessage(message),
    listen(onMessage, onEnd) {
      worker.on('message', onMessage);
      worker.once('error', onEnd);
      worker.once('exit', () => onEnd(new Error('the thread that works on plans has ended')));
    },
    end: () => worker.terminate(),
  };
}
