/** Loaded before a worker: it dies at once of any job that has the variant 1313, as of one that no memory holds. */
import { Worker } from 'node:worker_threads';

const { postMessage } = Worker.prototype;
Worker.prototype.postMessage = function (message, ...rest) {
  if (message?.kind === 'job' && JSON.stringify(message.setup.jobs).includes('"1313"')) {
    process.kill(process.pid, 'SIGKILL');
  }
  return postMessage.call(this, message, ...rest);
};
