import type { CampaignSeries } from '../fit/daily.js';
import { randomStream } from '../fit/random.js';
import type { SeriesDay } from './baselines.js';
import { type BlendWeights, blended, blendWeights, checkDay, companionsOf } from './blend.js';
import type { Forecast, PastForecast } from './past-forecasts.js';
import { normalScoreOf, pit } from './scores.js';
import { type DayForecasts, OUTCOMES, type Outcome } from './simulate.js';
import { dailyTotals } from './totals.js';
import { type BandWidths, bandWidths, widened } from './widths.js';

/** A series' forecast, and those of the past that it was settled by. */
export interface SettledForecast {
  readonly forecast: Forecast;
  readonly past: readonly PastForecast[];
}

/**
 * Settles a forecast by what its method would have said of the past: by the weights of the series' own forecasts beside
 * the model (`blendWeights`), then by the widths of its bands (`bandWidths`). Days whose spend goes mostly to campaigns with a
 * history have widths of their own, and so have days of new ones: what the ones will do can't be learnt from the others.
 *
 * @param seen the series' campaigns up to the forecast's origin
 */
export function settled(
  seen: readonly CampaignSeries[],
  { forecast, past }: SettledForecast,
  options: { readonly seed: string; readonly name: string },
): SettledForecast {
  const adjust = Object.fromEntries(
    OUTCOMES.map((outcome) => [outcome, adjustment(dailyTotals(seen, outcome), outcome, past, options)]),
  ) as Record<Outcome, Adjustment>;
  const apply = (one: Forecast, start: number | null): Forecast => ({
    ...one,
    draws: Object.fromEntries(
      OUTCOMES.map((outcome) => {
        const drawn = one.draws[outcome];
        if (drawn === null) return [outcome, null];
        const { days, weights, familiar, fresh } = adjust[outcome];
        const companions = companionsOf(start === null ? days : days.filter(({ day }) => day <= start), futureOf(one));
        return [
          outcome,
          drawn.map((some, i) => {
            const both = blended(
              some,
              companions.map((logs) => logs[i]!),
              weights,
            );
            return widened(both, one.familiar[i]! >= 0.5 ? familiar : fresh).map(Math.round);
          }),
        ];
      }),
    ) as DayForecasts['draws'],
  });
  return {
    forecast: apply(forecast, null),
    past: past.map((one) => ({ start: one.start, forecast: apply(one.forecast, one.start) })),
  };
}

interface Adjustment {
  readonly days: readonly SeriesDay[];
  readonly weights: BlendWeights;
  readonly familiar: BandWidths;
  readonly fresh: BandWidths;
}

function futureOf({ day, spend }: DayForecasts) {
  return day.map((d, i) => ({ day: d, spend: spend[i]! }));
}

function adjustment(
  days: readonly SeriesDay[],
  outcome: Outcome,
  past: readonly PastForecast[],
  { seed, name }: { readonly seed: string; readonly name: string },
): Adjustment {
  const came = new Map(days.map(({ day, value }) => [day, value]));
  const checked = past.flatMap(({ start, forecast }) => {
    const drawn = forecast.draws[outcome];
    if (drawn === null) return [];
    const companions = companionsOf(
      days.filter(({ day }) => day <= start),
      futureOf(forecast),
    );
    return forecast.day.flatMap((day, i) => {
      const actual = came.get(day);
      if (actual === undefined) return [];
      return {
        draws: drawn[i]!.slice().sort(),
        companions: companions.map((logs) => logs[i]!),
        actual,
        familiar: forecast.familiar[i]! >= 0.5,
      };
    });
  });
  const weights = blendWeights(checked.map((one) => checkDay(one.draws, one.companions, one.actual)));
  const ties = randomStream(seed, `ties ${name} ${outcome}`);
  const scores = checked.map(({ draws, companions, actual, familiar }) => {
    // Counts are whole, and small ones are right or wrong as such.
    const sorted = blended(draws, companions, weights).map(Math.round);
    return { familiar, z: normalScoreOf(sorted, actual, pit(sorted, actual, ties.uniform())) };
  });
  const widths = (some: typeof scores) => bandWidths(some.map(({ z }) => z));
  return {
    days,
    weights,
    familiar: widths(scores.filter((one) => one.familiar)),
    fresh: widths(scores.filter((one) => !one.familiar)),
  };
}
