import { describe, expect, it } from 'vitest';
import { createPace } from '../../src/engine/queue/pace.js';
import { leftWords } from '../../src/engine/queue/status.js';

describe('how fast a worker is', () => {
  it('is what it did a second of late, and nothing after a minute without work', () => {
    let now = 0;
    const pace = createPace(() => now);
    expect(pace.rate()).toBe(0);
    for (let k = 0; k < 200; k++) {
      now = 500 * k;
      pace.tick();
    }
    // A job each half second, of which 60 seconds are looked at.
    expect(pace.rate()).toBeCloseTo(2, 9);
    now += 30_000;
    expect(pace.rate()).toBeCloseTo(1, 9);
    now += 60_000;
    expect(pace.rate()).toBe(0);
  });
});

describe('what is left', () => {
  it.each([
    [[], 3, []],
    [[400], 0, ['400 jobs of one run left; none done in the last minute']],
    [[300, 100], 8.123, ['400 jobs of 2 runs left, 8.1 a second: about 50 s']],
    [[6000], 2, ['6000 jobs of one run left, 2 a second: about 50 min']],
  ])('of %j at %d a second', (open, rate, words) => {
    expect(leftWords(open, rate)).toEqual(words);
  });
});
