/** A queue that can't be used: said before any work is lost, in a sentence with what to do. */
export class QueueError extends Error {
  override readonly name = 'QueueError';
}
