import { describe, expect, it } from 'vitest';
import { heavyTailedSquare, NORMAL_EIGHTY } from '../../../src/calibrate/fit/heavy-tails.js';
import { movementOf } from '../../../src/calibrate/fit/movement.js';
import { presentLevel } from '../../../src/calibrate/fit/present.js';
import { randomStream } from '../../../src/calibrate/fit/random.js';
import { changesByPeriod, horizonVariance } from '../../../src/calibrate/fit/ratio-noise.js';

const NONE = { errors: [], chances: [], weights: [] };
const past = (errors: readonly number[]) => ({
  errors,
  chances: errors.map(() => 0),
  weights: errors.map(() => 1),
});
const normals = (seed: string, count: number, sd = 1) => {
  const random = randomStream(seed, 'movement');
  return Array.from({ length: count }, () => sd * random.normal());
};

describe('widths with heavy tails', () => {
  it('have the 80 % interval of what they were made from, normal or with tails', () => {
    const random = randomStream('tails', 'movement');
    const student = Array.from({ length: 20_000 }, () => {
      let squares = 0;
      for (let i = 0; i < 4; i++) squares += random.normal() ** 2;
      return (0.3 * random.normal()) / Math.sqrt(squares / 4);
    });
    const within = (values: readonly number[]) => {
      const edge = NORMAL_EIGHTY * Math.sqrt(heavyTailedSquare(values));
      return values.filter((x) => Math.abs(x) < edge).length / values.length;
    };
    // Four standard errors of 20,000: 0.011. Normal values are taken for ones with tails, which costs two points.
    expect(Math.abs(within(student) - 0.8)).toBeLessThan(0.011);
    expect(within(normals('even', 20_000))).toBeGreaterThan(0.77);
    expect(within(normals('even', 20_000))).toBeLessThan(0.8);
  });

  it('are not ruled by a single step', () => {
    const values = [...normals('one step', 99), 100];
    expect(heavyTailedSquare(values)).toBeLessThan(2);
    expect(heavyTailedSquare([0, 0, 0])).toBe(0);
  });
});

describe('movement', () => {
  it('is the belief, and that it is not known, before anything is seen', () => {
    const random = randomStream('belief', 'movement');
    const drawn = Float64Array.from({ length: 40_000 }, () =>
      Math.abs(0.15 * Math.exp(random.normal()) * random.normal()),
    ).sort();
    const { sd, noise } = movementOf(NONE, null, 0.15, 4);
    // Standard error of the quantile: √(0.8 · 0.2 / 40,000) over a density of about 0.7, 0.003.
    expect(Math.abs(sd * NORMAL_EIGHTY - drawn[32_000]!)).toBeLessThan(0.012);
    expect(noise).toBeNull();
  });

  it('is hardly any for an account that stands still, and what it was for one that moves', () => {
    expect(movementOf(past(new Array(12).fill(1e-4)), null, 0.15, 4).sd).toBeLessThan(0.001);
    const { sd } = movementOf(past(normals('moved', 60, 0.5)), null, 0.15, 4);
    // Standard error of a width from 60 values, with the tails' loss: about 11 %.
    expect(Math.abs(sd / 0.5 - 1)).toBeLessThan(0.4);
  });

  it('counts what persists once: level and noise together are what forecasts were off by', () => {
    const random = randomStream('walk', 'movement');
    const weeks = 104;
    const hits = new Float64Array(weeks * 7);
    let level = 0;
    for (let day = 0; day < hits.length; day++) {
      level += 0.03 * random.normal();
      hits[day] = 1e6 * Math.exp(level);
    }
    const flat = new Float64Array(hits.length).fill(1e6);
    const present = presentLevel(
      { hits, expected: flat, spent: flat, mix: new Float64Array(hits.length + 1) },
      { periodDays: 7, horizonDays: 28, windowDays: 1, belief: 0.15 },
    );
    const total = present.sd ** 2 + horizonVariance(present.noise!, 4);
    // The mean of 28 days of a walk of 0.03 a day is off by a variance of 0.03² · 28 / 3 from where it stands, and a mean with a
    // half-life of seven days (k = 0.906 a day) by 0.03² · k² / (1 − k²) from that: 0.0125 together, a sd of 0.11.
    expect(Math.sqrt(total)).toBeGreaterThan(0.07);
    expect(Math.sqrt(total)).toBeLessThan(0.19);
  });

  it('finds the noise of an AR(1) about a level that stands', () => {
    const random = randomStream('noise', 'movement');
    const hits = new Float64Array(400);
    let wave = 0;
    for (let day = 0; day < hits.length; day++) {
      wave = 0.5 * wave + 0.2 * Math.sqrt(0.75) * random.normal();
      hits[day] = 1e6 * Math.exp(wave);
    }
    const flat = new Float64Array(hits.length).fill(1e6);
    const present = presentLevel(
      { hits, expected: flat, spent: flat, mix: new Float64Array(hits.length + 1) },
      { periodDays: 1, horizonDays: 28, windowDays: 1, belief: 0.15 },
    );
    // Standard error of ρ from 400 days: √(0.75 / 400) = 0.043, and the belief in none.
    expect(present.noise!.rho).toBeGreaterThan(0.3);
    expect(present.noise!.rho).toBeLessThan(0.65);
    expect(present.noise!.sd).toBeGreaterThan(0.15);
    expect(present.noise!.sd).toBeLessThan(0.25);
    expect(present.sd).toBeLessThan(0.06);
  });
});

describe('noise', () => {
  it('averages over a horizon as an AR(1) does', () => {
    expect(horizonVariance({ sd: 0.2, rho: 0 }, 4)).toBeCloseTo(0.01, 12);
    // (0.04 / 9) · (3 + 2 · (2 · 0.5 + 0.25)) = 0.04 · 5.5 / 9.
    expect(horizonVariance({ sd: 0.2, rho: 0.5 }, 3)).toBeCloseTo((0.04 * 5.5) / 9, 12);
  });

  it('is none where chance in the counts explains what changes', () => {
    const random = randomStream('chance', 'movement');
    const hits = Float64Array.from({ length: 200 }, () => Math.round(100 + 10 * random.normal()));
    const found = changesByPeriod({ hits, expected: new Float64Array(200).fill(100) }, 1);
    expect(found?.one ?? 0).toBeLessThan(0.003);
    expect(changesByPeriod({ hits: hits.subarray(0, 5), expected: new Float64Array(5).fill(100) }, 1)).toBeNull();
  });
});
