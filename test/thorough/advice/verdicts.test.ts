// @module-tag slow
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runAdvised } from '../../../src/advice/index.js';
import { openEngine } from '../../../src/engine/open.js';
import type { Engine } from '../../../src/engine/types.js';
import type { Forecast } from '../../../src/forecast/details.js';
import { ContradictionError } from '../../../src/forecast/errors.js';
import { scenarioOf } from '../../forecast/support.js';
import { sampled } from '../../sample.js';
import { faultsOfMove } from './judge.js';
import { PARTS, type RandomPlan, randomPlan } from './random-plans.js';

const PLANS = Array.from({ length: 300 }, (_, number) => randomPlan(number));
const SAMPLE = 12;
const DRAWS = 4096;
const HOUR = 3_600_000;

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine(2);
});
afterAll(() => engine.close());

async function advised({ text }: RandomPlan, seed: string): Promise<Forecast | null> {
  const scenario = await scenarioOf(text);
  try {
    return await runAdvised(
      { ...scenario, draws: DRAWS, seed: `${scenario.seed} ${seed}` },
      { engine, charts: false, prices: false },
    );
  } catch (error) {
    if (error instanceof ContradictionError) return null;
    throw error;
  }
}

describe('plans that nobody prepared', () => {
  it('are of every kind that was asked for', () => {
    const share = (of: (plan: RandomPlan) => boolean) => PLANS.filter(of).length / PLANS.length;
    expect(share(({ guessed }) => guessed)).toBeGreaterThanOrEqual(0.3);
    expect(share(({ maximum }) => maximum)).toBeGreaterThanOrEqual(0.1);
    expect(share(({ valueless }) => valueless)).toBeGreaterThanOrEqual(0.1);
    expect(new Set(PLANS.map(({ text }) => JSON.parse(text).currency)).size).toBe(6);
    for (const asked of PARTS) expect(PLANS.filter(({ part }) => part === asked).length).toBeGreaterThanOrEqual(10);
  });

  it(
    'no move loses by its own measure in fresh futures; another seed says the same, or it was said to be close',
    async () => {
      const faults: string[] = [];
      const turned: string[] = [];
      const kinds: Record<string, number> = {};
      const plans = sampled(PLANS, SAMPLE);
      for (const plan of plans) {
        const [first, second] = [await advised(plan, 'one'), await advised(plan, 'other')];
        if (first === null || second === null) continue;
        const verdicts = [first, second].map(({ result }) => result.verdict!);
        kinds[verdicts[0]!.kind] = (kinds[verdicts[0]!.kind] ?? 0) + 1;
        for (const fault of await faultsOfMove(first, engine)) faults.push(`plan ${plan.number}: ${fault}`);
        if (process.env.HUNI_VERDICTS !== undefined)
          console.log(plan.number, plan.part, ...verdicts.map(({ kind }) => kind), faults.at(-1) ?? '');
        const [one, other] = verdicts as [(typeof verdicts)[0], (typeof verdicts)[0]];
        if (one.kind === other.kind) continue;
        const close = verdicts.some(({ because }) => because.some((reason) => reason.close));
        turned.push(`plan ${plan.number}: ${one.kind}, ${other.kind}${close ? '' : ', and neither close'}`);
      }
      if (process.env.HUNI_VERDICTS !== undefined) console.log(JSON.stringify({ kinds, faults, turned }, null, 1));
      expect(faults).toEqual([]);
      expect(turned.filter((plan) => plan.endsWith('close'))).toEqual([]);
      // A sample of a dozen may have one by chance.
      expect(turned.length).toBeLessThanOrEqual(Math.max(1, 0.03 * plans.length));
    },
    HOUR,
  );
});
