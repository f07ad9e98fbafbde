/** Draws what has changed, one thing a turn: many at once would hold the page up. */
export interface Turns<Key> {
  /** Later work on the same thing takes the place of what hasn't begun. */
  next(key: Key, work: () => void): void;
  forget(key: Key): void;
}

/** @param turn calls back when the next thing may be drawn: at the next frame */
export function createTurns<Key>(turn: (work: () => void) => void): Turns<Key> {
  const waiting = new Map<Key, () => void>();
  let called = false;
  const call = (): void => {
    if (called || waiting.size === 0) return;
    called = true;
    turn(() => {
      called = false;
      const [first] = waiting;
      if (first === undefined) return;
      waiting.delete(first[0]);
      call();
      first[1]();
    });
  };
  return {
    next(key, work) {
      waiting.set(key, work);
      call();
    },
    forget: (key) => {
      waiting.delete(key);
    },
  };
}
