import { calibrateFor, type FittedGroups } from '../../calibrate/fit/calibrate.js';
import { isoDay } from '../../calibrate/fit/daily.js';
import { type FragmentOptions, fragmentText } from '../../calibrate/fit/fragment.js';
import { openSession } from '../../engine/session.js';
import { parseScenario } from '../../scenario/index.js';
import { currencyDigits } from '../../units/money.js';
import { decisionGiven } from '../plan-result.js';
import { type BacktestOptions, type BacktestSetting, OUTCOMES, type Outcome } from './types.js';

/** A plan as of a day. */
interface PlanAsOf {
  /** Last day that is seen. */
  readonly origin: number;
  readonly unit: 'day' | 'week';
  readonly periods: number;
  /** Spend by line and period: what was spent, since a plan is about what money brings. */
  readonly spend: ReadonlyMap<string, readonly number[]>;
}

/** Draws of a plan's outcomes. */
export interface PlanDraws {
  readonly total: Readonly<Partial<Record<Outcome, Float64Array>>>;
  readonly platforms: ReadonlyMap<string, Readonly<Partial<Record<Outcome, Float64Array>>>>;
  readonly periods: readonly Readonly<Partial<Record<Outcome, Float64Array>>>[];
}

/**
 * What `calibrate` and `run --no-optimize` make of a plan: the fits as a scenario's text, read and priced as any other.
 * `null`: no line is on a platform that scenarios know.
 */
export async function pricePlanAsOf(
  fitted: FittedGroups,
  { origin, unit, periods, spend }: PlanAsOf,
  { seed, currency, draws, windowDays, engine, signal }: BacktestOptions & BacktestSetting,
): Promise<PlanDraws | null> {
  const periodDays = unit === 'day' ? 1 : 7;
  const code = currency ?? 'USD';
  const calibration = calibrateFor(fitted, { seed, periodDays, horizonDays: periods * periodDays, windowDays });
  const options: FragmentOptions = {
    name: 'backtest',
    currency: code,
    digits: currencyDigits(code),
    start: isoDay(origin + 1),
    horizon: { periods, unit, periodDays },
    windowDays,
    sources: [],
    notes: [],
    plan: { spend },
  };
  const text = fragmentText(calibration, options);
  if (text === null) return null;
  const reading = await parseScenario(text, 'backtest.yaml', { overrides: { draws, seed } });
  if (!reading.ok) throw new Error(`a calibrated scenario is not one: ${reading.problems[0]?.message}`);
  const { scenario } = reading;
  const session = await openSession(scenario, { engine, signal });
  try {
    const priced = await session.price(
      decisionGiven(scenario),
      {
        total: OUTCOMES.map((name) => ({ name, expression: { kind: 'kpi', name } })),
        groups: true,
        cumulative: false,
        counts: true,
      },
      signal === undefined ? {} : { signal },
    );
    const total: Partial<Record<Outcome, Float64Array>> = {};
    const platforms = session.program.platforms.map((): Partial<Record<Outcome, Float64Array>> => ({}));
    const byPeriod = Array.from({ length: periods }, (): Partial<Record<Outcome, Float64Array>> => ({}));
    priced.keys.forEach(({ group, index, kpi, expected }, series) => {
      const outcome = OUTCOMES.find((name) => name === kpi);
      if (outcome === undefined || expected === true) return;
      if (group === 'total') total[outcome] = priced.series(series);
      if (group === 'platform') platforms[index][outcome] = priced.series(series);
      if (group === 'period') byPeriod[index][outcome] = priced.series(series);
    });
    return {
      total,
      platforms: new Map(session.program.platforms.map((name, index) => [name, platforms[index]])),
      periods: byPeriod,
    };
  } finally {
    await session.close();
  }
}
