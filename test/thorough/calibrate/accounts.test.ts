// @module-tag slow
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shareInterval } from '../../../src/calibrate/backtest/verdict.js';
import { fitGroups } from '../../../src/calibrate/fit/calibrate.js';
import { type Random, randomStream } from '../../../src/calibrate/fit/random.js';
import { openEngine } from '../../../src/engine/open.js';
import type { Engine } from '../../../src/engine/types.js';
import { BACKTEST_DEFAULTS } from '../../../src/forecast/backtest/backtest.js';
import { History, rowsUntil } from '../../../src/forecast/backtest/history.js';
import { pricePlanAsOf } from '../../../src/forecast/backtest/plan-as-of.js';
import { chiSquare } from '../../calibrate/support.js';
import { AHEAD, DAYS, FIRST_DAY, SHAPES, simulatedAccount } from './simulated-accounts.js';

/** All 200 with `HUNI_FULL`, else seven of each shape. */
const ACCOUNTS = process.env.HUNI_FULL === '1' ? 200 : 42;
const RATES = [
  ['clicks an impression', 'clicks', 'impressions'],
  ['orders a click', 'conversions', 'clicks'],
] as const;
const SEED = process.env.HUNI_TEST_SEED ?? 'accounts';
const BINS = 10;
/** 0.99 quantile of χ² with 9 degrees of freedom (R: qchisq(0.99, 9)). */
const CRITICAL = 21.67;
/** Two-sided, 1 %. */
const Z = 2.576;

/** Where what came stands among draws, ties split at random. */
function rank(draws: Float64Array, truth: number, random: Random): number {
  let [below, ties] = [0, 0];
  for (const x of draws) {
    if (x < truth) below += 1;
    else if (x === truth) ties += 1;
  }
  return (below + random.uniform() * (ties + 1)) / (draws.length + 1);
}

describe('plans of four weeks from made accounts', () => {
  const ranks: Record<string, number[]> = {};
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine(0);
    for (let run = 0; run < ACCOUNTS; run++) await hold(run);
  }, 900_000);
  afterAll(() => engine.close());

  async function hold(run: number): Promise<void> {
    const { shape, rows } = simulatedAccount(SHAPES[run % SHAPES.length]!, `${SEED} ${run}`);
    const random = randomStream(`${SEED} ${run}`, 'ties');
    const origin = FIRST_DAY + DAYS - AHEAD - 1;
    const history = new History(rows);
    const options = {
      ...BACKTEST_DEFAULTS,
      seed: `${SEED} ${run}`,
      currency: 'USD',
      windowDays: 1,
      horizon: AHEAD,
      engine,
    };
    const fitted = fitGroups(rowsUntil(rows, origin), options);
    const lines = fitted.fits.map(({ fit }) => `${fit.platform}/${fit.stage}`);
    const spend = new Map(lines.map((id) => [id, history.spend(id, origin, 7, AHEAD / 7)] as const));
    const plan = await pricePlanAsOf(fitted, { origin, unit: 'week', periods: AHEAD / 7, spend }, options);
    const add = (name: string, at: number) => {
      for (const key of [name, `${name}, ${shape}`]) ranks[key] = [...(ranks[key] ?? []), at];
    };
    for (const outcome of ['impressions', 'clicks', 'conversions'] as const) {
      const came = history.total(lines, outcome, origin, origin + AHEAD);
      add(outcome, rank(plan!.total[outcome]!, came!, random));
    }
    for (const [rate, of, trials] of RATES) {
      const [above, below] = [plan!.total[of]!, plan!.total[trials]!];
      const came = (name: typeof of | typeof trials) => history.total(lines, name, origin, origin + AHEAD)!;
      const draws = above.map((x, i) => x / below[i]!);
      add(rate, rank(draws, came(of) / came(trials), random));
    }
  }

  const inside = (some: readonly number[]) => some.filter((r) => r >= 0.1 && r <= 0.9).length / some.length;

  it.each([
    'impressions',
    'clicks',
    'conversions',
    ...RATES.map(([rate]) => rate),
  ])('%s: bands of 80 in a hundred hold what they say, ranks are uniform', (outcome) => {
    const all = ranks[outcome]!;
    const [low, high] = shareInterval(inside(all), all.length, Z);
    // Measured at 200: 79.5, 78.5, 75, 80.5 and 78 %, χ² 15.6, 11.3, 10.2, 10.7, 6.2. There a coverage
    // of 68 % or 90 % is found out nine times in ten, at 42 one of 53 % or 99 %.
    expect(low, `${inside(all)}`).toBeLessThanOrEqual(0.8);
    expect(high, `${inside(all)}`).toBeGreaterThanOrEqual(0.8);
    expect(chiSquare(all, BINS), outcome).toBeLessThan(CRITICAL);
  });

  it('no shape of account is far from what bands say', () => {
    for (const [name, some] of Object.entries(ranks).filter(([key]) => key.includes(','))) {
      // 7 or 33 accounts of a shape, 18 such comparisons: the 99.9 % interval.
      const [low, high] = shareInterval(inside(some), some.length, 3.29);
      expect(low, name).toBeLessThanOrEqual(0.8);
      expect(high, name).toBeGreaterThanOrEqual(0.8);
    }
  });
});
