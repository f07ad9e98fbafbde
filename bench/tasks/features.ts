import { resolve } from 'node:path';
import { decisionGiven } from '../../src/forecast/plan-result.js';
import { createDifferentiator, createPricer, planSpend } from '../../src/model/block-model.js';
import { compileProgram } from '../../src/model/compile.js';
import { reportSelection, seriesOf } from '../../src/model/figures.js';
import { variablesOf } from '../../src/model/variables.js';
import { blocksOf, LANES, replicatesFor } from '../../src/sampling/blocks.js';
import type { SamplingPlan } from '../../src/sampling/types.js';
import { formatProblem, readScenario } from '../../src/scenario/index.js';
import type { Scenario } from '../../src/scenario/types.js';
import type { BenchTask } from './types.js';

const DRAWS = 8192;
const SLICE = 8;
const PROFIT = { kind: 'kpi', name: 'profit' } as const;

/** `quarter` as a plan was before creators, shocks and the rest: no counts, no overlap; as files are today; with everything. */
export const FEATURE_PLANS = ['neither counts nor overlap', 'the defaults', 'everything'] as const;
export const FEATURE_WORK = ['sampling and model', 'every figure', 'value and gradient'] as const;

export const featureTask = (plan: (typeof FEATURE_PLANS)[number], work: (typeof FEATURE_WORK)[number]): string =>
  `quarter with ${plan}: ${work}`;

async function scenarioAt(file: string): Promise<Scenario> {
  const reading = await readScenario(file);
  if (!reading.ok) throw new Error(reading.problems.map(formatProblem).join('\n'));
  return reading.scenario;
}

/** What the rest of a plan costs, on the same 18 lines and 13 weeks. */
export async function featureTasks(root: string): Promise<BenchTask[]> {
  const defaults = await scenarioAt(resolve(root, 'bench/quarter.yaml'));
  const everything = await scenarioAt(resolve(root, 'bench/quarter-everything.yaml'));
  const plain = { ...defaults, counts: false, overlap: 0 };
  const plans = [plain, defaults, everything];
  const tasks: BenchTask[] = [];
  for (const [k, plan] of FEATURE_PLANS.entries()) tasks.push(...(await tasksOf(plan, plans[k]!)));
  return tasks;
}

async function tasksOf(name: (typeof FEATURE_PLANS)[number], scenario: Scenario): Promise<BenchTask[]> {
  const program = await compileProgram(scenario);
  const sampling: SamplingPlan = {
    seed: 'bench',
    sampler: 'sobol',
    draws: DRAWS,
    replicates: replicatesFor('sobol', DRAWS),
  };
  const blocks = blocksOf(sampling);
  const { budgets, creative } = decisionGiven(scenario);
  const plan = planSpend(program, budgets, creative);
  const full = reportSelection([], program);
  const store = new Float64Array(DRAWS);
  const fullStore = new Float64Array(seriesOf(program, full).length * DRAWS);
  const lean = createPricer(program, sampling, {
    total: [{ name: 'profit', expression: PROFIT }],
    groups: false,
    cumulative: false,
  });
  const all = createPricer(program, sampling, full);
  const differentiator = createDifferentiator(program, sampling);
  const values = [new Float64Array(DRAWS)];
  const gradients = [new Float64Array(variablesOf(program).count * DRAWS)];
  const works = [
    (block: (typeof blocks)[number]) => lean.price(block, [plan], [store]),
    (block: (typeof blocks)[number]) => all.price(block, [plan], [fullStore]),
    (block: (typeof blocks)[number]) => differentiator.evaluate(block, plan, [PROFIT], values, gradients),
  ];
  return works.map((work, k): BenchTask => {
    let next = 0;
    return {
      name: featureTask(name, FEATURE_WORK[k]!),
      per: SLICE * LANES,
      unit: 'µs a draw',
      heavy: false,
      run: () => {
        for (let at = 0; at < SLICE; at++) work(blocks[next++ % blocks.length]!);
      },
    };
  });
}
