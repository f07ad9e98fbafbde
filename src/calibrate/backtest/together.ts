import type { Forecast } from './past-forecasts.js';
import type { SettledForecast } from './settle.js';
import { type DayForecasts, OUTCOMES } from './simulate.js';

/** Platforms' forecasts added up, draw by draw, and those of the past that all of them have. */
export function together(forecasts: readonly SettledForecast[]): SettledForecast {
  const starts = forecasts[0]!.past.map(({ start }) => start);
  return {
    forecast: summed(forecasts.map(({ forecast }) => forecast)),
    past: starts.flatMap((start) => {
      const parts = forecasts.flatMap(({ past }) => past.filter((one) => one.start === start));
      return parts.length < forecasts.length ? [] : { start, forecast: summed(parts.map(({ forecast }) => forecast)) };
    }),
  };
}

function summed(forecasts: readonly Forecast[]): Forecast {
  const day = [...new Set(forecasts.flatMap((one) => one.day))].sort((a, b) => a - b);
  const places = forecasts.map((one) => new Map(one.day.map((d, i) => [d, i])));
  /** By day: the sum over the forecasts that have it. */
  const sumOf = (of: (one: Forecast, at: number) => number) =>
    day.map((d) =>
      forecasts.reduce((sum, one, k) => {
        const at = places[k]!.get(d);
        return at === undefined ? sum : sum + of(one, at);
      }, 0),
    );
  const spend = sumOf((one, at) => one.spend[at]!);
  const familiar = sumOf((one, at) => one.spend[at]! * one.familiar[at]!).map((sum, i) => sum / spend[i]!);
  const draws = Object.fromEntries(
    OUTCOMES.map((outcome) => {
      if (forecasts.some((one) => one.draws[outcome] === null)) return [outcome, null];
      const sums = day.map((d) => {
        const parts = forecasts.flatMap((one, k) => one.draws[outcome]?.[places[k]!.get(d) ?? -1] ?? []);
        return parts[0]!.map((_, i) => parts.reduce((sum, part) => sum + part[i]!, 0));
      });
      return [outcome, sums];
    }),
  ) as DayForecasts['draws'];
  return { day, spend, familiar, draws };
}
