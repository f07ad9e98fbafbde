import { expect, it } from 'vitest';
import { createImages } from '../../src/engine/images.js';
import { createInlineEngine } from '../../src/engine/inline.js';
import type { PriceJob } from '../../src/engine/jobs.js';
import { samplingPlan } from '../../src/engine/session.js';
import { decisionGiven } from '../../src/forecast/plan-result.js';
import { compileProgram } from '../../src/model/compile.js';
import { seriesOf } from '../../src/model/figures.js';
import type { Program } from '../../src/model/program.js';
import type { Scenario } from '../../src/scenario/types.js';
import { scenarioOf } from '../forecast/support.js';

const planWith = (cvr: string, budget = 7000, season = 1): Promise<Scenario> =>
  scenarioOf(`
currency: AZN
start: 2027-03-01
horizon: 6 weeks
budget: ${budget + 3000}
draws: 500
season: { cpm: [1, ${season}, 1, 1, 1, 1], cvr: [${season}, 1, 1, 1, ${season}, 1] }
economics: { order_value: 20 to 40, margin: 60% }
lines:
  - { platform: tiktok, stage: awareness, budget: ${budget}, audience: 300k, cpm: 2 to 4, ctr: 1%, view_rate: 25%, cvr: 2% }
  - { platform: tiktok, stage: conversion, budget: 3000, cpm: 4 to 8, ctr: 1% to 3%, cvr: ${cvr} }
`);

const selection = {
  total: [{ name: 'profit', expression: { kind: 'kpi', name: 'profit' } }],
  groups: true,
  cumulative: false,
} as const;

function jobOf(scenario: Scenario, program: Program, id: string): PriceJob {
  return {
    kind: 'price',
    program: id,
    sampling: samplingPlan(scenario, scenario.draws),
    selection,
    series: seriesOf(program, selection).length,
    plans: [decisionGiven(scenario)],
    keep: false,
  };
}

async function imagesOf(scenarios: readonly Scenario[]) {
  const programs = await Promise.all(scenarios.map((scenario) => compileProgram(scenario)));
  const images = createImages({ programOf: (id) => programs[Number(id)] });
  const jobs = scenarios.map((scenario, k) => jobOf(scenario, programs[k] as Program, String(k)));
  return { images, jobs };
}

it('records plans once that differ in how their inputs are distributed, or in their season, alone', async () => {
  const plans = await Promise.all([planWith('3% to 8%'), planWith('2% to 5%'), planWith('4%'), planWith('5%')]);
  const { images, jobs } = await imagesOf([
    ...plans,
    await planWith('3% to 8%', 9000),
    await planWith('3% to 8%', 7000, 1.2),
  ]);
  const [wide, narrow, fixed, other, budget, season] = jobs.map((job) => images.of(job));
  expect(wide).toBeDefined();
  expect(narrow).toBe(wide);
  expect(budget).toBe(wide);
  expect(season).toBe(wide);
  // Constants may be in the code.
  expect(fixed).not.toBe(wide);
  expect(other).not.toBe(fixed);
  const [first] = jobs as [PriceJob];
  expect(images.of({ ...first, selection: { ...selection, groups: false } })).not.toBe(wide);
});

it('keeps the last six that no program is held of, and those of programs that are', async () => {
  const plans = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8, 9].map((cvr) => planWith(`${cvr}%`)));
  const { images, jobs } = await imagesOf(plans);
  const made = jobs.map((job) => images.of(job));
  for (const { program } of jobs.slice(1)) images.forget(program);
  const again = jobs.map((job, k) => images.of(job) === made[k]);
  expect(again).toEqual([true, false, false, true, true, true, true, true, true]);
});

it('prices a plan on the equations of another as on its own', async () => {
  const shared = createInlineEngine();
  const variants = [
    ['3% to 8%', 1],
    ['2% to 5%', 1],
    ['1% to 9%', 1.3],
    ['4%', 0.8],
    ['3% to 8%', 0.8],
  ] as const;
  for (const [cvr, season] of variants) {
    const scenario = await planWith(cvr, 7000, season);
    const program = await compileProgram(scenario);
    const alone = createInlineEngine();
    const [together, apart] = await Promise.all(
      [shared, alone].map(async (engine) => {
        const held = await engine.hold(program);
        const came = await engine.submit(jobOf(scenario, program, held.id));
        held.release();
        return came;
      }),
    );
    expect(together).toEqual(apart);
    await alone.close();
  }
  await shared.close();
});
