import { existsSync } from 'node:fs';
import { expect } from 'vitest';
import { shareInterval } from '../../src/calibrate/backtest/verdict.js';
import { dailyRowsOf } from '../../src/calibrate/fit/from-export.js';
import { guessStages, withStages } from '../../src/calibrate/fit/stages.js';
import { readExport } from '../../src/calibrate/read/read-export.js';
import { openEngine } from '../../src/engine/open.js';
import { BACKTEST_DEFAULTS, backtest } from '../../src/forecast/backtest/backtest.js';
import { answerOf } from '../units/answer-of.js';

export const DATA = '../shared/data';
export const missing = !existsSync(DATA);
export const TIMEOUT = 900_000;

type Options = Partial<Parameters<typeof backtest>[1]>;

/** An account's export, forecast from its own past at each of some origins. */
export async function held(path: string, options: Options = {}) {
  const daily = answerOf(dailyRowsOf([await readExport(`${DATA}/${path}`, { currency: 'USD' })]));
  const engine = await openEngine(0);
  try {
    const result = await backtest(withStages(daily, guessStages(daily)), {
      ...BACKTEST_DEFAULTS,
      currency: daily.currency,
      windowDays: daily.windowDays,
      engine,
      ...options,
    });
    if (result === null) throw new Error(`${path} is too short`);
    return result;
  } finally {
    await engine.close();
  }
}

export const month = ({ report }: Awaited<ReturnType<typeof held>>, outcome: string) =>
  report.scores.find(
    (row) => row.group === 'total' && row.outcome === outcome && row.span.kind === 'total' && row.span.days === 28,
  )!;

/** Horizons of 28 days that aren't proved wrong: the 99 % interval of coverage has 80 % in it. */
export function expectNotRefuted(row: ReturnType<typeof month>): void {
  const [low, high] = shareInterval(row.coverage, row.independent, 2.576);
  expect(low, `${row.outcome}, of ${row.independent} horizons`).toBeLessThanOrEqual(0.8);
  expect(high, `${row.outcome}, of ${row.independent} horizons`).toBeGreaterThanOrEqual(0.8);
}
