import { asOf } from '../fit/as-of.js';
import type { CampaignSeries } from '../fit/daily.js';
import type { GroupFit } from '../fit/group.js';
import { type DayForecasts, type PlannedSpend, simulateDays } from './simulate.js';

/** A forecast, and by day the share of its spend that goes to campaigns with a history. */
export interface Forecast extends DayForecasts {
  readonly familiar: readonly number[];
}

/** What a forecast of the same method would have said earlier. */
export interface PastForecast {
  /** Last day it saw. */
  readonly start: number;
  readonly forecast: Forecast;
}

/** Stretches of the past that are forecast again at most. */
const MOST_STRETCHES = 8;
/** Share of the days with spend that must lie before one: what is forecast from a week says little on what is from half a year. */
const LEAST_SHARE = 1 / 3;
/** Days with spend that must lie before one. */
const LEAST_DAYS = 7;
const DRAWS = 200;

/**
 * Last days seen of the forecasts that a history is checked with: a horizon long (half the history where it is short), each
 * half a horizon before the one after it, the newest first.
 */
export function pastStarts(days: ReadonlySet<number>, origin: number, horizon: number): readonly number[] {
  const first = Math.min(...days);
  const span = Math.min(horizon, Math.floor((origin - first + 1) / 2));
  const step = Math.max(1, Math.ceil(span / 2));
  const starts: number[] = [];
  for (let start = origin - span; starts.length < MOST_STRETCHES && span > 0; start -= step) {
    let before = 0;
    for (const day of days) if (day <= start) before++;
    if (before < Math.max(LEAST_DAYS, LEAST_SHARE * days.size)) break;
    starts.push(start);
  }
  return starts;
}

/** The fit's forecast from each start, of the spend that was made after it, up to `until`; starts before a series began are left out. */
export function pastForecasts(
  fit: GroupFit,
  starts: readonly number[],
  { horizon, until, seed }: { readonly horizon: number; readonly until: number; readonly seed: string },
): PastForecast[] {
  return starts.flatMap((start, index) => {
    const name = `${fit.platform} ${until} check ${index + 1}`;
    const then = asOf(fit, start, { seed, name, draws: DRAWS });
    if (then.price.series.every(({ day }) => day.length === 0)) return [];
    const plan = fit.campaigns.map((one, i) =>
      plannedSpend(one, then.campaigns[i]!.day.length === 0 ? -1 : i, start, Math.min(start + horizon, until)),
    );
    return [{ start, forecast: withFamiliar(simulateDays(then, plan, { seed, name, draws: DRAWS }), plan) }];
  });
}

/** What a campaign spent in a stretch of days. @param known its place in the fit, −1 for a new one */
export function plannedSpend(one: CampaignSeries, known: number, after: number, until: number): PlannedSpend {
  const rows = Array.from(one.day.keys()).filter(
    (row) => one.day[row]! > after && one.day[row]! <= until && one.spend[row]! > 0,
  );
  return {
    known,
    day: Int32Array.from(rows, (row) => one.day[row]!),
    spend: Float64Array.from(rows, (row) => one.spend[row]!),
  };
}

export function withFamiliar(forecast: DayForecasts, plan: readonly PlannedSpend[]): Forecast {
  const familiar = forecast.day.map((day, i) => {
    let sum = 0;
    for (const one of plan) {
      if (one.known < 0) continue;
      const row = one.day.indexOf(day);
      if (row >= 0) sum += one.spend[row]!;
    }
    return sum / forecast.spend[i]!;
  });
  return { ...forecast, familiar };
}
