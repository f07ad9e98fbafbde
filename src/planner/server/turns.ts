/** Does work on different things side by side, and work on the same thing one after another, in the order in which it was asked. */
type InTurn = <T>(keyOf: () => Promise<string>, work: () => Promise<T>) => Promise<T>;

/** Nothing is stored for things that nobody works on. */
export function createTurns(): InTurn {
  const last = new Map<string, Promise<unknown>>();
  // Keys are looked up one after another, or whoever asked later might be queued first.
  let lookedUp: Promise<unknown> = Promise.resolve();
  return (keyOf, work) => {
    const queued = lookedUp.then(async () => {
      const key = await keyOf();
      const done = (last.get(key) ?? Promise.resolve()).then(work);
      const settled = done.catch(() => {});
      last.set(key, settled);
      void settled.then(() => {
        if (last.get(key) === settled) last.delete(key);
      });
      // Not the work itself: the next one's key needn't wait for it.
      return { done };
    });
    lookedUp = queued.catch(() => {});
    return queued.then(({ done }) => done);
  };
}
