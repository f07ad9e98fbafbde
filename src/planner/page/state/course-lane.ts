import type { Band } from '../../../forecast/details.js';
import type { PricingRequest } from '../pricing/priced.js';
import type { Pricer } from './pricing-queue.js';

/** Milliseconds that a hand rests before a course is begun for what it came to. */
const REST = 60;
/** Milliseconds that a course stays in view while figures move on: then the next one is begun, whatever moves. */
const LONGEST_WITHOUT_COURSE = 250;

/** What tells a lane the time. */
interface LaneClock {
  readonly now: () => number;
  /** Calls back after so many milliseconds, unless what is returned is called first. */
  readonly later: (work: () => void, milliseconds: number) => () => void;
}

/** What a lane tells whoever shows courses. */
interface CourseListener {
  onCourse(course: readonly Band[]): void;
  onFailure(failure: unknown): void;
}

interface CourseLane {
  /** The course of another plan; of one that was wanted before and hasn't begun nothing is priced. */
  want(request: PricingRequest): void;
  /** Nothing is wanted any more; what is being priced is for nobody. */
  stop(): void;
}

const SYSTEM: LaneClock = {
  now: () => performance.now(),
  later: (work, milliseconds) => {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
};

/**
 * Prices how profit adds up while something moves, beside the figures that are read first: once a hand rests, and where it never does
 * as often as a course may grow old. One at a time, and each is finished: a figure that moves on doesn't stop it.
 */
export function createCourseLane(price: Pricer, listener: CourseListener, clock: LaneClock = SYSTEM): CourseLane {
  let wanted: PricingRequest | null = null;
  let going: AbortController | null = null;
  let forget: () => void = () => {};
  let shown = Number.NEGATIVE_INFINITY;

  const begin = async (): Promise<void> => {
    const request = wanted;
    if (request === null) return;
    wanted = null;
    const controller = new AbortController();
    going = controller;
    try {
      const { course } = await price(request, controller.signal);
      if (controller.signal.aborted) return;
      shown = clock.now();
      if (course !== null) listener.onCourse(course);
    } catch (error) {
      if (!controller.signal.aborted) listener.onFailure(error);
    } finally {
      if (going === controller) {
        going = null;
        plan();
      }
    }
  };
  const plan = (): void => {
    forget();
    if (wanted === null || going !== null) return;
    const left = Math.min(REST, shown + LONGEST_WITHOUT_COURSE - clock.now());
    if (left <= 0) void begin();
    else forget = clock.later(() => void begin(), left);
  };

  return {
    want(request) {
      wanted = request;
      plan();
    },
    stop() {
      forget();
      wanted = null;
      going?.abort();
      going = null;
    },
  };
}
