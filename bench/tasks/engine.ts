import { resolve } from 'node:path';
import { type StreamJob, shapeOf } from '../../src/engine/jobs.js';
import { streaming } from '../../src/engine/tasks/streaming.js';
import { decisionGiven } from '../../src/forecast/plan-result.js';
import { createDifferentiator, createPricer, planSpend } from '../../src/model/block-model.js';
import { compileProgram } from '../../src/model/compile.js';
import { reportSelection, seriesOf, totalsOf } from '../../src/model/figures.js';
import { blocksOf, LANES, replicatesFor } from '../../src/sampling/blocks.js';
import type { SamplingPlan } from '../../src/sampling/types.js';
import { formatProblem, readScenario } from '../../src/scenario/index.js';
import type { Scenario } from '../../src/scenario/types.js';
import { partsOf, runDraws } from '../../src/summary/streamed.js';
import { createStoreSummarizer, seriesTogether } from '../../src/summary/summarizer.js';
import type { BenchTask } from './types.js';

const DRAWS = 8192;
/** Blocks of a slice: some milliseconds of work, so that it and its yardstick take turns often. */
const SLICE = 8;
const SERIES_SLICE = 200;
/** Runs of a streamed plan that take turns. */
const RUNS = 4;

export const PRICE = 'price: every figure';
export const SUMMARY = 'summary: every figure';
export const STREAM = 'stream: every figure, summaries too';

/** The workload of every figure in `NOTES.md`: 18 lines, 13 weeks, all couplings. */
export async function quarter(root: string): Promise<Scenario> {
  const reading = await readScenario(resolve(root, 'bench/quarter.yaml'));
  if (!reading.ok) throw new Error(reading.problems.map(formatProblem).join('\n'));
  return reading.scenario;
}

/** 0, 1, … n − 1, and again. */
function createTurns(n: number): () => number {
  let next = -1;
  return () => {
    next = (next + 1) % n;
    return next;
  };
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
  const turns = () => createTurns(blocks.length / SLICE);
  const [leanTurn, fullTurn, gradientTurn] = [turns(), turns(), turns()];
  const slice = (turn: () => number) => {
    const first = turn() * SLICE;
    return blocks.slice(first, first + SLICE);
  };
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
  const summarize = createStoreSummarizer(sampling);
  const streamSampling: SamplingPlan = { ...sampling, draws: RUNS * runDraws(series), replicates: RUNS };
  const streamJob: StreamJob = {
    kind: 'stream',
    program: '',
    sampling: streamSampling,
    selection: full,
    series,
    stored: Array.from({ length: totalsOf(seriesOf(program, full)) }, (_, k) => k),
    plan: { budgets, creative },
    parts: partsOf(streamSampling, series),
    runs: [0, RUNS * partsOf(streamSampling, series)],
  };
  const room = new Float64Array(series * runDraws(series));
  const stream = streaming(
    streamJob,
    program,
    createPricer(program, streamSampling, full),
    {
      matrices: shapeOf(streamJob).matrices.map((length) => new Float64Array(length)),
      counts: [],
    },
    () => room,
  );
  const runTurn = createTurns(RUNS);
  const kept = { values: fullStore, series, draws: DRAWS, blocks };
  const together = seriesTogether(DRAWS);
  const seriesTurn = createTurns(Math.floor(series / SERIES_SLICE));
  for (const block of blocks) fullPricer.price(block, [plan], [fullStore]);

  return [
    {
      name: 'price: sampling and model',
      per: SLICE * LANES,
      unit: 'µs a draw',
      heavy: false,
      run: () => {
        for (const block of slice(leanTurn)) leanPricer.price(block, [plan], [store]);
      },
    },
    {
      name: `${PRICE} (${series} series)`,
      per: SLICE * LANES,
      unit: 'µs a draw',
      heavy: false,
      run: () => {
        for (const block of slice(fullTurn)) fullPricer.price(block, [plan], [fullStore]);
      },
    },
    {
      name: 'optimise: value and gradient',
      per: SLICE * LANES,
      unit: 'µs a draw',
      heavy: false,
      run: () => {
        for (const block of slice(gradientTurn))
          differentiator.evaluate(block, plan, [profit.expression], values, gradients);
      },
    },
    {
      name: SUMMARY,
      per: DRAWS * SERIES_SLICE,
      unit: 'ns a value',
      heavy: false,
      run: () => {
        const first = seriesTurn() * SERIES_SLICE;
        for (let k = first; k < first + SERIES_SLICE; k += together) {
          summarize(kept, k, Math.min(together, first + SERIES_SLICE - k));
        }
      },
    },
    {
      name: STREAM,
      per: runDraws(series),
      unit: 'µs a draw',
      heavy: false,
      run: () => stream(runTurn()),
    },
  ];
}
