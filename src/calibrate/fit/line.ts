import { fitMoments } from '../../distributions/fit.js';
import type { Distribution } from '../../distributions/types.js';
import type { CampaignSeries } from './daily.js';
import { betaAtScores } from './gamma-scores.js';
import { type GroupFit, RATES, type RateName } from './group.js';
import { type PeriodNoise, periodNoise } from './period-noise.js';
import { randomStream } from './random.js';

/** The day that rows without dates stand on. */
export const NO_DATES = 0;

/** Days at a group's end whose spend says what runs now. */
const RECENT = 28;

/**
 * Log units by which a level may be elsewhere in the months to come, whatever the rows of one stretch of time say: no
 * quantity is written narrower than this.
 */
const AHEAD_SD = 0.1;

/** A number for a scenario, and where it came from. */
export interface FittedQuantity {
  readonly distribution: Distribution;
  readonly origin: string;
}

/** What a group's fit says of a scenario's line. */
export interface FittedLine {
  readonly platform: string;
  readonly stage: GroupFit['stage'];
  readonly rows: number;
  readonly campaigns: number;
  /** Effective number of campaigns at once, by spend. */
  readonly side: number;
  readonly firstDay: number;
  readonly lastDay: number;
  readonly spend: number;
  /** Mean spend a day over the last four weeks with spend. */
  readonly dailySpend: number;
  readonly cpm: FittedQuantity;
  readonly rates: Readonly<Record<RateName, FittedQuantity | null>>;
  readonly noise: PeriodNoise;
}

/**
 * A group's posterior as the quantities of a line over a horizon to come. A line's price is that of its campaigns by their
 * recent shares of spend; it is as uncertain as those campaigns' levels are, and as it would be if their places were
 * taken by others of the same platform and stage (between-campaign variance over the number side by side).
 *
 * @param periodDays days of the scenario's period, for its noise
 */
export function fittedLine(fit: GroupFit, periodDays: number, seed: string): FittedLine {
  const { campaigns, price } = fit;
  const [firstDay, lastDay] = extent(campaigns);
  const recent = campaigns.map((one) => sumSince(one.spend, one, lastDay - RECENT));
  const spend = campaigns.map((one) => sumSince(one.spend, one, Number.NEGATIVE_INFINITY));
  const shares = normalised(recent.some((x) => x > 0) ? recent : spend);
  const side = 1 / shares.reduce((sum, w) => sum + w * w, 0);
  const random = randomStream(seed, `line ${fit.platform} ${fit.stage}`);
  // Each campaign's price at the size it had.
  const sizes = price.series.map(({ level }) => level.reduce((sum, x) => sum + x, 0) / Math.max(1, level.length));
  const { sd, mean } = momentsOf(
    price.draws.map((draw) => {
      const { between, drift, noise } = draw.components;
      let perMoney = 0;
      draw.states.forEach((state, c) => {
        perMoney += shares[c]! * Math.exp(-(draw.effects[0]! + state[0]! + draw.effects[2]! * sizes[c]!));
      });
      // Impressions for money are a mean of 1/price: day-to-day noise makes the price paid lower than the typical day's.
      return -Math.log(perMoney) - (drift * drift + noise * noise) / 2 + (between / Math.sqrt(side)) * random.normal();
    }),
  );
  const units = `${campaigns.length} campaign${campaigns.length === 1 ? '' : 's'}`;
  const days =
    lastDay === NO_DATES
      ? `${price.rows} rows without dates`
      : `${isoRange(firstDay, lastDay)}, ${price.rows} rows, ${units}`;
  return {
    platform: fit.platform,
    stage: fit.stage,
    rows: price.rows,
    campaigns: campaigns.length,
    side,
    firstDay,
    lastDay,
    spend: spend.reduce((sum, x) => sum + x, 0),
    dailySpend: recent.reduce((sum, x) => sum + x, 0) / Math.min(RECENT, lastDay - firstDay + 1),
    cpm: {
      distribution: { family: 'lognormal', mu: mean, sigma: Math.hypot(sd, AHEAD_SD) },
      origin: `${days}; hierarchical lognormal, prior from ${fit.priors.cpm.source}`,
    },
    rates: {
      ctr: rateQuantity(fit, 'ctr', side, days, random.normal),
      view_rate: rateQuantity(fit, 'view_rate', side, days, random.normal),
      cvr: rateQuantity(fit, 'cvr', side, days, random.normal),
    },
    noise: periodNoise(price.mode, periodDays, side, fit.dependence.sharedPrice),
  };
}

function rateQuantity(
  fit: GroupFit,
  metric: RateName,
  side: number,
  days: string,
  normal: () => number,
): FittedQuantity | null {
  const rate = fit.rates[metric];
  if (rate === null) return null;
  const weights = normalised(rate.series.map((one) => one.trials.reduce((sum, n) => sum + n, 0)));
  const drawn = rate.draws.map(({ parameters, states }) => {
    let level = 0;
    states.forEach((state, c) => {
      if (weights[c]! > 0) level += weights[c]! * betaAtScores(state.alpha, state.beta, normal(), normal());
    });
    // Campaigns that take these ones' places: the between-campaign beta, averaged over those side by side.
    const size = parameters.between * side;
    return betaAtScores(Math.max(level * size, 1e-6), Math.max((1 - level) * size, 1e-6), normal(), normal());
  });
  const { mean, sd } = momentsOf(drawn);
  const most = 0.999 * Math.sqrt(mean * (1 - mean));
  const fitted = fitMoments('rate', mean, Math.min(Math.hypot(sd, AHEAD_SD * Math.min(mean, 1 - mean)), most));
  if (!fitted.ok) return null;
  const { hits, trials } = RATES[metric];
  return {
    distribution: fitted.value,
    origin:
      `${days}; ${Math.round(rate.hits).toLocaleString('en')} ${hits} of ${Math.round(rate.trials).toLocaleString('en')} ${trials}; ` +
      `beta-binomial with partial pooling, prior from ${fit.priors[metric].source}`,
  };
}

function isoRange(first: number, last: number): string {
  const iso = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
  return first === last ? iso(first) : `${iso(first)} to ${iso(last)}`;
}

function extent(campaigns: readonly CampaignSeries[]): readonly [number, number] {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { day } of campaigns) {
    first = Math.min(first, day[0]!);
    last = Math.max(last, day.at(-1)!);
  }
  return [first, last];
}

function sumSince(values: Float64Array, { day }: CampaignSeries, after: number): number {
  let sum = 0;
  for (let row = 0; row < day.length; row++) if (day[row]! > after && values[row]! > 0) sum += values[row]!;
  return sum;
}

function normalised(values: readonly number[]): number[] {
  const total = values.reduce((sum, x) => sum + x, 0);
  return values.map((x) => (total > 0 ? x / total : 1 / values.length));
}

function momentsOf(values: readonly number[]): { readonly mean: number; readonly sd: number } {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / Math.max(1, values.length - 1);
  return { mean, sd: Math.sqrt(variance) };
}
