import { existsSync, readdirSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { createDifferentiator, createPricer, planSpend } from '../../../src/model/block-model.js';
import { compileProgram } from '../../../src/model/compile.js';
import { reportSelection, seriesOf } from '../../../src/model/figures.js';
import { kernelKind } from '../../../src/model/kernel/load.js';
import { seriesAt } from '../../../src/model/series-store.js';
import { blocksOf } from '../../../src/sampling/blocks.js';
import type { SamplingPlan } from '../../../src/sampling/types.js';
import type { Expression } from '../../../src/scenario/expressions/types.js';
import { readScenario } from '../../../src/scenario/index.js';
import { sampled } from '../../sample.js';
import { quickFirst } from '../../slow.js';
import { agree } from './rows.js';

const FILES = [
  ...readdirSync('scenarios')
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => `scenarios/${name}`),
  ...['bench/quarter.yaml', 'bench/quarter-everything.yaml'].filter((file) => existsSync(file)),
];
const DRAWS = 300;
const SAMPLING: SamplingPlan = { seed: 'kernel', sampler: 'sobol', draws: DRAWS, replicates: 2 };
const FUNCTIONS: readonly Expression[] = [
  { kind: 'kpi', name: 'profit' },
  { kind: 'kpi', name: 'new' },
];

async function programOf(file: string) {
  const reading = await readScenario(file);
  if (!reading.ok) throw new Error(`${file} can't be read`);
  const { scenario } = reading;
  const program = await compileProgram(scenario);
  const budgets = scenario.lines.map((_, k) => 1000 + 300 * k);
  return {
    scenario,
    program,
    plan: planSpend(program, budgets, scenario.creative === null ? [1, 0, 0] : [0.6, 0.3, 0.1]),
  };
}

describe('the kernel on real plans', () => {
  afterEach(() => {
    delete process.env.HUNI_KERNEL;
  });

  it('is told apart from the plain passes', () => {
    expect(kernelKind()).toBe('simd');
    process.env.HUNI_KERNEL = 'reference';
    expect(kernelKind()).toBe('reference');
  });

  for (const [cases, options] of quickFirst(sampled(FILES, 8), 1))
    it.each(cases)('gives every figure and gradient of the plain passes: %s', options, async (file) => {
      const { scenario, program, plan } = await programOf(file);
      const selection = reportSelection(scenario.kpis);
      const series = seriesOf(program, selection);
      const variables = program.lines.length + 3;
      const run = () => {
        const store = new Float64Array(series.length * DRAWS);
        const values = FUNCTIONS.map(() => new Float64Array(DRAWS));
        const gradients = FUNCTIONS.map(() => new Float64Array(variables * DRAWS));
        const pricer = createPricer(program, SAMPLING, selection);
        const differentiator = createDifferentiator(program, SAMPLING);
        for (const block of blocksOf(SAMPLING)) {
          pricer.price(block, [plan], [store]);
          differentiator.evaluate(block, plan, FUNCTIONS, values, gradients);
          // Again, from the samples kept.
          differentiator.evaluate(block, plan, FUNCTIONS, values, gradients);
        }
        return { store, values, gradients };
      };
      const kernel = run();
      process.env.HUNI_KERNEL = 'reference';
      const plain = run();

      const compare = (place: string, actual: Float64Array, expected: Float64Array, scale: number): void => {
        actual.forEach((value, at) => {
          if (!agree(value, expected[at]!, scale))
            throw new Error(`${place} at ${at}: ${value} instead of ${expected[at]}`);
        });
      };
      series.forEach(({ group, index, kpi }, k) => {
        const of = (values: Float64Array): Float64Array =>
          seriesAt({ values, series: series.length, draws: DRAWS, blocks: blocksOf(SAMPLING) }, k);
        // A difference of amounts: as exact as they are, and those of a plan are about as large as its budget.
        const scale =
          kpi === 'profit' ? plan.spend.reduce((sum, x) => sum + x, 0) / program.periods : kpi === 'roi' ? 1 : 0;
        compare(`${group} ${index} ${kpi}`, of(kernel.store), of(plain.store), scale);
      });
      FUNCTIONS.forEach((_, f) => {
        compare(`function ${f}`, kernel.values[f]!, plain.values[f]!, 1);
        // Profit by a budget is its margin less the money itself: parts near 1.
        compare(`gradient ${f}`, kernel.gradients[f]!, plain.gradients[f]!, f === 0 ? 1 : 0);
      });
    });

  it('gives the same bytes whichever blocks a worker took before', async () => {
    const { program, plan } = await programOf('scenarios/baku-coffee.yaml');
    const selection = reportSelection([]);
    const size = seriesOf(program, selection).length * DRAWS;
    const blocks = blocksOf(SAMPLING);
    const stores = [blocks, [...blocks].reverse(), [blocks[1]!, ...blocks, blocks[0]!]].map((order) => {
      const store = new Float64Array(size);
      const pricer = createPricer(program, SAMPLING, selection);
      for (const block of order) pricer.price(block, [plan], [store]);
      return Buffer.from(store.buffer).toString('base64');
    });
    expect(stores[1]).toBe(stores[0]);
    expect(stores[2]).toBe(stores[0]);
  });
});
