import seedrandom from 'seedrandom';
import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../src/distributions/normal.js';
import {
  columnEffect,
  definedDraws,
  groupEffect,
  LEAST_DRAWS,
  scoreEffects,
} from '../../src/forecast/explain/effects.js';
import type { SourceGroup } from '../../src/forecast/explain/groups.js';
import { inputDraws, inputScores, P10_SCORE } from '../../src/forecast/explain/scores.js';
import type { Program } from '../../src/model/program.js';

const DRAWS = 2048;
const SHUFFLES = ['a', 'b', 'c', 'd'];

/** Standard normals in equal steps, in a random order. */
function normals(seed: string, count = DRAWS): Float64Array {
  const random = seedrandom.alea(seed);
  const order = Array.from({ length: count }, (_, k) => ({ k, at: random() })).sort((a, b) => a.at - b.at);
  return Float64Array.from(order, ({ k }) => normalQuantile((k + 0.5) / count));
}

/** Posterior draws of two inputs, row by row, and a third input beside them. */
function withRows(columns: readonly Float64Array[]): Program {
  const inputs = columns.map((values, k) => ({
    name: `x${k}`,
    map: { kind: 'rows', values },
    terms: [{ source: 0, weight: 1 }],
  }));
  return { inputs, noise: [] } as unknown as Program;
}

describe('a KPI along scores', () => {
  it('that is a sum of them is known without noise', () => {
    const [one, other] = [normals('one'), normals('other')];
    const values = one.map((z, d) => 3 + 2 * z - other[d]!);
    const effect = scoreEffects([one, other], values)!;
    const { low, high } = effect([
      { source: 0, weight: 0.6 },
      { source: 1, weight: 0.8 },
    ]);
    // 0.6 · 2 − 0.8 = 0.4 a step; the slopes are covariances of a sample.
    expect(low.mean).toBeCloseTo(3 + 0.4 * P10_SCORE, 1);
    expect(high.mean).toBeCloseTo(3 - 0.4 * P10_SCORE, 1);
    expect(Math.max(low.se, high.se)).toBeLessThan(0.02);
  });

  it('needs enough draws that have a value, and values that differ', () => {
    const z = normals('few', LEAST_DRAWS + 3);
    const values = z.map((one, d) => (d < 3 ? Number.NaN : 5 + one));
    expect([...definedDraws([values, z])]).toEqual(Array.from({ length: LEAST_DRAWS }, (_, k) => k + 3));
    expect(scoreEffects([z], values)!([{ source: 0, weight: 1 }]).low.mean).toBeCloseTo(5 + P10_SCORE, 1);
    expect(scoreEffects([z], values.with(7, Number.POSITIVE_INFINITY))).toBeNull();
    expect(scoreEffects([z], new Float64Array(z.length).fill(2))).toBeNull();
  });

  it('of a column is followed where both have a value', () => {
    const z = normals('column');
    const values = z.map((one, d) => (d % 5 === 0 ? Number.NaN : 10 - 4 * one));
    const { low, high } = columnEffect(z, values);
    expect(low.mean).toBeCloseTo(10 - 4 * P10_SCORE, 6);
    expect(high.mean).toBeCloseTo(10 + 4 * P10_SCORE, 6);
  });
});

describe('rows of posterior draws', () => {
  it('are scored by their values’ ranks, equal ones by the middle of theirs', () => {
    const [score] = inputScores(withRows([Float64Array.of(5, 1, 1, 3)]));
    const expected = [3.5, 1, 1, 2.5].map((rank) => normalQuantile(rank / 4));
    expect([...score!.rows!]).toEqual(expected.map((one) => expect.closeTo(one, 12)));
    // By value, not by row: a low score is a low value.
    expect([-3, -0.5, 0.5, 3].map((z) => score!.valueAt(z))).toEqual([1, 1, 3, 5]);
    // A draw has the score of the row that it picks.
    const picked = inputDraws(score!, [Float64Array.of(-3, -0.5, 0.5, 3)]);
    expect([...picked]).toEqual(expected.map((one) => expect.closeTo(one, 12)));
  });

  it('are followed along what the KPI moves with, whatever their order', () => {
    const [used, idle] = [normals('used'), normals('idle')];
    const program = withRows([used.map((z) => 100 + 9 * z), idle]);
    const [score] = inputScores(program);
    const [before, after] = [normals('before'), normals('after')];
    const scoreOf = (z: Float64Array): Float64Array => inputDraws(score!, [z]);
    const group: SourceGroup = {
      name: 'draws',
      subject: { kind: 'draws' },
      sources: [0],
      inputs: ['x0', 'x1'],
    } as never;
    for (const slope of [6, -6]) {
      const kpi = (z: Float64Array): Float64Array => scoreOf(z).map((one) => 50 + slope * one);
      const { ends, low, high } = groupEffect(program, group, [before], [after], kpi(before), kpi(after));
      expect(ends).toEqual({ kind: 'luck' });
      // The p10 end is where the KPI is low.
      expect(low.mean).toBeCloseTo(50 + 6 * P10_SCORE, 0);
      expect(high.mean).toBeCloseTo(50 - 6 * P10_SCORE, 0);
    }
    // Inputs that aren't the group's have no part in it.
    const alone = { ...group, inputs: ['x1'] };
    const kpi = (z: Float64Array): Float64Array => scoreOf(z).map((one) => 50 + 6 * one);
    const { low, high } = groupEffect(program, alone, [before], [after], kpi(before), kpi(after));
    expect(high.mean - low.mean).toBeLessThan(3);
    // Nothing moves: nothing is divided by nothing.
    const still = new Float64Array(DRAWS).fill(4);
    const none = groupEffect(program, group, [before], [after], still, still);
    expect([none.low.mean, none.high.mean]).toEqual([4, 4]);
  });
});

describe('a group of sources', () => {
  it.each(SHUFFLES)('has the effect of what changes when it alone is drawn anew (%s)', (seed) => {
    const program = {
      inputs: [{ name: 'x', map: { kind: 'normal', mean: 7, sd: 2 }, terms: [{ source: 4, weight: 1 }] }],
      noise: [],
    } as unknown as Program;
    const group = { name: 'x', subject: { kind: 'input', name: 'x' }, sources: [4], inputs: ['x'] } as never;
    const [before, after, rest] = [normals(`${seed}1`), normals(`${seed}2`), normals(`${seed}3`)];
    const kpi = (z: Float64Array): Float64Array => z.map((one, d) => 20 + 3 * one + 100 * rest[d]!);
    const [values, changed] = [kpi(before), kpi(after)];
    values[5] = Number.NaN;
    const { low, high } = groupEffect(program, group, [before], [after], values, changed);
    // The others' spread of 100 has no part in a change; their mean has, and one draw's absence in that.
    expect(high.mean - low.mean).toBeCloseTo(-6 * P10_SCORE, 6);
    expect((high.mean + low.mean) / 2).toBeCloseTo(20 - (100 * rest[5]!) / (DRAWS - 1), 0);
    expect(low.se).toBeLessThan(1e-6);
  });
});
