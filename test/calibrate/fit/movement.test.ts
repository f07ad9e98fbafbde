import { describe, expect, it } from 'vitest';
import { heavyTailedSquare, NORMAL_EIGHTY } from '../../../src/calibrate/fit/heavy-tails.js';
import { levelAhead } from '../../../src/calibrate/fit/level-model.js';
import { presentLevel } from '../../../src/calibrate/fit/present.js';
import { randomStream } from '../../../src/calibrate/fit/random.js';
import { changesByPeriod, horizonVariance, noiseOfMeans, noiseWithin } from '../../../src/calibrate/fit/ratio-noise.js';
import { SLOW } from '../../slow.js';

const weeks = (logs: readonly number[], chance = 0, money: readonly number[] = logs.map(() => 1)) => ({
  logs: Float64Array.from(logs),
  chances: new Float64Array(logs.length).fill(chance),
  money: Float64Array.from(money),
  days: 7,
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
    const { level, variance, seen } = levelAhead(weeks([]), 28, 0.15);
    expect(level).toBeNaN();
    expect(seen).toBe(0);
    // Of movement and noise by their beliefs, weighed over the same grid by hand: between half and twice the belief.
    expect(Math.sqrt(variance)).toBeGreaterThan(0.075);
    expect(Math.sqrt(variance)).toBeLessThan(0.3);
  });

  it('of weeks in which an account was tried out does not widen those in which it spends twenty times as much', () => {
    const tried = normals('tried out', 40, 0.45);
    const spent = normals('spent', 20, 0.1);
    const money = [...tried.map(() => 5), ...spent.map(() => 100)];
    const sdOf = (paid: readonly number[]) =>
      Math.sqrt(levelAhead(weeks([...tried, ...spent], 0, paid), 28, 0.15).noise.variance);
    // Its estimate from 20 weeks by some 16 %, the grid's steps by 1.6; with all weeks alike it is near the 0.37 of all of them.
    expect(sdOf(money)).toBeGreaterThan(0.07);
    expect(sdOf(money)).toBeLessThan(0.17);
    expect(sdOf(money.map(() => 1))).toBeGreaterThan(0.27);
    // In another currency, and where money goes up and down by less than half, nothing is different.
    expect(sdOf(money.map((paid) => 1000 * paid))).toBeCloseTo(sdOf(money), 12);
    expect(sdOf(money.map((_, i) => (i % 2 === 0 ? 70 : 100)))).toBe(sdOf(money.map(() => 1)));
    // What went on at little money is as loud as it was.
    const after = [...spent, ...tried];
    const little = levelAhead(weeks(after, 0, [...spent.map(() => 100), ...tried.map(() => 5)]), 28, 0.15);
    expect(Math.sqrt(little.noise.variance)).toBeGreaterThan(0.3);
  });

  it('is hardly any for an account that stands still, and what it was for one that moves', () => {
    const still = levelAhead(weeks(new Array(52).fill(0.3)), 28, 0.15);
    expect(still.level).toBeCloseTo(0.3, 3);
    expect(Math.sqrt(still.variance)).toBeLessThan(0.005);
    let at = 0;
    const moved = levelAhead(weeks(normals('moved', 150, 0.2).map((step) => (at += step))), 28, 0.15);
    // A walk of 0.2 a week departs by a variance of 0.04 · 5 · 9 / 24 in the mean of four; its estimate from 150 steps by 6 %, the grid's steps
    // are of 35 % in the width.
    expect(Math.sqrt(moved.variance) / Math.sqrt(0.04 * 1.875)).toBeGreaterThan(0.75);
    expect(Math.sqrt(moved.variance) / Math.sqrt(0.04 * 1.875)).toBeLessThan(1.3);
    expect(moved.level).toBeCloseTo(at, 0);
  });

  it('holds what comes of walks under noise as often as it says, whatever part of them either is', SLOW, () => {
    const random = randomStream('walks', 'movement');
    let inside = 0;
    const runs = 400;
    for (let run = 0; run < runs; run++) {
      // Drawn from the beliefs themselves.
      const movement = random.normal();
      const step = (0.15 / Math.sqrt(1.875)) * Math.exp(movement > 0 ? movement : 2 * movement);
      const [noise, rho] = [0.1 * Math.exp(1.5 * random.normal()), [0, 0.3][run % 2]!];
      let [level, wave] = [0, noise * random.normal()];
      const next = () => {
        level += step * random.normal();
        wave = rho * wave + Math.sqrt(1 - rho * rho) * noise * random.normal();
        return level + wave;
      };
      const past = Array.from({ length: 20 }, next);
      const came = (next() + next() + next() + next()) / 4;
      const ahead = levelAhead(weeks(past), 28, 0.15);
      if (Math.abs(came - ahead.level) < NORMAL_EIGHTY * Math.sqrt(ahead.variance)) inside += 1;
    }
    // Three standard errors of 400: 0.06.
    expect(Math.abs(inside / runs - 0.8)).toBeLessThan(0.06);
  });

  it('tells chance in the counts from noise', () => {
    const random = randomStream('counted', 'movement');
    const counted = Array.from({ length: 60 }, () => Math.log(Math.max(1, 100 + 10 * random.normal()) / 100));
    const { noise, variance } = levelAhead(weeks(counted, 0.01), 28, 0.15);
    expect(noise.variance).toBeLessThan(0.003);
    expect(Math.sqrt(variance)).toBeLessThan(0.06);
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
    expect(found ?? 0).toBeLessThan(0.003);
    expect(changesByPeriod({ hits: hits.subarray(0, 5), expected: new Float64Array(5).fill(100) }, 1)).toBeNull();
  });

  it('of means of several periods is theirs, and within a period lasts as its mean is loud', () => {
    // Weeks of variance 0.04 and ρ 0.5, by fours: (0.04 / 16) · (4 + 2 · (3 · 0.5 + 2 · 0.25 + 0.125)) = 0.020625; covariance of one four with the next
    // (0.04 / 16) · Σ over 16 pairs of 0.5^lag, lags 1 to 7 by 1, 2, 3, 4, 3, 2, 1.
    const means = noiseOfMeans({ variance: 0.04, rho: 0.5 }, 4)!;
    const pairs = 0.5 + 2 * 0.25 + 3 * 0.125 + 4 * 0.0625 + 3 * 0.03125 + 2 * 0.015625 + 0.0078125;
    expect(means.sd ** 2).toBeCloseTo(0.020625, 12);
    expect(means.rho).toBeCloseTo((0.0025 * pairs) / 0.020625, 12);
    const days = noiseWithin(0.01, 7, 0.02)!;
    expect(days.sd ** 2 * (1 - days.rho)).toBeCloseTo(0.02, 9);
    expect(horizonVariance(days, 7)).toBeCloseTo(0.01, 6);
    // Days louder by themselves than their week is: they don't last at all.
    expect(noiseWithin(0.0001, 7, 0.02)!.rho).toBeLessThan(1e-6);
    expect(noiseWithin(0.01, 7, null)).toBeNull();
  });
});
