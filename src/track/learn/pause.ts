/** Lets whatever else waits for this thread go first: a server answers others while it learns. */
export type Pause = () => Promise<void>;

/** @param signal stops the work at its next pause, which rejects with the signal's reason then */
export function createPause(signal?: AbortSignal): Pause {
  return async () => {
    await new Promise<void>((resolve) => {
      setImmediate(resolve);
    });
    signal?.throwIfAborted();
  };
}
