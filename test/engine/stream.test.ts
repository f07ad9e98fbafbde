import { expect, it } from 'vitest';
import { openEngine } from '../../src/engine/open.js';
import { openSession } from '../../src/engine/session.js';
import { decisionGiven } from '../../src/forecast/plan-result.js';
import type { Expression } from '../../src/scenario/expressions/types.js';
import { SMALL } from '../cli/support.js';
import { scenarioOf } from '../forecast/support.js';

const PROFIT: Expression = { kind: 'kpi', name: 'profit' };
const SELECTION = { total: [{ name: 'profit', expression: PROFIT }], groups: true, cumulative: false };

it('a plan that is streamed keeps the draws of its totals, or of what is asked for, and a summary of all else', async () => {
  const scenario = { ...(await scenarioOf(SMALL)), draws: 5000 };
  const decision = decisionGiven(scenario);
  const found = [];
  for (const threads of [0, 2]) {
    const engine = await openEngine(threads);
    const session = await openSession(scenario, { engine });
    const whole = await session.price(decision, SELECTION);
    const exact = await session.summarize(whole);
    const { keys, summaries, series } = await session.stream(decision, SELECTION);
    expect(keys).toEqual(whole.keys);
    const [total, other] = ['total', 'line'].map((name) => keys.findIndex(({ group }) => group === name));
    expect(series(total!)).toEqual(whole.series(total!));
    expect(() => series(other!)).toThrow(RangeError);
    expect(summaries[total!]).toEqual(exact[total!]);
    for (const [k, { mean }] of exact.entries()) {
      if (mean === null) continue;
      expect(Math.abs(summaries[k]!.mean! - mean)).toBeLessThan(1e-9 * Math.max(1, Math.abs(mean)));
    }
    const asked = await session.stream(decision, SELECTION, { stored: ({ group }) => group === 'line' });
    expect(asked.series(other!)).toEqual(whole.series(other!));
    expect(() => asked.series(total!)).toThrow(RangeError);
    found.push(summaries);
    await session.close();
    await engine.close();
  }
  expect(found[1]).toEqual(found[0]);
});
