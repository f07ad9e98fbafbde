// @module-tag slow
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runAdvised } from '../../../src/advice/index.js';
import { openEngine } from '../../../src/engine/open.js';
import type { Engine } from '../../../src/engine/types.js';
import { ContradictionError } from '../../../src/forecast/errors.js';
import { scenarioOf } from '../../forecast/support.js';
import { sampled } from '../../sample.js';
import { earnedByTesting, type Mean, meanOf, nestedValue, shareOf, worldsOf } from './acting.js';
import { randomPlan } from './random-plans.js';

const HOUR = 3_600_000;
/** Worlds that a test is made in, a plan; and those that belief after it is made of. */
const WORLDS = 1000;
const BELIEF = 16_384;
const OUTER = 1000;
const ERRORS = 4;

/** A known line and a guessed one alike in the middle, and the same where more, or something else, is guessed. */
const SMALL = [
  ['a price', 'cpm: 0.6 to 60, ctr: 1.2%, cvr: 2%'],
  ['a price and a rate', 'cpm: 1.2 to 30, ctr: 1.2%, cvr: 0.7% to 6%'],
  ['a rate', 'cpm: 6, ctr: 1.2%, cvr: 0.4% to 8%'],
] as const;

const small = (guess: string): string => `
currency: USD
horizon: 8 weeks
budget: 20000
draws: 16384
economics: { order_value: 50, margin: 60% }
lines:
  - { platform: instagram, stage: awareness, budget: 15000, audience: 400k, cpm: 5 to 7.2, ctr: 1.2%, cvr: 2%, view_rate: 25% }
  - { platform: x, stage: awareness, budget: 5000, audience: 400k, ${guess}, view_rate: 25% }
goal: { maximize: profit, risk_aversion: 0 }
`;

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine(2);
});
afterAll(() => engine.close());

const advised = new Map<string, ReturnType<typeof runAdvised>>();
/** Each plan is advised on once, whichever test asks first. */
async function advisedOf(text: string): ReturnType<typeof runAdvised> {
  const scenario = await scenarioOf(text);
  const known = advised.get(text) ?? runAdvised(scenario, { engine, charts: false, prices: false, exact: true });
  advised.set(text, known);
  return known;
}

describe('a test worth making', () => {
  it.each(sampled(SMALL, 1))(
    'has the value that nested Monte Carlo finds, where %s is guessed',
    async (_, guess) => {
      const forecast = await advisedOf(small(guess));
      const { test } = forecast.result;
      expect(test).toBeDefined();
      const share = shareOf(forecast, test!);
      const worlds = await worldsOf(forecast, test!, OUTER * 4 + BELIEF, engine);
      const nested = nestedValue(worlds.slice(0, OUTER * 4), worlds.slice(OUTER * 4), share);
      if (process.env.HUNI_VERDICTS !== undefined)
        console.log(JSON.stringify({ guess, said: test!.value, se: test!.se, nested }));
      expect(Math.abs(nested.value - test!.value)).toBeLessThan(ERRORS * Math.hypot(nested.se, test!.se));
    },
    HOUR,
  );

  it(
    'earns more in simulated worlds than moving at once and than keeping, by about what it said',
    async () => {
      const texts = SMALL.map(([, guess]) => small(guess));
      // Every kind of plan that nobody prepared, where there is time for it.
      const others =
        process.env.HUNI_FULL === undefined ? [] : Array.from({ length: 300 }, (_, k) => randomPlan(k).text);
      const above = { move: [] as number[], keep: [] as number[], best: [] as number[] };
      const said: Mean[] = [];
      for (const text of [...texts, ...others]) {
        const forecast = await advisedOf(text).catch((error: unknown) => {
          if (error instanceof ContradictionError) return null;
          throw error;
        });
        const { test } = forecast?.result ?? {};
        if (!forecast || test === undefined || (forecast.result.verdict!.kind !== 'test' && !texts.includes(text)))
          continue;
        const share = shareOf(forecast, test);
        const worlds = await worldsOf(forecast, test, WORLDS, engine);
        const earned = earnedByTesting(worlds, test, share);
        // Every plan counts alike: in parts of what its worlds differ by.
        const scale = 1 / Math.sqrt(meanOf(worlds.map(({ difference }) => difference ** 2)).value);
        const middle = meanOf(worlds.map(({ difference }) => difference)).value;
        earned.forEach((one, w) => {
          const { difference } = worlds[w]!;
          above.keep.push(scale * one);
          above.move.push(scale * (one - difference));
          above.best.push(scale * (one - (middle > 0 ? difference : 0)));
        });
        said.push({ value: scale * test.value, se: scale * test.se });
      }
      const found = { keep: meanOf(above.keep), move: meanOf(above.move), best: meanOf(above.best) };
      const saidAll = {
        value: said.reduce((sum, { value }) => sum + value, 0) / said.length,
        se: Math.hypot(...said.map(({ se }) => se)) / said.length,
      };
      if (process.env.HUNI_VERDICTS !== undefined) console.log(JSON.stringify({ plans: said.length, found, saidAll }));
      expect(said.length).toBeGreaterThanOrEqual(SMALL.length);
      expect(found.keep.value).toBeGreaterThan(2 * found.keep.se);
      expect(found.move.value).toBeGreaterThan(2 * found.move.se);
      expect(Math.abs(found.best.value - saidAll.value)).toBeLessThan(ERRORS * Math.hypot(found.best.se, saidAll.se));
    },
    HOUR,
  );
});
