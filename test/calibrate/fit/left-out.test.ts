import { expect, it } from 'vitest';
import { type Calibration, notExpressed } from '../../../src/calibrate/index.js';

/** Lines of a calibration by what is looked at: platform, recent spend, and how weekdays differ in ln price. */
const calibration = (...lines: readonly (readonly [platform: string, dailySpend: number, weekday: number])[]) =>
  ({
    lines: lines.map(([platform, dailySpend, weekday]) => ({
      line: { platform, stage: 'awareness', dailySpend },
      fit: { season: { weekday: [0, 0, 0, 0, 0, weekday, -weekday] } },
    })),
  }) as unknown as Calibration;

const told = (one: Calibration, periodDays?: number) =>
  notExpressed(one, periodDays).map(({ code, parameters }) => [code, (parameters as { readonly line: string }).line]);

it('weekdays of a line are told where a plan has no days, and where they differ by half a percent', () => {
  const lines = calibration(['facebook', 10, 0.005], ['tiktok', 10, 0.0049], ['x', 10, -0.1]);
  const expected = [
    ['weekday-prices', 'facebook/awareness'],
    ['weekday-prices', 'x/awareness'],
  ];
  expect(told(lines)).toEqual(expected);
  expect(told(lines, 30)).toEqual(expected);
  // A plan by days has them.
  expect(told(lines, 1)).toEqual([]);
});

it('weekdays are told of lines that a scenario has: those that spend, or all where none does', () => {
  expect(told(calibration(['facebook', 0, 0.1], ['tiktok', 5, 0.1]))).toEqual([['weekday-prices', 'tiktok/awareness']]);
  expect(told(calibration(['facebook', 0, 0.1], ['tiktok', 0, 0.1]))).toHaveLength(2);
});
