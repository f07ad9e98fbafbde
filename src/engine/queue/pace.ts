/** Milliseconds that a pace looks back. */
const WINDOW = 60_000;

/** Counts what is done, and tells how fast that goes of late. */
interface Pace {
  tick(): void;
  /** What was done a second, over the last minute or since the first that was done, whichever is shorter. */
  rate(): number;
}

export function createPace(now: () => number = () => performance.now()): Pace {
  const done: number[] = [];
  const recent = (): readonly number[] => {
    const since = now() - WINDOW;
    while (done.length > 0 && done[0] < since) done.shift();
    return done;
  };
  return {
    tick: () => void done.push(now()),
    rate() {
      const within = recent();
      // One alone has no pace: the time from the first on is what the others took.
      if (within.length < 2) return within.length / (WINDOW / 1000);
      return (within.length - 1) / (Math.max(1, now() - within[0]) / 1000);
    },
  };
}
