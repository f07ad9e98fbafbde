import { expect, it } from 'vitest';
import { normalQuantile } from '../../../src/distributions/normal.js';
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

it('leave what is beyond the draws asked for, and fit where there is no room for more', () => {
  const write = kernelNormals();
  expect(write).not.toBeNull();
  const bits = Uint32Array.from({ length: LANES }, (_, k) => ((k + 1) * 2 ** 32) / (LANES + 1));
  const out = new Float64Array(6).fill(7);
  write?.(bits, 3, out, 1);
  expect([out[0], out[4], out[5]]).toEqual([7, 7, 7]);
  const last = new Float64Array(3);
  write?.(bits, 3, last, 0);
  expect([...last]).toEqual([...out.subarray(1, 4)]);
  last.forEach((z, k) => {
    expect(z).toBeCloseTo(normalQuantile((k + 1) / (LANES + 1)), 6);
  });
});
