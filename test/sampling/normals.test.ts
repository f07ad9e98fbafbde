import { sampleCorrelation } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import { blocksOf, LANES, replicateStart } from '../../src/sampling/blocks.js';
import { createNormalFiller } from '../../src/sampling/normals.js';
import { mean, normalsOf, planOf, source, uniforms } from './draws.js';

const SEEDS = ['1', 'spring', '2027', 'a/b', 'şəkər'];
const SOURCES = [
  source('instagram/awareness.cpm', 1),
  source('instagram/awareness.ctr', 2),
  source('tiktok/conversion.cvr', 40),
  source('tiktok/conversion.match', 2048),
  source('market.cpm', 2, true),
  source('platform.cpm.tiktok', 2, true),
  source('noise.13', null),
];
const SAMPLERS = ['sobol', 'mc', 'antithetic'] as const;

/** Pearson's chi-square of a k × k table of counts against equal cells; (k − 1)² or fewer degrees of freedom. */
function chiSquare(u: Float64Array, v: Float64Array, k: number): number {
  const counts = new Array<number>(k * k).fill(0);
  for (let draw = 0; draw < u.length; draw++) {
    counts[Math.floor(u[draw]! * k) * k + Math.floor(v[draw]! * k)]! += 1;
  }
  const expected = u.length / (k * k);
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

describe.each(SEEDS)('scrambled Sobol normals, seed %s', (seed) => {
  const plan = planOf(seed, 'sobol', 16_384);
  const series = normalsOf(SOURCES, plan);

  it('has exactly one of 2^k points in each of 2^k cells, in every source and replicate', () => {
    for (const [s, { name, dimension }] of SOURCES.entries()) {
      if (dimension === null) continue;
      for (let replicate = 0; replicate < plan.replicates; replicate++) {
        const u = uniforms(series[s]!.subarray(replicateStart(plan, replicate), replicateStart(plan, replicate + 1)));
        for (const size of [64, 256, 1024]) {
          for (let start = 0; start < u.length; start += size) {
            const cells = new Set(Array.from(u.subarray(start, start + size), (value) => Math.floor(value * size)));
            expect(cells.size, `${name}, replicate ${replicate}, points from ${start}`).toBe(size);
          }
        }
      }
    }
  });

  it('has independent pairs, the sources that share a dimension among them', () => {
    for (let first = 0; first < SOURCES.length; first++) {
      for (let second = 0; second < first; second++) {
        const pair = `${SOURCES[first]!.name} and ${SOURCES[second]!.name}`;
        const [x, y] = [series[first]!, series[second]!];
        // For independent draws 1/√n is the standard error of a correlation; better spread points have less.
        const correlation = sampleCorrelation(Array.from(x), Array.from(y));
        expect(Math.abs(correlation), pair).toBeLessThan(4.5 / Math.sqrt(plan.draws));
        // χ² of 63 degrees of freedom or fewer: mean 63, standard deviation √126.
        expect(chiSquare(uniforms(x), uniforms(y), 8), pair).toBeLessThan(63 + 5 * Math.sqrt(126));
      }
    }
  });

  it('has independent replicates', () => {
    // Over 2,000 scrambles, the same draw of neighbouring replicates: standard errors of 1,999 independent pairs.
    const scrambles = 2000;
    const twoEach = { seed, sampler: 'sobol', draws: 2 * scrambles, replicates: scrambles } as const;
    for (const [s, values] of normalsOf(SOURCES, twoEach).entries()) {
      for (const draw of [0, 1]) {
        const z = values.filter((_, index) => index % 2 === draw);
        expect(Math.abs(mean(z)), SOURCES[s]!.name).toBeLessThan(4.5 / Math.sqrt(scrambles));
        const product = mean(z.subarray(1).map((value, index) => value * z[index]!));
        expect(Math.abs(product), SOURCES[s]!.name).toBeLessThan(4.5 / Math.sqrt(scrambles - 1));
        const u = uniforms(z);
        // Overlapping pairs count each margin twice: χ² of 49 degrees of freedom plus twice one of 7.
        expect(chiSquare(u.subarray(1), u.subarray(0, -1), 8)).toBeLessThan(63 + 5 * Math.sqrt(2 * 49 + 8 * 7));
      }
    }
  });

  it('has the moments of a standard normal', () => {
    for (const [s, values] of series.entries()) {
      // Standard errors of independent draws, which scrambled points stay below: 1/√n and √(2/n).
      expect(Math.abs(mean(values)), SOURCES[s]!.name).toBeLessThan(4.5 / Math.sqrt(plan.draws));
      expect(Math.abs(mean(values.map((z) => z * z)) - 1)).toBeLessThan(4.5 * Math.sqrt(2 / plan.draws));
    }
  });
});

describe.each(SAMPLERS)('%s normals', (sampler) => {
  const plan = planOf('order', sampler, 1000);
  const series = normalsOf(SOURCES, plan);

  it('are the same whatever the order of the blocks', () => {
    const blocks = blocksOf(plan);
    expect(normalsOf(SOURCES, plan, [...blocks].reverse())).toEqual(series);
    const interleaved = [...blocks.filter(({ index }) => index % 3 === 1), ...blocks];
    expect(normalsOf(SOURCES, plan, interleaved)).toEqual(series);
  });

  it('do not change when a source is added, taken away or moved', () => {
    const more = [source('new', 7), ...[...SOURCES].reverse(), source('newer', 1, true)];
    const drawn = normalsOf(more, plan);
    for (const [s, { name }] of SOURCES.entries()) {
      expect(drawn[more.findIndex((other) => other.name === name)]).toEqual(series[s]);
    }
    expect(normalsOf(SOURCES.slice(4, 5), plan)[0]).toEqual(series[4]);
  });

  it('differ by seed and by name', () => {
    // Alea keyed by a string alone, and not by its length, could take '1212' for '12'; a joined key 'a/b' for 'a', 'b'.
    const drawn = [
      normalsOf([source('x', 3)], planOf('12', sampler, 256)),
      normalsOf([source('x', 3)], planOf('1212', sampler, 256)),
      normalsOf([source('12/x', 3)], planOf('', sampler, 256)),
      normalsOf([source('y', 3)], planOf('12', sampler, 256)),
      normalsOf([source('x"', 3)], planOf('12', sampler, 256)),
    ].map(([values]) => values!);
    for (const [index, values] of drawn.entries()) {
      for (const other of drawn.slice(0, index)) {
        expect(values.filter((z, draw) => z === other[draw])).toHaveLength(0);
      }
    }
  });

  it('leave 0 in the lanes past the last draw', () => {
    const out = new Float64Array(SOURCES.length * LANES).fill(Number.NaN);
    const last = blocksOf(plan).at(-1)!;
    expect(last.lanes).toBeLessThan(LANES);
    createNormalFiller(SOURCES, plan)(last, out);
    for (const s of SOURCES.keys()) {
      expect(out.subarray(s * LANES + last.lanes, (s + 1) * LANES).every((z) => z === 0)).toBe(true);
      expect(out.subarray(s * LANES, s * LANES + last.lanes).every((z) => Number.isFinite(z) && z !== 0)).toBe(true);
    }
  });

  it('refuse two sources of one name', () => {
    expect(() => createNormalFiller([source('x', 1), source('x', 2)], plan)).toThrow(/'x'/);
  });
});

describe('pseudo-random normals', () => {
  it.each(SEEDS)('are independent standard normals, seed %s', (seed) => {
    const n = 16_384;
    const series = normalsOf(SOURCES.slice(0, 3), planOf(seed, 'mc', n));
    for (const [s, z] of series.entries()) {
      expect(Math.abs(mean(z))).toBeLessThan(4.5 / Math.sqrt(n));
      expect(Math.abs(mean(z.map((v) => v * v)) - 1)).toBeLessThan(4.5 * Math.sqrt(2 / n));
      // From draw to draw and across blocks.
      for (const lag of [1, 2, LANES]) {
        const product = mean(z.subarray(lag).map((v, draw) => v * z[draw]!));
        expect(Math.abs(product), `lag ${lag}`).toBeLessThan(4.5 / Math.sqrt(n - lag));
      }
      const u = uniforms(z);
      expect(chiSquare(u, uniforms(series[(s + 1) % 3]!), 16)).toBeLessThan(255 + 5 * Math.sqrt(510));
    }
  });

  it('take the place of Sobol points where there is no dimension left', () => {
    const plan = planOf('fallback', 'sobol', 4096);
    const [z] = normalsOf([source('x', null)], plan);
    // A random point falls in an empty one of 4096 cells but seldom in each: about n/e cells stay empty.
    const cells = new Set(uniforms(z!).map((u) => Math.floor(u * 4096)));
    expect(cells.size).toBeLessThan(4096 * (1 - Math.exp(-1)) + 4.5 * Math.sqrt(4096 / 4));
    expect(cells.size).toBeGreaterThan(4096 * (1 - Math.exp(-1)) - 4.5 * Math.sqrt(4096 / 4));
  });
});

describe('antithetic normals', () => {
  it('are mirror images, pair by pair, to the last bit', () => {
    for (const draws of [1, 2, 255, 1000]) {
      for (const z of normalsOf(SOURCES, planOf('mirror', 'antithetic', draws))) {
        for (let draw = 0; draw + 1 < draws; draw += 2) expect(z[draw + 1]).toBe(-z[draw]!);
        // The first of each pair is a draw of its own.
        expect(new Set(z.filter((_, draw) => draw % 2 === 0)).size).toBe(Math.ceil(draws / 2));
      }
    }
  });
});

describe('Sobol dimensions', () => {
  const plan = planOf('dimensions', 'sobol', 256);

  it('have one owner each', () => {
    expect(() => createNormalFiller([source('x', 5), source('y', 5)], plan)).toThrow(/'x' and 'y'/);
    expect(() => createNormalFiller([source('x', 5, true), source('y', 5), source('z', 5, true)], plan)).not.toThrow();
  });

  it('are in the table', () => {
    for (const dimension of [0, 2049, 1.5]) {
      expect(() => createNormalFiller([source('x', dimension)], plan)).toThrow(RangeError);
    }
  });
});
