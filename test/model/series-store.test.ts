import { describe, expect, it } from 'vitest';
import { blockStart, copySeries, type SeriesStore, seriesAt } from '../../src/model/series-store.js';
import { blocksOf } from '../../src/sampling/blocks.js';
import type { SamplingPlan } from '../../src/sampling/types.js';

/** A store of series whose draw `d` of series `k` is 1000 k + d, written block by block. */
function storeOf(sampling: SamplingPlan, series: number): SeriesStore {
  const blocks = blocksOf(sampling);
  const values = new Float64Array(series * sampling.draws).fill(Number.NaN);
  for (const { start, lanes } of blocks) {
    let at = blockStart(series, { start });
    for (let k = 0; k < series; k++) for (let d = 0; d < lanes; d++) values[at++] = 1000 * k + start + d;
  }
  return { values, series, draws: sampling.draws, blocks };
}

describe.each([
  ['whole blocks', { seed: 's', sampler: 'mc', draws: 384, replicates: 1 }],
  ['a short last block', { seed: 's', sampler: 'mc', draws: 300, replicates: 1 }],
  ['replicates that end within a block', { seed: 's', sampler: 'sobol', draws: 301, replicates: 2 }],
] as const)('a store of %s', (_, sampling) => {
  const store = storeOf(sampling, 5);
  const row = (k: number): number[] => Array.from({ length: sampling.draws }, (_, d) => 1000 * k + d);

  it('is filled without gaps', () => {
    expect(store.values.some(Number.isNaN)).toBe(false);
  });

  it('gives each series whole, in memory of its own', () => {
    for (let k = 0; k < 5; k++) expect(Array.from(seriesAt(store, k))).toEqual(row(k));
    expect(seriesAt(store, 0).buffer).not.toBe(store.values.buffer);
  });

  it('gives neighbouring series together, and leaves what is behind them', () => {
    const into = new Float64Array(4 * sampling.draws).fill(-1);
    copySeries(store, 2, 3, into);
    expect(Array.from(into.subarray(0, 3 * sampling.draws))).toEqual([...row(2), ...row(3), ...row(4)]);
    expect(into.subarray(3 * sampling.draws).every((value) => value === -1)).toBe(true);
  });
});
