import { expect, it } from 'vitest';
import { tryHostile } from './try.js';

// A sample of what test/thorough/hostile.test.ts tries.
it('hostile inputs get an answer, without a trace, in seconds', async () => {
  const wrong: string[] = [];
  for (let k = 0; k < 2_000; k += 197) wrong.push(...(await tryHostile(k)));
  expect(wrong).toEqual([]);
});
