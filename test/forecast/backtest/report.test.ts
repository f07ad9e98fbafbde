import { describe, expect, it } from 'vitest';
import { BASELINE_NAMES, type BaselineName } from '../../../src/calibrate/backtest/baselines.js';
import { proofOf } from '../../../src/calibrate/backtest/verdict.js';
import { BACKTEST_DEFAULTS } from '../../../src/forecast/backtest/backtest.js';
import { reportOf } from '../../../src/forecast/backtest/report.js';
import type { ScoredFigure } from '../../../src/forecast/backtest/types.js';

const ORIGIN = 19_000;

/** A day's clicks, held against what came: which of the bands of 50, 80 and 90 % had them, and where in the forecast they fell. */
function figure(k: number, pit: number, covered: readonly boolean[], more: Partial<ScoredFigure> = {}): ScoredFigure {
  return {
    group: 'facebook',
    outcome: 'clicks',
    span: { kind: 'days', days: 4 },
    origin: ORIGIN,
    day: ORIGIN + 1 + k,
    score: { crps: k + 1, pinball: 1, pit, covered, mean: 100, median: 100, actual: 90 + k },
    band: { p10: 80, p50: 100, p90: 120 },
    baselines: Object.fromEntries(BASELINE_NAMES.map((name, b) => [name, 10 * (b + 1) + k])) as Record<
      BaselineName,
      number
    >,
    ...more,
  };
}

const FOUR = [
  figure(0, 0.04, [false, false, false]),
  figure(1, 0.35, [true, true, true]),
  figure(2, 0.95, [false, false, true]),
  figure(3, 1, [false, true, true]),
];
const report = (scored: readonly ScoredFigure[]) =>
  reportOf(scored, [ORIGIN - 100, ORIGIN + 40], { ...BACKTEST_DEFAULTS, currency: 'USD', windowDays: 1, horizon: 4 });

describe('the report of a backtest', () => {
  it('counts bands, tenths of the forecast and scores over the figures of a row', () => {
    const [row] = report(FOUR).scores;
    expect(row).toMatchObject({
      group: 'facebook',
      outcome: 'clicks',
      figures: 4,
      bands: [0.25, 0.5, 0.75],
      crps: 2.5,
    });
    // The last tenth holds its upper end.
    expect(row!.pit).toEqual([0.25, 0, 0, 0.25, 0, 0, 0, 0, 0, 0.5]);
    expect(row!.baselines['naive rate']).toBe(11.5);
    expect(row!.baselines['smoothed volume']).toBe(61.5);
  });

  it('has a row for each group, outcome and span, and lists totals with their bands', () => {
    const total = figure(0, 0.5, [true, true, true], { span: { kind: 'total', days: 4 }, origin: ORIGIN + 4 });
    const other = figure(0, 0.5, [true, true, true], { group: 'total' });
    const { scores, totals, origins, verdicts } = report([...FOUR, total, other]);
    expect(scores.map(({ group, span, figures }) => `${group} ${span.kind} ${figures}`)).toEqual([
      'facebook days 4',
      'facebook total 1',
      'total days 1',
    ]);
    expect(totals).toEqual([
      {
        group: 'facebook',
        outcome: 'clicks',
        days: 4,
        origin: '2022-01-12',
        actual: 90,
        mean: 100,
        p10: 80,
        p50: 100,
        p90: 120,
      },
    ]);
    expect(origins).toEqual(['2022-01-08', '2022-01-12']);
    expect(verdicts.map(({ group }) => group)).toEqual(['facebook', 'total']);
  });

  it('takes totals that overlap for no more than lie side by side between the first origin and the last', () => {
    const totals = (apart: number) =>
      [true, false, true, true].map((inside, k) =>
        figure(k, 0.5, [inside, inside, inside], { span: { kind: 'total', days: 4 }, origin: ORIGIN + apart * k }),
      );
    const points = (apart: number) =>
      totals(apart).map(({ origin, score }) => ({
        origin,
        actual: score.actual,
        mean: score.mean,
        inside: score.covered[1]!,
      }));
    const [overlapping] = report(totals(1)).scores;
    const [apart] = report(totals(4)).scores;
    expect(overlapping).toMatchObject(proofOf(points(1), 3 / 4 + 1, 4));
    expect(apart).toMatchObject(proofOf(points(4), 4, 4));
    expect(overlapping!.independent).toBeLessThan(apart!.independent);
  });
});
