import { type CampaignSeries, upTo } from '../fit/daily.js';
import { fitGroup } from '../fit/group.js';
import type { RateName } from '../fit/rates.js';
import type { BacktestOptions } from './options.js';
import { pastForecasts, plannedSpend, withFamiliar } from './past-forecasts.js';
import { type SettledForecast, settled } from './settle.js';
import { simulateDays } from './simulate.js';

const RATES: readonly RateName[] = ['ctr', 'cvr'];

/**
 * A platform's forecast from what was known on a day, given the spend to come; `null` before it has a priced row.
 *
 * @param starts of the past forecasts that it is settled by, see `pastStarts`
 */
export function forecastPlatform(
  own: readonly CampaignSeries[],
  platform: string,
  origin: number,
  starts: readonly number[],
  options: BacktestOptions,
): SettledForecast | null {
  const past = own.map((one) => upTo(one, origin));
  const seen = past.filter((one) => one !== null);
  if (!seen.some(({ spend, impressions }) => spend.some((s, row) => s > 0 && impressions[row]! > 0))) return null;
  let known = 0;
  const plan = own.map((one, index) =>
    plannedSpend(one, past[index] === null ? -1 : known++, origin, origin + options.horizon),
  );
  const name = `${platform} ${origin}`;
  const { seed, horizon } = options;
  const fit = fitGroup(
    seen,
    { platform, stage: 'awareness' },
    { seed, draws: Math.min(options.draws, 400), currency: options.currency, rates: RATES, name },
  );
  const forecast = withFamiliar(simulateDays(fit, plan, { seed, name, draws: options.draws }), plan);
  return settled(
    seen,
    { forecast, past: pastForecasts(fit, starts, { horizon, until: origin, seed }) },
    { seed, name },
  );
}
