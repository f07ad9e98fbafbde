/** Draws what has changed, so much a turn as a frame has room for: more at once would hold the page up. */
interface Turns<Key> {
  /** Later work on the same thing takes the place of what hasn't begun. */
  next(key: Key, work: () => void): void;
  forget(key: Key): void;
}

/** Milliseconds of a frame's sixteen that drawing may take before what is left waits for the next one. */
const ROOM = 6;

/**
 * @param turn calls back when something may be drawn: at the next frame
 * @param now a clock in milliseconds
 */
export function createTurns<Key>(
  turn: (work: () => void) => void,
  now: () => number = () => performance.now(),
): Turns<Key> {
  const waiting = new Map<Key, () => void>();
  let called = false;
  const call = (): void => {
    if (called || waiting.size === 0) return;
    called = true;
    turn(() => {
      called = false;
      const begun = now();
      try {
        do {
          const [first] = waiting;
          if (first === undefined) return;
          waiting.delete(first[0]);
          first[1]();
        } while (now() - begun < ROOM);
      } finally {
        call();
      }
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
