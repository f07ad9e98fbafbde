import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { builtFile } from '../../../engine/threads/worker-entry.js';
import type { CheckAnswer, ReadingTask } from './tasks.js';

export interface ReadingRequest {
  readonly number: number;
  readonly task: ReadingTask;
}
/** JSON of the answer, or why there is none. */
export type ReadingAnswer =
  | { readonly number: number; readonly json: string; readonly failure?: undefined }
  | { readonly number: number; readonly failure: string };

/** Reads plans' texts in threads: parsing and checking one takes so long that saves would wait for it. */
export interface Reader {
  /** @returns the answer's JSON. @throws where reading failed, or its thread broke down */
  read(task: ReadingTask): Promise<string>;
  check(text: Omit<Extract<ReadingTask, { kind: 'check' }>, 'kind'>): Promise<CheckAnswer>;
  close(): Promise<void>;
}

/** A thread as far as it is used here; tests hand in others. */
export interface ReadingThread {
  send(request: ReadingRequest): void;
  /** @param onEnd called once, where the thread is gone */
  listen(onAnswer: (answer: ReadingAnswer) => void, onEnd: (error: Error) => void): void;
  end(): Promise<unknown>;
}

interface Place {
  readonly thread: ReadingThread;
  readonly open: Map<number, { readonly resolve: (json: string) => void; readonly reject: (error: Error) => void }>;
}

/** Beside the thread that serves; more would take cores from the work that planners wait for. */
const MOST_THREADS = 4;

/**
 * @param start starts a thread; one that broke down is started anew when it is needed
 * @param most threads
 */
export function createReader(
  start: () => ReadingThread = startThread,
  most: number = Math.min(MOST_THREADS, Math.max(1, availableParallelism() - 1)),
): Reader {
  const places: (Place | null)[] = Array.from({ length: most }, () => null);
  let asked = 0;
  let closed = false;

  const openPlace = (at: number): Place => {
    const place: Place = { thread: start(), open: new Map() };
    places[at] = place;
    place.thread.listen(
      (answer) => {
        const waiting = place.open.get(answer.number);
        place.open.delete(answer.number);
        if (answer.failure === undefined) waiting?.resolve(answer.json);
        else waiting?.reject(new Error(answer.failure));
      },
      (error) => {
        if (places[at] === place) places[at] = null;
        for (const { reject } of place.open.values()) reject(error);
        place.open.clear();
      },
    );
    return place;
  };
  // Ready before the first plan is opened.
  openPlace(0);

  /** The thread that has least before it. */
  const least = (): number => {
    const lengths = places.map((place) => place?.open.size ?? 0);
    return lengths.indexOf(Math.min(...lengths));
  };
  const read = (task: ReadingTask): Promise<string> => {
    if (closed) return Promise.reject(new Error('the server is being stopped'));
    return new Promise((resolve, reject) => {
      const at = least();
      const place = places[at] ?? openPlace(at);
      const number = asked++;
      place.open.set(number, { resolve, reject });
      place.thread.send({ number, task });
    });
  };
  return {
    read,
    check: async (of) => JSON.parse(await read({ kind: 'check', ...of })) as CheckAnswer,
    async close() {
      closed = true;
      await Promise.all(places.map((place) => place?.thread.end()));
    },
  };
}

function startThread(): ReadingThread {
  const worker = new Worker(builtFile('cli/reading-thread.js'));
  return {
    send: (request) => worker.postMessage(request),
    listen(onAnswer, onEnd) {
      worker.on('message', onAnswer);
      worker.once('error', onEnd);
      worker.once('exit', () => onEnd(new Error('the thread that reads plans has ended')));
    },
    end: () => worker.terminate(),
  };
}
