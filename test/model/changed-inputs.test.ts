import { describe, expect, it } from 'vitest';
import { createInlineEngine } from '../../src/engine/inline.js';
import { openSession, samplingPlan } from '../../src/engine/session.js';
import { decisionGiven } from '../../src/forecast/plan-result.js';
import { LINE_KIND } from '../../src/model/compile.js';
import { changedInputs, type InputChange } from '../../src/model/input-changes.js';
import { isFunnelLine, type Scenario } from '../../src/scenario/types.js';
import { scenarioOf } from '../forecast/support.js';

const TEXT = `
currency: USD
horizon: 6 weeks
budget: 20000
draws: 512
economics: { order_value: 40 to 60, margin: 55% to 65%, repeat_rate: 5% to 20% }
correlation: { cpm: { market: 0.3, platform: 0.3 } }
lines:
  - { platform: instagram, stage: awareness, budget: 12000, audience: 300k, cpm: 4 to 9, ctr: 0.8% to 1.4%, cvr: 1% to 3% }
  - { platform: facebook, stage: conversion, budget: 8000, cpm: 6 to 12, ctr: 1% to 2%, cvr: 2% to 4% }
`;

const NOISY = `${TEXT}noise: { ctr: { sd: 0.1, rho: 0.4 }, cvr: { sd: 0.2, rho: 0.2 }, counts: off }
shocks: [{ name: Change, probability: 50%, window: [2, 4], cvr: -20%, ctr: -10% }]
`;

const figures = {
  total: (['profit', 'orders', 'reach', 'future_orders'] as const).map((name) => ({
    name,
    expression: { kind: 'kpi', name } as const,
  })),
  groups: true,
  cumulative: false,
} as const;

/** Prices twice as high on all lines. */
function dear(scenario: Scenario): { readonly changed: Scenario; readonly changes: readonly InputChange[] } {
  const lines = scenario.lines.filter(isFunnelLine).map((line) => {
    const { distribution, origin } = line.quantities.cpm;
    if (distribution.family !== 'lognormal') throw new Error(`a price is drawn from ${distribution.family}`);
    const doubled = { ...distribution, mu: distribution.mu + Math.LN2 };
    return { ...line, quantities: { ...line.quantities, cpm: { distribution: doubled, origin } } };
  });
  const changes = lines.map(({ id, quantities }) => ({
    name: `${id}.cpm`,
    kind: LINE_KIND.cpm,
    distribution: quantities.cpm.distribution,
  }));
  return { changed: { ...scenario, lines }, changes };
}

describe('inputs drawn otherwise', () => {
  it.each([
    ['a plan', TEXT],
    ['one whose rates vary, shocks on them', NOISY],
  ])('are as those of a scenario that has them, side by side with the plan as it is: %s', async (_, text) => {
    const scenario = await scenarioOf(text);
    const { changed, changes } = dear(scenario);
    const engine = createInlineEngine();
    const [session, other] = [await openSession(scenario, { engine }), await openSession(changed, { engine })];
    const decision = decisionGiven(scenario);
    const sampling = samplingPlan(scenario, 512);
    const own = changedInputs(session.program, changes);
    // Scores that might be changed, and aren't: noise that is made from them anew.
    const noise = session.program.inputs.flatMap(({ name }, index) => (name.startsWith('noise.cvr.') ? [index] : []));
    const [same, doubled] = await session.priceAll([decision, decision], figures, {
      sampling,
      changes: { changeable: [...own.map(({ index }) => index), ...noise], plans: [[], own] },
    });
    const asIs = await session.price(decision, figures, { sampling });
    const asChanged = await other.price(decision, figures, { sampling });
    for (const [found, expected] of [
      [same!, asIs],
      [doubled!, asChanged],
    ] as const) {
      const away = expected.values.map(
        (value, k) => Math.abs(found.values[k]! - value) / Math.max(1e-9, Math.abs(value)),
      );
      expect(found.values).toHaveLength(expected.values.length);
      expect(away.findIndex((one) => !(one < 1e-9))).toBe(-1);
    }
    expect(doubled!.series(0)[0]).not.toBe(same!.series(0)[0]);
    await engine.close();
  });

  it('have to be inputs of the program', async () => {
    const scenario = await scenarioOf(TEXT);
    const engine = createInlineEngine();
    const { program, close } = await openSession(scenario, { engine });
    const change: InputChange = {
      name: 'tiktok/awareness.cpm',
      kind: 'price',
      distribution: { family: 'fixed', value: 1 },
    };
    expect(() => changedInputs(program, [change])).toThrow('no input "tiktok/awareness.cpm"');
    await close();
  });
});
