import { describe, expect, it } from 'vitest';
import type { Explanation } from '../../src/forecast/explain/types.js';
import { explainContext } from '../../src/report/explain/context.js';
import { scenarioOf } from '../forecast/support.js';

const PLAN = `
currency: USD
horizon: 4 weeks
budget: 3000
draws: 64
market: { population: 1m }
audiences: { students: 180k to 260k }
economics: { order_value: 30, margin: 60% }
brand: { recall: 2% to 7%, cvr_lift: 0.1 to 0.4, baseline_lift: 0.2 to 0.6 }
community: { messages: 1% to 3%, hourly: 5 to 9 }
creators_from: outside
shocks: [{ name: Strike, probability: 40%, window: [2, 3], lasts: 1, cpm: +20% }]
creators:
  - { name: Lena, platform: instagram, followers: 18k to 22k, reach_rate: 20% to 40%, cvr: 1% to 3%, fee: 150 to 220, posts: 3 }
lines:
  - { platform: instagram, stage: awareness, budget: 3000, audience: "@students", cpm: 5 to 8, ctr: 1%, cvr: 3%, view_rate: 20%, incrementality: 60% to 90% }
`;
const INPUTS: readonly (readonly [input: string, value: number, written: RegExp])[] = [
  ['brand.recall', 0.0237, /^[%\u066a]?2[.,]4/],
  ['brand.cvr_lift', 0.117, /^0[.,]117/],
  ['instagram/awareness/@Lena.reach_rate', 0.133, /^%?13/],
  ['instagram/awareness/@Lena.cvr', 0.0271, /^%?2[.,]7/],
  ['instagram/awareness/@Lena.fee', 180, /180/],
  ['community.messages', 0.02, /^%?2/],
  ['audiences.students', 200_000, /200/],
  ['instagram/awareness.incrementality', 0.8, /^%?80/],
  // Normal scores: the tenth that brings the shock, in its first week and in its last.
  ['shocks.Strike.happens', -1.28, /^(comes|baş verir|olur|تقع)$/],
  ['shocks.Strike.happens', 1.28, /^(doesn't come|baş vermir|olmaz|لا تقع)$/],
  ['shocks.Strike.starts', -1.28, /^2$/],
  ['shocks.Strike.starts', 1.28, /^3$/],
];

describe('what drives a plan', () => {
  it.each([
    'en',
    'az',
    'tr',
    'ar',
  ] as const)('is named in words, shares as shares, also of creators and brand (%s)', async (language) => {
    const scenario = await scenarioOf(`language: ${language}\n${PLAN}`);
    const explanation = { kpi: 'profit', groups: [] } as unknown as Explanation;
    const { inputName, subjectName, writeInput } = explainContext(scenario, explanation);
    for (const [input, value, written] of INPUTS) {
      expect(inputName(input), input).not.toMatch(/[_@/]|\.(?=\p{L})/u);
      expect(writeInput(input, value), input).toMatch(written);
    }
    const together = subjectName({ kind: 'together', inputs: INPUTS.map(([input]) => input) });
    expect(together).toContain('Lena: ');
    expect(together).not.toMatch(/@|reach_rate|brand\./);
  });
});
