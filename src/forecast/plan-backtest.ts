import { type PlanScore, scorePlan, type TotalForecast } from '../calibrate/backtest/plan-verdict.js';
import type { DailyRows } from '../calibrate/fit/daily.js';
import { type CalibrateOptions, calibrate, fragmentText, type LineFit } from '../calibrate/index.js';
import type { Engine } from '../engine/types.js';
import { parseScenario } from '../scenario/index.js';
import { currencyDigits } from '../units/money.js';
import { runForecast } from './run.js';

const PLAN_TOTALS = ['impressions', 'clicks', 'conversions'] as const;
export type PlanTotal = (typeof PLAN_TOTALS)[number];

export interface PlanBacktestOptions {
  readonly seed: string;
  /** ISO 4217; `null`: unknown, taken as USD for the priors. */
  readonly currency: string | null;
  /** Weeks ahead, each scored by itself. */
  readonly weeks: readonly number[];
  /** Origins for each. */
  readonly origins: number;
  readonly draws: number;
  readonly windowDays: number;
  readonly engine: Engine;
  readonly signal?: AbortSignal;
  readonly onProgress?: (message: string) => void;
}

/** One forecast: a plan made as of a day, with the spend that was made. */
export interface PlanForecast {
  /** Last day that was seen, days since 1970-01-01. */
  readonly origin: number;
  readonly spend: number;
  readonly totals: Readonly<Partial<Record<PlanTotal, TotalForecast>>>;
  readonly platforms: Readonly<Record<string, Readonly<Partial<Record<PlanTotal, TotalForecast>>>>>;
}

export interface PlanBacktest {
  readonly weeks: number;
  readonly forecasts: readonly PlanForecast[];
  readonly total: Readonly<Partial<Record<PlanTotal, PlanScore>>>;
  readonly platforms: Readonly<Record<string, Readonly<Partial<Record<PlanTotal, PlanScore>>>>>;
}

/** Days before the first origin. */
const WARM_UP = 55;

/**
 * The plan held against what came: `calibrate` as of a day and `run --no-optimize` with the spend that was made after it,
 * and so from several days. Totals by platform and in all; a platform or stage that wasn't there at the origin is left
 * out on both sides. Horizons that the rows are too short for are left out.
 */
export async function backtestPlan(rows: DailyRows, options: PlanBacktestOptions): Promise<readonly PlanBacktest[]> {
  const [first, last] = [Math.min(...rows.day), Math.max(...rows.day)];
  const results: PlanBacktest[] = [];
  for (const weeks of options.weeks) {
    const horizon = 7 * weeks;
    const room = last - horizon - (first + WARM_UP);
    if (room < 0) continue;
    const count = Math.max(1, Math.min(options.origins, Math.floor(room / 7) + 1));
    const origins = Array.from({ length: count }, (_, at) =>
      Math.round(first + WARM_UP + (count === 1 ? room : (room * at) / (count - 1))),
    );
    const forecasts: PlanForecast[] = [];
    for (const [at, origin] of origins.entries()) {
      options.signal?.throwIfAborted();
      options.onProgress?.(`a plan of ${weeks} weeks, origin ${at + 1} of ${origins.length}`);
      const forecast = await forecastFrom(rows, origin, weeks, options);
      if (forecast !== null) forecasts.push(forecast);
    }
    if (forecasts.length === 0) continue;
    const independent = (origins.at(-1)! - origins[0]!) / horizon + 1;
    const score = (of: (one: PlanForecast) => PlanForecast['totals'] | undefined) =>
      Object.fromEntries(
        PLAN_TOTALS.flatMap((name) => {
          const list = forecasts.flatMap((one) => of(one)?.[name] ?? []).filter(({ actual }) => actual > 0);
          return list.length === 0 ? [] : [[name, scorePlan(list, independent, horizon)]];
        }),
      );
    const platforms = [...new Set(forecasts.flatMap((one) => Object.keys(one.platforms)))].sort();
    results.push({
      weeks,
      forecasts,
      total: score(({ totals }) => totals),
      platforms: Object.fromEntries(platforms.map((platform) => [platform, score((one) => one.platforms[platform])])),
    });
  }
  return results;
}

