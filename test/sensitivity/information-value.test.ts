import { describe, expect, it } from 'vitest';
import { normalCdf, normalDensity } from '../../src/distributions/normal.js';
import { informationValue, perfectInformationValue, valueOfChoosing } from '../../src/sensitivity/information-value.js';
import { bits, normalSample, pseudoRandom } from './samples.js';

const SEEDS = ['1', 'spring', '2027', 'şəkər'];
const DRAWS = 16_384;

/** E[max(0, X)] − max(0, E[X]) of a normal X: the unit normal loss (H. Raiffa, R. Schlaifer, 1961, section 5.4). */
function normalGain(mean: number, sd: number): number {
  const u = Math.abs(mean) / sd;
  return sd * (normalDensity(u) - u * (1 - normalCdf(u)));
}

describe.each(SEEDS)('value of information, seed %s', (seed) => {
  const [z0, z1, z2, z3] = normalSample(4, pseudoRandom(seed, DRAWS)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const nothing = new Float64Array(DRAWS);

  it('of one input of two is the unit normal loss of its part', () => {
    const other = z0.map((a, d) => -50 + 100 * a + 200 * z1[d]! + 300 * z2[d]!);
    const payoffs = [nothing, other];
    for (const [scores, sd] of [
      [[z0], 100],
      [[z1], 200],
      [[z0, z1], Math.hypot(100, 200)],
    ] as const) {
      const found = informationValue(payoffs, scores, bits(seed));
      expect(Math.abs(found.value - normalGain(-50, sd))).toBeLessThan(4.5 * found.se);
      expect(found.plugIn).toBeGreaterThan(found.chance);
    }
    const all = perfectInformationValue(payoffs);
    expect(Math.abs(all.value - normalGain(-50, Math.hypot(100, 200, 300)))).toBeLessThan(4.5 * all.se);
  });

  it('follows a conditional mean that is bent', () => {
    // E[X | z] = 100 (z² − 1) − 60: worth having where |z| > √1.6.
    const bent = z0.map((a, d) => 100 * (a * a - 1) - 60 + 100 * z1[d]!);
    const edge = Math.sqrt(1.6);
    // ∫ over |z| > edge of 100 z² − 160, by parts.
    const truth = 2 * (100 * (edge * normalDensity(edge) + (1 - normalCdf(edge))) - 160 * (1 - normalCdf(edge)));
    const found = informationValue([nothing, bent], [z0], bits(seed));
    expect(Math.abs(found.value - truth)).toBeLessThan(4.5 * found.se);
  });

  it('finds the best of several decisions', () => {
    // Three symmetric decisions: E max of three independent standard normals is 3 / (2 √π).
    const payoffs = [z0, z1, z2].map((z) => z.map((value, d) => 100 * value + 100 * z3[d]!));
    const found = informationValue(payoffs, [z0, z1, z2], bits(seed));
    const { plugIn, chance, ...value } = found;
    expect(valueOfChoosing(payoffs, [z0, z1, z2])).toEqual(value);
    expect(plugIn).toBeGreaterThan(chance);
    expect(Math.abs(found.value - 150 / Math.sqrt(Math.PI))).toBeLessThan(4.5 * found.se);
  });

  it('of an input that tells nothing is nothing, while a maximum over fits would say otherwise', () => {
    const payoffs = [nothing, ...[z1, z2, z3].map((z) => z.map((value) => 1000 * value - 5))];
    const found = informationValue(payoffs, [z0], bits(seed));
    expect(found.value - 4.5 * found.se).toBeLessThan(0);
    expect(found.chance).toBeGreaterThan(0);
  });

  it('of one decision only is nothing', () => {
    expect(informationValue([z0], [z1], bits(seed))).toMatchObject({ value: 0, se: 0, plugIn: 0, chance: 0 });
    expect(perfectInformationValue([z0])).toMatchObject({ value: 0, se: 0 });
  });
});

it('works with as many scores as a platform has, and with scores that repeat one another', () => {
  const z = normalSample(24, pseudoRandom('many', DRAWS));
  const gain = z[0]!.map((_, d) => z.reduce((sum, values) => sum + 20 * values[d]!, -30));
  const found = informationValue([new Float64Array(DRAWS), gain], z, bits('many'));
  expect(Math.abs(found.value - normalGain(-30, 20 * Math.sqrt(24)))).toBeLessThan(4.5 * found.se);
  const twice = informationValue([new Float64Array(DRAWS), gain], [z[0]!, z[0]!, z[1]!], bits('many'));
  expect(Math.abs(twice.value - normalGain(-30, 20 * Math.SQRT2))).toBeLessThan(4.5 * twice.se);
});

it('has intervals that cover the truth about nine times in ten', () => {
  const runs = 100;
  const truth = normalGain(-40, 100);
  let covered = 0;
  for (let run = 0; run < runs; run++) {
    const [a, b] = normalSample(2, pseudoRandom(`run ${run}`, 2048));
    const gain = a!.map((value, d) => -40 + 100 * value + 200 * b![d]!);
    const { low, high } = informationValue([new Float64Array(2048), gain], [a!], bits(`run ${run}`));
    if (low <= truth && truth <= high) covered += 1;
  }
  // Binomial: 100 trials of 0.9 have standard deviation 3.
  expect(Math.abs(covered - 90)).toBeLessThan(4 * 3);
});
