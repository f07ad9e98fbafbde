import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKernel } from '../../../src/model/kernel/kernel.js';
import { kernelModule } from '../../../src/model/kernel/load.js';
import { layoutOf } from '../../../src/model/layout.js';
import type { Program } from '../../../src/model/program.js';
import type { ProgramDelivery, ProgramLearned } from '../../../src/model/program-in-flight.js';
import { createBlockSampler } from '../../../src/model/sample-block.js';
import { blocksOf, replicatesFor } from '../../../src/sampling/blocks.js';
import { SLOW } from '../../slow.js';
import { expectRowsToAgree } from './rows.js';
import { sampledProgram } from './sampled-program.js';

describe("the kernel's sampling", () => {
  it('agrees with the plain way on every input, noise and decay, for every family, sampler and block', SLOW, () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 14 }),
        fc.nat(100),
        fc.constantFrom('sobol', 'mc', 'antithetic'),
        fc.constantFrom(1, 77, 300, 5000),
        fc.nat(),
        (periods, seed, sampler, draws, pick) => {
          const program = sampledProgram(periods, seed);
          const plan = { seed: `${seed}`, sampler, draws, replicates: replicatesFor(sampler, draws) } as const;
          const layout = layoutOf(program);
          const kernel = createKernel(kernelModule()!, program, layout, plan);
          const data = new Float64Array(layout.size);
          const plain = createBlockSampler(program, layout, plan);
          const blocks = blocksOf(plan);
          // Out of order, as workers take them.
          for (const block of [blocks[pick % blocks.length]!, blocks[0]!, blocks.at(-1)!]) {
            kernel.sampler!.sample(block, kernel.data);
            plain.sample(block, data);
            for (const name of ['inputs', 'noise', 'rateNoise', 'decay', 'derived', 'prepared'] as const) {
              expectRowsToAgree(name, layout[name], kernel.data, data, block.lanes);
            }
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it.each(['gaussian', 'particles'] as const)('agrees on what was learned of the normals, as %s', (kind) => {
    const bare = sampledProgram(5, 3);
    const count = bare.sources.length;
    const learnedSources = Array.from({ length: count }, (_, source) => source).filter((source) => source % 3 !== 1);
    const n = learnedSources.length;
    const learned: ProgramLearned =
      kind === 'gaussian'
        ? {
            kind,
            sources: learnedSources,
            location: Float64Array.from({ length: n }, (_, k) => Math.sin(k)),
            scale: Float64Array.from({ length: n * n }, (_, at) => {
              const [i, j] = [Math.floor(at / n), at % n];
              return i === j ? 0.7 : j < i ? 0.3 * Math.cos(at) : 0;
            }),
          }
        : {
            kind,
            sources: learnedSources,
            values: Float64Array.from({ length: 64 * n }, (_, at) => 2 * Math.sin(at * at)),
            row: 1,
          };
    const blank = { periods: 0, tracking: 1, lines: bare.lines.map(() => NOTHING_CAME), drift: null, dispersion: null };
    const program: Program = { ...bare, inFlight: { ...blank, learned } };
    const plan = { seed: 'learned', sampler: 'sobol', draws: 300, replicates: 1 } as const;
    const layout = layoutOf(program);
    const kernel = createKernel(kernelModule()!, program, layout, plan);
    const [data, unlearned] = [new Float64Array(layout.size), new Float64Array(layout.size)];
    for (const block of blocksOf(plan)) {
      kernel.sampler!.sample(block, kernel.data);
      createBlockSampler(program, layout, plan).sample(block, data);
      createBlockSampler(bare, layout, plan).sample(block, unlearned);
      for (const name of ['inputs', 'noise', 'rateNoise', 'decay', 'derived', 'prepared'] as const) {
        expectRowsToAgree(name, layout[name], kernel.data, data, block.lanes);
      }
      expect(data).not.toEqual(unlearned);
    }
  });
});

const NOTHING_CAME: ProgramDelivery = {
  spend: [],
  impressions: [],
  clicks: [],
  conversions: [],
  steps: { cpm: -1, ctr: -1, cvr: -1 },
  times: { cpm: 1, ctr: 1, cvr: 1 },
  chance: { cpm: -1, ctr: -1, cvr: -1 },
};
