import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileNormalMap } from '../../../src/distributions/normal-map.js';
import type { Distribution } from '../../../src/distributions/types.js';
import { createKernel } from '../../../src/model/kernel/kernel.js';
import { kernelModule } from '../../../src/model/kernel/load.js';
import { layoutOf } from '../../../src/model/layout.js';
import { restOf } from '../../../src/model/prepared.js';
import type { Program, ProgramInput } from '../../../src/model/program.js';
import type { ProgramDelivery, ProgramLearned } from '../../../src/model/program-in-flight.js';
import { createBlockSampler } from '../../../src/model/sample-block.js';
import { blocksOf, replicatesFor } from '../../../src/sampling/blocks.js';
import type { NormalSource } from '../../../src/sampling/types.js';
import { handMadeProgram } from '../hand-made.js';
import { expectRowsToAgree } from './rows.js';

const FAMILIES: readonly Distribution[] = [
  { family: 'fixed', value: 0.4 },
  { family: 'normal', mean: 0.5, sd: 2 },
  { family: 'lognormal', mu: -1, sigma: 0.7 },
  { family: 'beta', alpha: 2, beta: 40 },
  { family: 'gamma', shape: 3, scale: 0.1 },
  { family: 'uniform', min: 0.1, max: 0.9 },
  { family: 'triangular', min: 0.1, mode: 0.2, max: 0.9 },
  { family: 'quantiles', p: [0.1, 0.5, 0.9], x: [0.1, 0.2, 0.7] },
  { family: 'empirical', sorted: [0.1, 0.2, 0.2, 0.4, 0.9] },
];
const SCORE = compileNormalMap({ family: 'normal', mean: 0, sd: 1 }, 'any');
const MAPS = FAMILIES.map((family) => compileNormalMap(family, 'amount'));

/** A program whose inputs are of every family, with shared, shuffled and pseudo-random sources, and noise. */
function sampledProgram(periods: number, seed: number): Program {
  const program = handMadeProgram(
    [
      { platform: 0, stage: 'awareness' },
      { platform: 1, stage: 'conversion' },
    ],
    { periods },
  );
  const sources: NormalSource[] = [
    { name: 'market', dimension: 1, shuffled: false },
    { name: 'platform', dimension: 2, shuffled: false },
  ];
  const inputs: ProgramInput[] = program.inputs.map(({ name }, row) => {
    const map = MAPS[(row * 7 + seed) % MAPS.length]!;
    if (map.kind === 'constant') return { name, map, terms: [] };
    const kind = (row + seed) % 5;
    const dimension = kind === 0 ? null : kind === 1 ? 2 : 3 + row;
    sources.push({ name, dimension, shuffled: kind === 1 });
    const own = sources.length - 1;
    const terms = [
      { source: own, weight: kind > 2 ? Math.sqrt(0.3) : 1 },
      { source: 0, weight: Math.sqrt(0.5) },
      { source: 1, weight: Math.sqrt(0.2) },
    ];
    return { name, map, terms: kind > 2 ? terms : terms.slice(0, 1) };
  });
  const source = sources.length;
  for (let t = 0; t < periods; t++) {
    sources.push({ name: `noise ${t}`, dimension: 1000 + t, shuffled: false });
  }
  const noise = [
    { sd: 0, rho: 0.5, source: -1 },
    { sd: 0.2, rho: 0.6, source },
  ];
  const first = inputs.length;
  for (let t = 0; t < periods; t++) {
    sources.push({ name: `noise of rates ${t}`, dimension: 2 + t, shuffled: true });
    inputs.push({ name: `noise of rates ${t}`, map: SCORE, terms: [{ source: sources.length - 1, weight: 1 }] });
  }
  const rateNoise = [
    { rate: 'ctr', platform: 0, sd: 0.08, rho: 0.3, first },
    // So wide that many draws lie beyond what is computed without reducing the range.
    { rate: 'cvr', platform: 1, sd: 0.9, rho: -0.5, first },
  ] as const;
  const rest = { ...restOf(program), rateNoise };
  const [constant] = inputs.map((_, row) => row);
  return { ...program, inputs, sources, noise, rest, fixedCosts: [constant!, 2, 5] };
}

describe("the kernel's sampling", () => {
  it('agrees with the plain way on every input, noise and decay, for every family, sampler and block', () => {
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
          const layout = layoutOf(program, { trace: false });
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
    const blank = { periods: 0, tracking: 1, lines: bare.lines.map(() => NOTHING_CAME), drift: null };
    const program: Program = { ...bare, inFlight: { ...blank, learned } };
    const plan = { seed: 'learned', sampler: 'sobol', draws: 300, replicates: 1 } as const;
    const layout = layoutOf(program, { trace: false });
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
};
