import { expect, it } from 'vitest';
import { bandScale, recalibrated, spreadDraws } from '../../../src/calibrate/backtest/recalibrate.js';
import type { Scored } from '../../../src/calibrate/backtest/rolling.js';
import { scoreDay } from '../../../src/calibrate/backtest/scores.js';

const draws = Float64Array.from({ length: 200 }, (_, k) => 50 + k);

function forecast(origin: number, day: number, z: number): Scored {
  const score = { ...scoreDay(draws, 150, 0.5), z };
  return { series: 'tiktok', outcome: 'clicks', forecaster: 'huni', origin, day, score, draws };
}

it('spreads a forecast by what had come before its origin alone, day for day', () => {
  const late = forecast(20, 24, 0);
  const over = [forecast(5, 12, 6), forecast(5, 20, 5)];
  const notOver = [forecast(5, 21, 40), forecast(10, 30, 40)];
  const notBefore = [forecast(20, 20, 40), forecast(25, 26, 40)];
  const found = recalibrated([...over, ...notOver, ...notBefore, late], 'seed').find(({ day }) => day === 24)!;
  expect(found.draws).toEqual(spreadDraws(draws, bandScale([6, 5])));
  // What comes to light later would have said something else.
  expect(found.draws).not.toEqual(spreadDraws(draws, bandScale([6, 5, 40])));
});

it('leaves the first forecasts as they are, and other series out', () => {
  const others: Scored[] = [
    { ...forecast(1, 2, 40), series: 'facebook' },
    { ...forecast(1, 2, 40), outcome: 'impressions' },
  ];
  const found = recalibrated([...others, forecast(5, 6, 3)], 'seed').at(-1)!;
  expect(found.draws).toEqual(spreadDraws(draws, 1));
});
