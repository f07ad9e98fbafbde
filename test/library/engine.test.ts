import { afterAll, describe, expect, it } from 'vitest';
import { runAdvised } from '../../src/advice/index.js';
import { createEngine, EngineClosedError, parseScenario, type Scenario, stringifyResult } from '../../src/index.js';
import { quickFirst, SLOW } from '../slow.js';

const text = (rest = ''): string => `
currency: USD
horizon: 4 weeks
budget: 1000
draws: 512
economics: { order_value: 20 to 40, margin: 60% }
lines:
  - { platform: instagram, stage: awareness, budget: 750, audience: 200k to 400k, cpm: 2 to 4, ctr: 1% to 2%, view_rate: 20% to 30%, cvr: 1% to 3% }
  - { platform: instagram, stage: conversion, budget: 250, cpm: 4 to 8, ctr: 1% to 3%, cvr: 3% to 8% }
${rest}
`;
async function scenario(rest?: string): Promise<Scenario> {
  const reading = await parseScenario(text(rest), 'library.yaml');
  if (!reading.ok) throw new Error(reading.problems.map(({ message }) => message).join('\n'));
  return reading.scenario;
}

const engine = createEngine({ threads: 0 });
afterAll(() => engine.close());

describe("the library's engine", () => {
  it('does all it does at once, with the figures that each has alone', SLOW, async () => {
    const [one, two] = [await scenario(), { ...(await scenario()), seed: 'other' }];
    const contenders = [
      { label: 'one', scenario: one },
      { label: 'two', scenario: { ...two, budget: 900 } },
    ];
    const [run, compared, explained, frontier] = await Promise.all([
      engine.run(two, { charts: false }),
      engine.compare(contenders),
      engine.explain(one, { draws: 512, information: false }),
      engine.frontier(one, { by: 'risk', points: 2 }),
    ]);
    const alone = await runAdvised(two, { workers: 0, charts: false });
    expect(run.ok && stringifyResult(run.value.result)).toBe(stringifyResult(alone.result));
    expect(compared.ok && compared.value.scenarios.map(({ label }) => label)).toEqual(['one', 'two']);
    expect(explained.ok && explained.value.inputs.length).toBeGreaterThan(5);
    expect(frontier.ok && frontier.value.risk?.at(-1)?.risk_aversion).toBeNull();
  });

  for (const [cases, options] of quickFirst(
    [
      [
        'rules that no plan keeps',
        'rules: { roas: { min: 4000 }, lines: { instagram/awareness: { min: 500 } } }',
        'contradiction',
      ],
      [
        'correlations that nothing has',
        `correlation:
  pairs:
    - { between: [economics.order_value, instagram/awareness.cpm], rho: 0.9 }
    - { between: [economics.order_value, instagram/conversion.cpm], rho: -0.9 }
    - { between: [instagram/awareness.cpm, instagram/conversion.cpm], rho: 0.9 }`,
        'correlation',
      ],
    ],
    1,
  ))
    it.each(cases)('gives a failure for %s', options, async (_, rest, kind) => {
      const outcome = await engine.run(await scenario(rest), { charts: false });
      expect(outcome).toMatchObject({ ok: false, failure: { kind } });
      expect(!outcome.ok && outcome.failure.message.length).toBeGreaterThan(10);
    });

  it('gives a failure for what can not be compared, and for a KPI that is not there', async () => {
    const one = await scenario();
    expect(await engine.compare([{ label: 'one', scenario: one }])).toMatchObject({
      ok: false,
      failure: { kind: 'not-comparable' },
    });
    expect(await engine.explain(one, { kpi: 'payback' })).toMatchObject({
      ok: false,
      failure: { kind: 'option', message: 'no KPI is called payback' },
    });
    expect(await engine.explain(one, { draws: 3 })).toMatchObject({ ok: false, failure: { kind: 'option' } });
  });

  it("rejects with the signal's reason, and as closed once it is closed", async () => {
    const one = await scenario();
    await expect(engine.run(one, { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough');
    const other = createEngine({ threads: 1 });
    await other.close();
    await expect(other.run(one)).rejects.toThrow(EngineClosedError);
    expect(() => createEngine({ threads: 1.5 })).toThrow('threads: found 1.5');
  });
});
