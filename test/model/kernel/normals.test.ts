import { expect, it } from 'vitest';
import { kernelNormals } from '../../../src/model/kernel/normals.js';
import { LANES } from '../../../src/sampling/blocks.js';
import { createNormalFiller } from '../../../src/sampling/normals.js';

it('are those of the quantile function to its accuracy, and nothing beyond the draws asked for', () => {
  const sources = [
    { name: 'plain', dimension: 2, shuffled: false },
    { name: 'random', dimension: null, shuffled: false },
  ];
  const plan = { seed: 'normals', sampler: 'sobol', draws: 384, replicates: 1 } as const;
  const block = { index: 1, replicate: 0, offset: LANES, start: LANES, lanes: LANES - 3 };
  const write = kernelNormals();
  expect(write).not.toBeNull();
  if (write === null) return;
  const room = () => new Float64Array(sources.length * LANES).fill(7);
  const [byKernel, byFunction] = [room(), room()];
  createNormalFiller(sources, plan, write)(block, byKernel);
  createNormalFiller(sources, plan)(block, byFunction);
  byKernel.forEach((z, k) => {
    expect(Math.abs(z - (byFunction[k] ?? Number.NaN))).toBeLessThanOrEqual(1e-15 * Math.abs(z));
  });
  for (const from of [LANES - 3, 2 * LANES - 3]) expect([...byKernel.subarray(from, from + 3)]).toEqual([0, 0, 0]);
});
