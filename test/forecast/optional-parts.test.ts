import { expect, it } from 'vitest';
import type { Advice } from '../../src/forecast/advice.js';
import { runForecast } from '../../src/forecast/run.js';
import { SMALL } from '../cli/support.js';
import { scenarioOf } from './support.js';

/** What a result has only where there is something to say of it. */
const OPTIONAL = ['break_even', 'test', 'warnings', 'shocks', 'attribution', 'robust', 'difference', 'optimizer'];

const told = async (text: string, advice: Partial<Advice>, charts: boolean): Promise<readonly string[]> => {
  const verdict = { kind: 'keep', reasons: [] } as unknown as Advice['verdict'];
  const { result } = await runForecast(await scenarioOf(text), {
    workers: 0,
    optimize: false,
    charts,
    advise: async () => ({ verdict, break_even: [], test: null, warnings: [], ...advice }) as Advice,
  });
  expect(result.verdict).toEqual(verdict);
  for (const [key, value] of Object.entries(result)) expect(value ?? null, key).not.toBeNull();
  return OPTIONAL.filter((key) => key in result);
};

it('a result has no part of which there is nothing to say', async () => {
  // Response curves are of the plan given alone: there is no other.
  expect(await told(SMALL, {}, true)).toEqual([]);
});

it('a result has each part of which there is something to say', async () => {
  const shocks = 'shocks: [{ name: outage, probability: 20%, lasts: 1, cpm: +20% }]\n';
  const advice = {
    break_even: [{ input: 'economics.order_value' }],
    test: { line: 'instagram/awareness' },
    warnings: [{ code: 'x' }],
  } as unknown as Partial<Advice>;
  expect(await told(`${SMALL}${shocks}`, advice, false)).toEqual(['break_even', 'test', 'warnings', 'shocks']);
});
