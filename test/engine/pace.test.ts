import { describe, expect, it } from 'vitest';
import { createPace } from '../../src/engine/queue/pace.js';

/** A pace by a clock of its own, in seconds. */
function paced() {
  let at = 0;
  const pace = createPace(() => 1000 * at);
  return {
    at(seconds: number) {
      at = seconds;
      return pace;
    },
  };
}

describe('how fast work goes of late', () => {
  it('is nothing before any is done, and one a minute where one is', () => {
    const clock = paced();
    expect(clock.at(0).rate()).toBe(0);
    clock.at(1).tick();
    expect(clock.at(2).rate()).toBeCloseTo(1 / 60, 12);
    // A minute later it is forgotten.
    expect(clock.at(61).rate()).toBeCloseTo(1 / 60, 12);
    expect(clock.at(61.1).rate()).toBe(0);
  });

  it('is what came after the first, over the time since', () => {
    const clock = paced();
    for (const second of [10, 12, 14, 16]) clock.at(second).tick();
    expect(clock.at(16).rate()).toBeCloseTo(3 / 6, 12);
    expect(clock.at(20).rate()).toBeCloseTo(3 / 10, 12);
    // The first two are more than a minute ago.
    expect(clock.at(73).rate()).toBeCloseTo(1 / 59, 12);
  });

  it('is counted over a millisecond at least', () => {
    const clock = paced();
    clock.at(5).tick();
    clock.at(5).tick();
    expect(clock.at(5).rate()).toBe(1000);
  });
});
