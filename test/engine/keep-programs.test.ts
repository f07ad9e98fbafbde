import { expect, it } from 'vitest';
import { createInlineEngine } from '../../src/engine/inline.js';
import type { PriceJob } from '../../src/engine/jobs.js';
import { keepPrograms } from '../../src/engine/keep-programs.js';
import { samplingPlan } from '../../src/engine/session.js';
import { EngineClosedError, UnknownProgramError } from '../../src/engine/types.js';
import { withBudget } from '../../src/forecast/frontier/plan.js';
import { decisionGiven } from '../../src/forecast/plan-result.js';
import { compileProgram } from '../../src/model/compile.js';
import { seriesOf } from '../../src/model/figures.js';
import type { Scenario } from '../../src/scenario/types.js';
import { scenarioOf } from '../forecast/support.js';

const planWith = (orderValue: number): Promise<Scenario> =>
  scenarioOf(`
currency: AZN
start: 2027-03-01
horizon: 6 weeks
budget: 10000
draws: 500
economics: { order_value: ${orderValue}, margin: 60% }
lines:
  - { platform: tiktok, stage: awareness, budget: 7000, audience: 300k, cpm: 2 to 4, ctr: 1%, view_rate: 25%, cvr: 2% }
  - { platform: tiktok, stage: conversion, budget: 3000, cpm: 4 to 8, ctr: 1% to 3%, cvr: 3% to 8% }
`);

const selection = { total: [{ name: 'profit', expression: { kind: 'kpi', name: 'profit' } }], groups: false } as const;

async function jobOf(scenario: Scenario, program: string): Promise<PriceJob> {
  const compiled = await compileProgram(scenario);
  return {
    kind: 'price',
    program,
    sampling: samplingPlan(scenario, scenario.draws),
    selection: { ...selection, cumulative: false },
    series: seriesOf(compiled, { ...selection, cumulative: false }).length,
    plans: [decisionGiven(scenario)],
    keep: true,
  };
}

it('holds programs that were let go until so many others were, each once', async () => {
  const engine = keepPrograms(createInlineEngine(), 2);
  const scenarios = await Promise.all([20, 30, 40].map(planWith));
  const held = await Promise.all(scenarios.map(async (one) => engine.hold(await compileProgram(one))));
  const jobs = await Promise.all(scenarios.map((one, k) => jobOf(one, held[k]?.id ?? '')));
  const [first, second, third] = jobs as [PriceJob, PriceJob, PriceJob];
  const before = await engine.submit(first);
  for (const one of held.slice(0, 2)) {
    one.release();
    one.release();
  }
  expect(await engine.submit(first)).toEqual(before);
  await engine.submit(second);
  held[2]?.release();
  await expect(engine.submit(first)).rejects.toThrow(UnknownProgramError);
  await engine.submit(second);
  await engine.submit(third);
  // Used once more, the second isn't the next to go.
  (await engine.hold(await compileProgram(scenarios[1] as Scenario))).release();
  (await engine.hold(await compileProgram(scenarios[0] as Scenario))).release();
  await expect(engine.submit(third)).rejects.toThrow(UnknownProgramError);
  await engine.submit(second);
  expect(await engine.submit(first)).toEqual(before);
  await engine.close();
  await expect(engine.submit(first)).rejects.toThrow(EngineClosedError);
});

it('prices plans that differ in their budgets as if each came alone', async () => {
  const shared = keepPrograms(createInlineEngine(), 2);
  const plan = await planWith(25);
  for (const budget of [4000, 10000, 23000]) {
    const scenario = withBudget(plan, budget, plan.rules.budget);
    const alone = createInlineEngine();
    const figures = await Promise.all(
      [shared, alone].map(async (engine) => {
        const held = await engine.hold(await compileProgram(scenario));
        const came = await engine.submit(await jobOf(scenario, held.id));
        held.release();
        return came;
      }),
    );
    expect(figures[0]).toEqual(figures[1]);
    await alone.close();
  }
  await shared.close();
});
