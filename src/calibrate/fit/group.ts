import type { Stage } from '../../scenario/types.js';
import type { CampaignSeries } from './daily.js';
import { type Dependence, measureDependence } from './dependence.js';
import { fitPrice, type PriceFit } from './price.js';
import { groupCentre, priceSeries } from './price-data.js';
import { type GroupPrior, groupPrior } from './priors.js';
import { fitRate, type RateFit, type RateSeries } from './rate.js';
import { RATES, type RateName } from './rates.js';
import { type Recording, recordedShare } from './recording.js';
import { fitSeason, orderWeekdays, type PriceSeason } from './season.js';

/** Campaigns that are fitted together: a platform's, or those of one of its stages. */
export interface GroupFit {
  readonly platform: string;
  readonly stage: Stage;
  readonly campaigns: readonly CampaignSeries[];
  readonly price: PriceFit;
  readonly rates: Readonly<Record<RateName, RateFit | null>>;
  readonly priors: Readonly<Record<RateName | 'cpm', GroupPrior>>;
  readonly season: PriceSeason;
  /** ln factors of orders a click, Monday first. */
  readonly orderWeekday: readonly number[];
  /** `null`: conversions are recorded at once. */
  readonly recording: Recording | null;
  readonly dependence: Dependence;
}

interface GroupOptions {
  readonly seed: string;
  /** Posterior draws to keep. */
  readonly draws: number;
  /** ISO 4217, for the benchmark of the price; `null`: unknown. */
  readonly currency: string | null;
  readonly rates: readonly RateName[];
  /** Left out: conversions are recorded at once. */
  readonly recording?: Recording | null;
  /** Names the group in streams. */
  readonly name: string;
}

/** Fits everything that a group's rows say. Never throws for what the rows hold. */
export function fitGroup(
  campaigns: readonly CampaignSeries[],
  group: { readonly platform: string; readonly stage: Stage },
  options: GroupOptions,
): GroupFit {
  const season = fitSeason(campaigns);
  const { seed, draws, name, recording = null } = options;
  const prior = (metric: RateName | 'cpm') => groupPrior(group.platform, group.stage, metric, options.currency);
  const priors = { cpm: prior('cpm'), ctr: prior('ctr'), view_rate: prior('view_rate'), cvr: prior('cvr') };
  const centre = groupCentre(campaigns);
  const price = fitPrice(
    campaigns.map((one) => priceSeries(one, season.logFactor, centre)),
    priors.cpm,
    { seed, draws, name },
  );
  const rate = (metric: RateName): RateFit | null => {
    if (!options.rates.includes(metric)) return null;
    const series = campaigns.map((one) => rateSeries(one, metric, metric === 'cvr' ? recording : null));
    // A column that an export doesn't have says nothing; a column of zeros says much.
    if (series.every(({ day }) => day.length === 0)) return null;
    return fitRate(series, priors[metric], { seed, draws, name: `${name} ${metric}` });
  };
  const rates = { ctr: rate('ctr'), view_rate: rate('view_rate'), cvr: rate('cvr') };
  return {
    ...group,
    campaigns,
    price,
    rates,
    priors,
    season,
    orderWeekday: orderWeekdays(campaigns, recording),
    recording,
    dependence: measureDependence(price, rates),
  };
}

/**
 * The rows that have both counts, and trials at all. More hits than trials (view-through conversions, several
 * conversions a click) count as that many trials: a rate above 1 has no beta. Of days whose hits are recorded in part, so many
 * trials as have had theirs count: hits thinned by a share are hits of so many trials.
 */
function rateSeries(series: CampaignSeries, metric: RateName, recording: Recording | null): RateSeries {
  const hits = series[RATES[metric].hits];
  const trials = series[RATES[metric].trials];
  const rows: number[] = [];
  for (let row = 0; row < series.day.length; row++) {
    if (trials[row] > 0 && hits[row] >= 0) rows.push(row);
  }
  return {
    day: Int32Array.from(rows, (row) => series.day[row]),
    trials: Float64Array.from(rows, (row) =>
      Math.max(trials[row] * recordedShare(recording, series.day[row]), hits[row]),
    ),
    hits: Float64Array.from(rows, (row) => hits[row]),
  };
}
