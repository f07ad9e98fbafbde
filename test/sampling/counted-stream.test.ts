import { describe, expect, it } from 'vitest';
import { createCountedStream } from '../../src/sampling/counted-stream.js';

const BLOCKS = 2000;
const DRAWS = 128;

/** Uniform numbers of all blocks, `[block * DRAWS + draw]`. */
function uniforms(key: string): Float64Array {
  const stream = createCountedStream(key);
  const all = new Float64Array(BLOCKS * DRAWS);
  for (let block = 0; block < BLOCKS; block++) {
    stream.open(block);
    for (let d = 0; d < DRAWS; d++) all[block * DRAWS + d] = (stream.next() + 0.5) / 2 ** 32;
  }
  return all;
}

describe('counted streams', () => {
  const all = uniforms('["a","total: won","counts"]');
  const n = all.length;

  it('are even: χ² of 256 cells within 4 standard deviations', () => {
    const cells = new Float64Array(256);
    for (const u of all) cells[Math.floor(u * 256)]!++;
    const chi = cells.reduce((sum, count) => sum + (count - n / 256) ** 2 / (n / 256), 0);
    expect(Math.abs(chi - 255) / Math.sqrt(2 * 255)).toBeLessThan(4);
  });

  it.each([
    ['neighbours', 1],
    ['the same draw of neighbouring blocks', DRAWS],
    ['first draws of blocks, two apart', 2 * DRAWS],
  ])('are independent: %s', (_, lag) => {
    let sum = 0;
    for (let k = lag; k < n; k++) sum += 12 * (all[k]! - 0.5) * (all[k - lag]! - 0.5);
    // A correlation of independent numbers has standard deviation 1/√n.
    expect(Math.abs(sum / n) * Math.sqrt(n)).toBeLessThan(4);
  });

  it('differ by key, hang on the block alone, and start evenly', () => {
    const other = uniforms('["a","total: brand","counts"]');
    let sum = 0;
    for (let k = 0; k < n; k++) sum += 12 * (all[k]! - 0.5) * (other[k]! - 0.5);
    expect(Math.abs(sum / n) * Math.sqrt(n)).toBeLessThan(4);
    const stream = createCountedStream('["a","total: won","counts"]');
    for (const block of [1999, 3, 700]) {
      stream.open(block);
      expect((stream.next() + 0.5) / 2 ** 32).toBe(all[block * DRAWS]);
    }
    const first = Array.from({ length: BLOCKS }, (_, block) => all[block * DRAWS]!);
    const mean = first.reduce((total, u) => total + u, 0) / BLOCKS;
    expect(Math.abs(mean - 0.5) * Math.sqrt(12 * BLOCKS)).toBeLessThan(4);
  });
});
