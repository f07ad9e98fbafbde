import { beforeAll, describe, expect, it } from 'vitest';
import { sourceGroups } from '../../src/forecast/explain/groups.js';
import { groupScore, inputScores, P10_SCORE } from '../../src/forecast/explain/scores.js';
import { compileProgram } from '../../src/model/compile.js';
import type { Program } from '../../src/model/program.js';
import { scenarioOf } from './support.js';

const lognormal = (median: number, sigma: number): string =>
  `{ dist: lognormal, mu: ${Math.log(median)}, sigma: ${sigma} }`;
/** Prices of two platforms, one of them on two lines; what is no lognormal is certain. */
const PLAN = `
currency: USD
horizon: 5 weeks
budget: 3000
creative: off
noise: { cpm: { sd: 0.3, rho: 0.6 } }
economics: { order_value: ${lognormal(40, 0.2)}, margin: 0.5 }
lines:
  - { platform: facebook, stage: awareness, budget: 1000, audience: 50m, cpm: ${lognormal(5, 0.4)}, ctr: 2%, view_rate: 0.2, cvr: 1% }
  - { platform: facebook, stage: conversion, budget: 1000, cpm: ${lognormal(8, 0.4)}, ctr: 2%, cvr: 1% }
  - { platform: tiktok, stage: awareness, budget: 1000, audience: 50m, cpm: ${lognormal(4, 0.4)}, ctr: 2%, view_rate: 0.2, cvr: 1% }
`;
const squares = (terms: readonly { readonly weight: number }[]): number =>
  terms.reduce((sum, { weight }) => sum + weight ** 2, 0);

let program: Program;
beforeAll(async () => {
  program = await compileProgram(await scenarioOf(PLAN));
});

describe("a platform's price noise over the horizon", () => {
  it("is a score whose spread is that of an autoregression's mean", () => {
    const noise = inputScores(program).filter(({ name }) => name.startsWith('noise.'));
    expect(noise.map(({ name }) => name)).toEqual(['noise.cpm.facebook', 'noise.cpm.tiktok']);
    const T = program.periods;
    // Var of the mean of T values with correlations ρ^|s − t|.
    let variance = 0;
    for (let s = 0; s < T; s++) for (let t = 0; t < T; t++) variance += (0.3 ** 2 * 0.6 ** Math.abs(s - t)) / T ** 2;
    for (const { terms, valueAt } of noise) {
      expect(terms).toHaveLength(T);
      expect(squares(terms)).toBeCloseTo(1, 12);
      expect(Math.log(valueAt(1))).toBeCloseTo(Math.sqrt(variance), 12);
      expect(Math.log(valueAt(-2))).toBeCloseTo(-2 * Math.sqrt(variance), 12);
    }
    // Each platform has innovations of its own.
    const sources = noise.flatMap(({ terms }) => terms.map(({ source }) => source));
    expect(new Set(sources).size).toBe(2 * T);
  });
});

describe("a group's way from p10 to p90", () => {
  const groupOf = (name: string) => {
    const group = sourceGroups(program).find((one) => one.name === name);
    if (group === undefined) throw new Error(`${name} is none of ${sourceGroups(program).map((one) => one.name)}`);
    return group;
  };
  const slopesOf = (group: { readonly sources: readonly number[] }) => group.sources.map((_, k) => 3 + k);

  it('of a single input has its values, whatever the slopes', () => {
    const group = groupOf('economics.order_value');
    const { score, ends } = groupScore(program, group, slopesOf(group));
    expect(squares(score)).toBeCloseTo(1, 12);
    expect(ends.kind === 'value' && ends.p10).toBeCloseTo(40 * Math.exp(0.2 * P10_SCORE), 9);
    expect(ends.kind === 'value' && ends.p90).toBeCloseTo(40 * Math.exp(-0.2 * P10_SCORE), 9);
  });

  it('of what several inputs share is told by how much they change, by its share of them', () => {
    const group = groupOf('market.cpm');
    const { score, ends } = groupScore(program, group, slopesOf(group));
    expect(score).toEqual([{ source: group.sources[0], weight: 1 }]);
    // The market's share of the first price's variance; all three prices are alike in that.
    const [first] = group.inputs.map((name) => program.inputs.find((input) => input.name === name)!);
    const { weight } = first!.terms.find(({ source }) => source === group.sources[0])!;
    expect(weight).toBeGreaterThan(0.1);
    expect(weight).toBeLessThan(1);
    if (ends.kind !== 'change') throw new Error(ends.kind);
    expect(ends.p10).toBeCloseTo(Math.expm1(0.4 * weight * P10_SCORE), 9);
    expect(ends.p90).toBeCloseTo(Math.expm1(-0.4 * weight * P10_SCORE), 9);
  });

  it('of chance goes along the slopes of the figure, evenly where there are none', () => {
    const group = groupOf('noise');
    expect(group.sources.length).toBe(2 * program.periods);
    expect(group.inputs).toEqual([]);
    const slopes = group.sources.map((_, k) => (k === 0 ? 3 : k === 4 ? -4 : 0));
    const along = groupScore(program, group, slopes);
    expect(along.ends).toEqual({ kind: 'luck' });
    expect(along.score[0]).toEqual({ source: group.sources[0], weight: 0.6 });
    expect(along.score[4]).toEqual({ source: group.sources[4], weight: -0.8 });
    const even = groupScore(
      program,
      group,
      group.sources.map(() => 0),
    );
    expect(squares(even.score)).toBeCloseTo(1, 12);
    expect(new Set(even.score.map(({ weight }) => weight)).size).toBe(1);
  });
});

describe('sources that reach nothing', () => {
  it('are in no group, but for noise, whose prices are no input', () => {
    const added = { ...program, sources: [...program.sources, { ...program.sources[0]!, name: 'of nothing' }] };
    const before = sourceGroups(program);
    expect(sourceGroups(added)).toEqual(before);
    expect(before.map(({ name }) => name)).toContain('noise');
  });
});
