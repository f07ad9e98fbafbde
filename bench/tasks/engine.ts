import { resolve } from 'node:path';
import { decisionGiven } from '../../src/forecast/plan-result.js';
import { createDifferentiator, createPricer, planSpend } from '../../src/model/block-model.js';
import { compileProgram } from '../../src/model/compile.js';
import { reportSelection, seriesOf } from '../../src/model/figures.js';
import { blocksOf, replicatesFor } from '../../src/sampling/blocks.js';
import type { SamplingPlan } from '../../src/sampling/types.js';
import { formatProblem, readScenario } from '../../src/scenario/index.js';
import type { Scenario } from '../../src/scenario/types.js';
import { createSummarizer } from '../../src/summary/summarizer.js';
import type { BenchTask } from './types.js';

const DRAWS = 8192;

/** The workload of every figure in `NOTES.md`: 18 lines, 13 weeks, all couplings. */
export async function quarter(root: string): Promise<Scenario> {
  const reading = await readScenario(resolve(root, 'bench/quarter.yaml'));
  if (!reading.ok) throw new Error(reading.problems.map(formatProblem).join('\n'));
  return reading.scenario;
}

/** What one thread does with one plan, in this thread: sampling and model, figures, summaries, gradients. */
export async function engineTasks(root: string): Promise<BenchTask[]> {
  const scenario = await quarter(root);
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
  const profit = { name: 'profit', expression: { kind: 'kpi', name: 'profit' } as const };
  const lean = { total: [profit], groups: false, cumulative: false };
  const full = reportSelection([]);
  const store = new Float64Array(DRAWS);
  const series = seriesOf(program, full).length;
  const fullStore = new Float64Array(series * DRAWS);

  const leanPricer = createPricer(program, sampling, lean);
  const fullPricer = createPricer(program, sampling, full);
  const differentiator = createDifferentiator(program, sampling);
  const values = [new Float64Array(DRAWS)];
  const gradients = [new Float64Array((program.lines.length + 3) * DRAWS)];
  const summarize = createSummarizer(sampling);

  return [
    {
      name: 'price: sampling and model',
      per: DRAWS,
      unit: 'µs a draw',
      heavy: false,
      run: () => {
        for (const block of blocks) leanPricer.price(block, [plan], [store]);
      },
    },
    {
      name: `price: every figure (${series} series)`,
      per: DRAWS,
      unit: 'µs a draw',
      heavy: false,
      run: () => {
        for (const block of blocks) fullPricer.price(block, [plan], [fullStore]);
      },
    },
    {
      name: 'optimise: value and gradient',
      per: DRAWS,
      unit: 'µs a draw',
      heavy: false,
      run: () => {
        for (const block of blocks) differentiator.evaluate(block, plan, [profit.expression], values, gradients);
      },
    },
    {
      name: 'summary: every figure',
      per: DRAWS * series,
      unit: 'ns a value',
      heavy: false,
      run: () => {
        for (let k = 0; k < series; k++) summarize(fullStore.subarray(k * DRAWS, (k + 1) * DRAWS));
      },
    },
  ];
}
