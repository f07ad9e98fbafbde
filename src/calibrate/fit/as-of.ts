import { choleskyWithRidge } from '../../numerics/cholesky.js';
import { type CampaignSeries, upTo } from './daily.js';
import type { GroupFit } from './group.js';
import { rateSeries } from './group.js';
import type { PriceSeries } from './price-data.js';
import { emptySums, filterPrice, stateMean } from './price-filter.js';
import { randomStream } from './random.js';
import { filterRate, type RateFit } from './rate.js';

/**
 * The fit as it would have stood on an earlier day: the same posterior of the parameters, campaigns' own levels from the
 * rows up to then. For looking at how past days would have been forecast without fitting again.
 *
 * @param draws of the posterior to keep
 */
export function asOf(
  fit: GroupFit,
  day: number,
  options: { readonly seed: string; readonly name: string; readonly draws: number },
): GroupFit {
  const campaigns = fit.campaigns.map((one) => upTo(one, day) ?? emptied(one));
  const series = fit.price.series.map((one) => cut(one, day));
  const random = randomStream(options.seed, `as of ${day} ${options.name}`);
  const draws = fit.price.draws.slice(0, options.draws).map(({ components, effects }) => ({
    components,
    effects,
    states: series.map((one) => {
      const end = filterPrice(one, components, emptySums());
      const factor = choleskyWithRidge(end.covariance, 3);
      const e = [random.normal(), random.normal(), random.normal()] as const;
      return stateMean(end, effects).map((m, i) => {
        let sum = m;
        for (let k = 0; k <= i; k++) sum += factor[i * 3 + k]! * e[k]!;
        return sum;
      });
    }),
  }));
  const rate = (of: RateFit | null, metric: 'ctr' | 'view_rate' | 'cvr'): RateFit | null => {
    if (of === null) return null;
    const rates = campaigns.map((one) => rateSeries(one, metric));
    return {
      ...of,
      series: rates,
      draws: of.draws
        .slice(0, options.draws)
        .map(({ parameters }) => ({ parameters, states: rates.map((one) => filterRate(one, parameters, null).state) })),
    };
  };
  const { ctr, view_rate, cvr } = fit.rates;
  return {
    ...fit,
    campaigns,
    price: { ...fit.price, series, draws },
    rates: { ctr: rate(ctr, 'ctr'), view_rate: rate(view_rate, 'view_rate'), cvr: rate(cvr, 'cvr') },
  };
}

function cut(series: PriceSeries, day: number): PriceSeries {
  let length = 0;
  while (length < series.day.length && series.day[length]! <= day) length++;
  return {
    day: series.day.subarray(0, length),
    y: series.y.subarray(0, length),
    pace: series.pace.subarray(0, length),
    level: series.level.subarray(0, length),
    centre: series.centre,
  };
}

/** A campaign that had not begun. */
function emptied(series: CampaignSeries): CampaignSeries {
  const none = new Float64Array(0);
  return {
    campaign: series.campaign,
    day: new Int32Array(0),
    spend: none,
    impressions: none,
    clicks: none,
    conversions: none,
    views: none,
    reach: none,
    revenue: none,
  };
}
