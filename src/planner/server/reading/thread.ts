import { parentPort } from 'node:worker_threads';
import type { ReadingAnswer, ReadingRequest } from './reader.js';
import { answerReading } from './tasks.js';

/** A thread that reads texts, one after another. */
const answer = (message: ReadingAnswer): void => parentPort?.postMessage(message);

parentPort?.on('message', ({ number, task }: ReadingRequest) => {
  answerReading(task).then(
    (json) => answer({ number, json }),
    (error: unknown) => answer({ number, failure: error instanceof Error ? error.message : String(error) }),
  );
});
