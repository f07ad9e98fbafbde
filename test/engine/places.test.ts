import { describe, expect, it } from 'vitest';
import { type Job, placesOf, seriesOfTasks, shapeOf, summarizedTogether } from '../../src/engine/jobs.js';
import type { SamplingPlan } from '../../src/sampling/types.js';

const SAMPLING: SamplingPlan = { seed: 'places', sampler: 'sobol', draws: 3000, replicates: 3 };
const PLAN = { budgets: new Float64Array(2), creative: new Float64Array(3) };
const OF_A_PROGRAM = { program: 'f'.repeat(64), sampling: SAMPLING };
/** Of pricing and streaming nothing is looked at but how much it is. */
const SELECTION = {} as Extract<Job, { readonly kind: 'price' }>['selection'];

const JOBS: Readonly<Record<string, Job>> = {
  price: { kind: 'price', ...OF_A_PROGRAM, selection: SELECTION, series: 7, plans: [PLAN, PLAN], keep: false },
  stream: {
    kind: 'stream',
    ...OF_A_PROGRAM,
    selection: SELECTION,
    series: 7,
    stored: [1, 4],
    plan: PLAN,
    parts: 2,
    runs: [0, 6],
  },
  'stream of some runs': {
    kind: 'stream',
    ...OF_A_PROGRAM,
    selection: SELECTION,
    series: 7,
    stored: [],
    plan: PLAN,
    parts: 2,
    runs: [2, 5],
  },
  gradients: {
    kind: 'differentiate',
    ...OF_A_PROGRAM,
    functions: new Array(2).fill({}),
    plan: PLAN,
    variables: 5,
    gradients: true,
  },
  values: {
    kind: 'differentiate',
    ...OF_A_PROGRAM,
    functions: new Array(2).fill({}),
    plan: PLAN,
    variables: 5,
    gradients: false,
  },
  'summarize by series': {
    kind: 'summarize',
    sampling: SAMPLING,
    values: new Float64Array(11 * SAMPLING.draws),
    order: 'by series',
  },
  // More than are summed up together, and not a multiple of it.
  'summarize by block': {
    kind: 'summarize',
    sampling: SAMPLING,
    values: new Float64Array((2 * together() + 1) * SAMPLING.draws),
    order: 'by block',
  },
};

function together(): number {
  return summarizedTogether({ sampling: SAMPLING, order: 'by block' });
}

/** How often each number of a matrix is filled by tasks in stretches of so many. */
function filled(job: Job, matrix: number, stretch: number): Uint8Array {
  const { tasks, matrices } = shapeOf(job);
  const times = new Uint8Array(matrices[matrix]!);
  for (let from = 0; from < tasks; from += stretch) {
    const { rows, width, start, end } = placesOf(job, from, Math.min(tasks, from + stretch))[matrix]!;
    expect([start >= 0, end <= width, rows * width]).toEqual([true, true, times.length]);
    for (let row = 0; row < rows; row++) for (let at = start; at < end; at++) times[row * width + at]!++;
  }
  return times;
}

describe('where tasks put what they come to', () => {
  it.each(Object.entries(JOBS))('is every place of a matrix, each once, however tasks are grouped: %s', (_, job) => {
    const { tasks, matrices } = shapeOf(job);
    expect(tasks).toBeGreaterThan(1);
    expect(placesOf(job, 0, tasks)).toHaveLength(matrices.length);
    for (const matrix of matrices.keys()) {
      if (matrices[matrix] === 0) continue;
      for (const stretch of [1, 2, tasks]) expect(new Set(filled(job, matrix, stretch))).toEqual(new Set([1]));
    }
  });

  it('is, of summaries, as much as the series that the tasks are handed', () => {
    for (const order of ['by series', 'by block'] as const) {
      const job = JOBS[`summarize ${order}`] as Extract<Job, { readonly kind: 'summarize' }>;
      const { tasks, matrices } = shapeOf(job);
      const fields = matrices[0]! / (job.values.length / SAMPLING.draws);
      for (let task = 0; task < tasks; task++) {
        const { start, end } = placesOf(job, task, task + 1)[0]!;
        expect((end - start) / fields).toBe(seriesOfTasks(job, task, task + 1).length / SAMPLING.draws);
      }
    }
  });
});