async function forecastFrom(
  rows: DailyRows,
  origin: number,
  weeks: number,
  { seed, currency, draws, windowDays, engine, signal }: PlanBacktestOptions,
): Promise<PlanForecast | null> {
  const horizonDays = 7 * weeks;
  const how: CalibrateOptions = { seed, currency, periodDays: 7, horizonDays, windowDays };
  const calibration = calibrate(between(rows, Number.NEGATIVE_INFINITY, origin), how);
  const future = between(rows, origin, origin + horizonDays);
  const { spend, came } = whatCame(future, calibration.lines, origin, weeks);
  const total = [...spend.values()].flat().reduce((sum, x) => sum + x, 0);
  if (!(total > 0)) return null;
  const code = currency ?? 'USD';
  const text = fragmentText(calibration, {
    name: 'backtest',
    currency: code,
    digits: currencyDigits(code),
    start: null,
    horizon: { periods: weeks, unit: 'week', periodDays: 7 },
    windowDays,
    sources: [],
    notes: [],
    plan: { spend },
  });
  if (text === null) return null;
  const reading = await parseScenario(text, 'backtest.yaml', { overrides: { draws, seed } });
  if (!reading.ok) throw new Error(`a calibrated scenario is not one: ${reading.problems[0]?.message}`);
  const { result } = await runForecast(reading.scenario, {
    engine,
    optimize: false,
    charts: false,
    ...(signal === undefined ? {} : { signal }),
  });
  const { kpis } = result.plans.given;
  const totalsOf = (figures: Readonly<Record<string, unknown>>, actual: Came) =>
    Object.fromEntries(
      PLAN_TOTALS.flatMap((name) => {
        const band = figures[name] as Omit<TotalForecast, 'actual'> | undefined;
        const value = actual[name];
        if (band === undefined || value === undefined) return [];
        const { mean, p10, p50, p90 } = band;
        return [[name, { actual: value, mean, p10, p50, p90 }]];
      }),
    );
  const platforms = Object.keys(kpis.platforms).filter((platform) => came.has(platform));
  return {
    origin,
    spend: total,
    totals: totalsOf(kpis.total, came.get('')!),
    platforms: Object.fromEntries(
      platforms.map((platform) => [platform, totalsOf(kpis.platforms[platform]!, came.get(platform)!)]),
    ),
  };
}

type Came = Partial<Record<PlanTotal, number>>;

/** Spend by line and week, and what came by platform and (under the empty name) in all, of lines that were known. */
function whatCame(future: DailyRows, lines: readonly LineFit[], origin: number, weeks: number) {
  const known = new Set(lines.map(({ line }) => `${line.platform}/${line.stage}`));
  const spend = new Map<string, number[]>();
  const came = new Map<string, Came>([['', {}]]);
  for (let row = 0; row < future.day.length; row++) {
    const { platform, stage } = future.campaigns[future.campaign[row]!]!;
    const id = `${platform}/${stage}`;
    if (!known.has(id)) continue;
    const list = spend.get(id) ?? new Array<number>(weeks).fill(0);
    spend.set(id, list);
    const paid = future.spend[row]!;
    if (paid > 0) list[Math.floor((future.day[row]! - origin - 1) / 7)]! += paid;
    for (const group of ['', platform]) {
      const sums = came.get(group) ?? {};
      came.set(group, sums);
      for (const name of PLAN_TOTALS) {
        const value = future[name][row]!;
        if (value >= 0) sums[name] = (sums[name] ?? 0) + value;
      }
    }
  }
  return { spend, came };
}

/** Rows after one day, up to another. */
function between(rows: DailyRows, after: number, until: number): DailyRows {
  const kept = Array.from(rows.day.keys()).filter((row) => rows.day[row]! > after && rows.day[row]! <= until);
  const pick = (column: Float64Array) => Float64Array.from(kept, (row) => column[row]!);
  const { campaigns, spend, impressions, clicks, conversions, views, reach, revenue } = rows;
  return {
    campaigns,
    campaign: Int32Array.from(kept, (row) => rows.campaign[row]!),
    day: Int32Array.from(kept, (row) => rows.day[row]!),
    spend: pick(spend),
    impressions: pick(impressions),
    clicks: pick(clicks),
    conversions: pick(conversions),
    views: pick(views),
    reach: pick(reach),
    revenue: pick(revenue),
  };
}
