import { fitMoments } from '../../distributions/fit.js';
import type { Distribution } from '../../distributions/types.js';
import { required } from '../../required.js';
import type { FitOrigin } from '../facts.js';
import { type Chained, chained, type OutcomeAhead } from './chain.js';
import { type CampaignSeries, extent, isoDay } from './daily.js';
import { campaignLevels, campaignSizes, outcomeRatios, RECENT } from './expected.js';
import { betaAtScores } from './gamma-scores.js';
import type { GroupFit } from './group.js';
import { type Figure, type Joint, mostCorrelated, type Outcome, onlyPrice, withFigure } from './joint.js';
import { type Varying, type VaryingLine, weeklyLogs } from './line-noise.js';
import { type PeriodNoise, periodNoise } from './period-noise.js';
import { type Present, presentLevel } from './present.js';
import { besideLevel, fitPressure, logPriceAt, type Pressure } from './pressure.js';
import { randomStream } from './random.js';
import type { RateFit } from './rate.js';
import { RATES, type RateName } from './rates.js';
import type { RatioNoise } from './ratio-noise.js';

/** The day that rows without dates stand on. */
export const NO_DATES = 0;

/**
 * Log units by which a price and a rate may be elsewhere in the months to come, before rows say how much they move: four
 * weeks of real accounts moved by about so much.
 */
const AHEAD_SD = 0.15;
const RATE_AHEAD_SD = 0.2;

/** A number for a scenario, and where it came from. */
export interface FittedQuantity {
  readonly distribution: Distribution;
  readonly origin: FitOrigin;
}

/** What a group's fit says of a scenario's line. */
export interface FittedLine extends VaryingLine {
  readonly platform: string;
  readonly stage: GroupFit['stage'];
  readonly rows: number;
  readonly campaigns: number;
  /** Effective number of campaigns at once, by spend. */
  readonly side: number;
  readonly firstDay: number;
  readonly lastDay: number;
  readonly spend: number;
  /** Mean spend a day over the last four weeks of all exports; 0: the line is dead. */
  readonly dailySpend: number;
  readonly cpm: FittedQuantity;
  readonly rates: Readonly<Record<RateName, FittedQuantity | null>>;
  readonly noise: PeriodNoise;
  readonly rateNoise: Readonly<Record<RateName, RatioNoise | null>>;
  /** Log units that price and rates walk by in a week; `null`: nothing says. */
  readonly walks: Readonly<Record<Varying, number | null>>;
  /** How the line's figures hang together. */
  readonly joint: Joint;
  /** How price answers to the line's spend; `null`: not distinguished from not at all. */
  readonly pressure: Pressure | null;
  /** Paid over the last four weeks with spend: what the calibration is held against. */
  readonly paid: Paid;
}

/** What the last four weeks with spend brought. */
export interface Paid {
  readonly spend: number;
  readonly impressions: number;
  readonly clicks: number;
  readonly conversions: number;
  readonly views: number;
}

interface LineOptions {
  /** Days of the scenario's period, for its noise, and of its horizon. */
  readonly periodDays: number;
  readonly horizonDays: number;
  readonly seed: string;
  /** Last day of all exports. */
  readonly until: number;
  /** Days that a row covers. */
  readonly windowDays: number;
  /** Whether the plan's campaigns are new ones: then they are as uncertain as campaigns differ. */
  readonly newCampaigns: boolean;
  /** Share of a figure's variance that the scenario has in common with other lines. */
  readonly shared: Readonly<Record<Figure['name'], number>>;
}

/**
 * A group's posterior as the quantities of a line over a horizon to come: where its campaigns' prices and rates stand now
 * (`presentLevel`, by their recent shares), as uncertain as they have moved over such horizons before. Campaigns that go on
 * are themselves; new ones are drawn from the same platform and stage (between-campaign variance over the number side by side).
 */
export function fittedLine(fit: GroupFit, options: LineOptions): FittedLine {
  const { campaigns, price } = fit;
  const { periodDays, horizonDays, seed, until, newCampaigns } = options;
  const [firstDay, lastDay] = extent(campaigns);
  const dated = lastDay !== NO_DATES;
  const replaced = newCampaigns || !dated;
  const recent = campaigns.map((one) => sumSince(one.spend, one, lastDay - RECENT));
  const spend = campaigns.map((one) => sumSince(one.spend, one, Number.NEGATIVE_INFINITY));
  const shares = normalised(recent.some((x) => x > 0) ? recent : spend);
  const side = 1 / shares.reduce((sum, w) => sum + w * w, 0);
  const random = randomStream(seed, `line ${fit.platform} ${fit.stage}`);
  // Each campaign's price at the size it had.
  const sizes = campaignSizes(price.series);
  const { sd, mean } = momentsOf(
    price.draws.map((draw) => {
      const { between, drift, noise } = draw.components;
      let perMoney = 0;
      draw.states.forEach((state, c) => {
        perMoney += shares[c] * Math.exp(-(draw.effects[0] + state[0] + draw.effects[2] * sizes[c]));
      });
      // Impressions for money are a mean of 1/price: day-to-day noise makes the price paid lower than the typical day's.
      const paid = dated ? 0 : (drift * drift + noise * noise) / 2;
      const other = replaced ? (between / Math.sqrt(side)) * random.normal() : 0;
      return -Math.log(perMoney) - paid + other;
    }),
  );
  const dailySpend = dated
    ? campaigns.reduce((sum, one) => sum + sumSince(one.spend, one, until - RECENT), 0) /
      Math.min(RECENT, until - firstDay + 1)
    : recent.reduce((sum, x) => sum + x, 0);
  const pressure = dated
    ? fitPressure(
        campaigns,
        price.draws.map(({ effects }) => effects[2]),
        { periodDays, horizonDays, pace: dailySpend },
      )
    : null;
  const levels = {
    ctr: rateLevel(fit, 'ctr'),
    view_rate: rateLevel(fit, 'view_rate'),
    cvr: rateLevel(fit, 'cvr'),
  };
  const ratios = dated
    ? outcomeRatios(fit, {
        logPrices: campaignLevels(fit),
        rates: {
          ctr: levels.ctr?.levels ?? null,
          view_rate: levels.view_rate?.levels ?? null,
          cvr: levels.cvr?.levels ?? null,
        },
        pressure,
        periodDays,
      })
    : null;
  const seen = { periodDays, horizonDays, windowDays: options.windowDays };
  const present = ratios === null ? null : presentLevel(required(ratios.impressions), { ...seen, belief: AHEAD_SD });
  const noise = present?.noise ?? periodNoise(price.mode, periodDays, side, fit.dependence.sharedPrice);
  const delivered: OutcomeAhead | null =
    present === null ? null : { variance: present.sd ** 2, noise, belief: AHEAD_SD };
  const spread = present === null ? Math.hypot(sd, AHEAD_SD) : ahead(present, sd, newCampaigns);
  let joint = onlyPrice(present === null ? spread : present.sd, options.shared.cpm);
  const chainOf = (
    metric: RateName,
    before: OutcomeAhead | null,
    trials: 'impressions' | 'ctr',
    outcome: Outcome,
  ): Chained | null => {
    const [own, of] = [ratios?.[metric], ratios?.[trials]];
    if (before === null || own === null || own === undefined || of === null || of === undefined) return null;
    const shared = options.shared[metric];
    const made = chained(own, of, before, {
      ...seen,
      belief: RATE_AHEAD_SD,
      counted: metric === 'cvr',
      mostCorrelated: mostCorrelated(joint, outcome, shared),
    });
    joint = withFigure(joint, { name: metric, sd: made.present.sd, shared }, outcome, made.withBefore);
    return made;
  };
  const clicked = chainOf('ctr', delivered, 'impressions', { cpm: -1 });
  const chain = {
    ctr: clicked,
    cvr: chainOf('cvr', clicked?.outcome ?? null, 'ctr', { cpm: -1, ctr: 1 }),
    view_rate: chainOf('view_rate', delivered, 'impressions', { cpm: -1 }),
  };
  const rowsOf = {
    days: dated ? { first: isoDay(firstDay), last: isoDay(lastDay) } : null,
    rows: price.rows,
    campaigns: campaigns.length,
  };
  const rates = {
    ctr: rateQuantity(fit, 'ctr', levels.ctr, chain.ctr, side, rowsOf, random.normal, replaced),
    view_rate: rateQuantity(fit, 'view_rate', levels.view_rate, chain.view_rate, side, rowsOf, random.normal, replaced),
    cvr: rateQuantity(fit, 'cvr', levels.cvr, chain.cvr, side, rowsOf, random.normal, replaced),
  };
  // Impressions go with 1/price: their mean is that of now, with the doubt and the noise that the scenario adds.
  const atPace = mean - (present?.logRatio ?? 0) + (dated ? noise.sd * noise.sd + (spread * spread) / 2 : 0);
  const beside = besideLevel(pressure, spread);
  const mu = atPace + (pressure === null ? 0 : logPriceAt(pressure));
  return {
    platform: fit.platform,
    stage: fit.stage,
    rows: price.rows,
    campaigns: campaigns.length,
    side,
    firstDay,
    lastDay,
    spend: spend.reduce((sum, x) => sum + x, 0),
    dailySpend,
    cpm: {
      distribution: { family: 'lognormal', mu, sigma: beside.level },
      origin: { ...rowsOf, counted: null, present: presentOrigin(present), prior: fit.priors.cpm.source },
    },
    rates,
    noise,
    rateNoise: {
      ctr: chain.ctr?.noise ?? null,
      view_rate: chain.view_rate?.noise ?? null,
      cvr: chain.cvr?.noise ?? null,
    },
    walks: {
      cpm: present?.walk ?? null,
      ctr: chain.ctr?.present.walk ?? null,
      cvr: chain.cvr?.present.walk ?? null,
    },
    weekly: weeklyOf(ratios, firstDay),
    joint,
    pressure: beside.pressure,
    paid: paidSince(campaigns, dated ? lastDay - RECENT : Number.NEGATIVE_INFINITY),
  };
}

function weeklyOf(ratios: ReturnType<typeof outcomeRatios> | null, firstDay: number): FittedLine['weekly'] {
  const of = (name: keyof NonNullable<typeof ratios>, before: keyof NonNullable<typeof ratios> | null) => {
    const [own, trials] = [ratios?.[name] ?? null, before === null ? null : (ratios?.[before] ?? null)];
    return own === null || (before !== null && trials === null) ? null : weeklyLogs(own, trials, firstDay);
  };
  return { cpm: of('impressions', null), ctr: of('ctr', 'impressions'), cvr: of('cvr', 'ctr') };
}

/** Weeks from which on the past itself says how well a level is known. */
const ENOUGH_STRETCHES = 8;

/** Log units that a level is uncertain by: as it moved, and, where little was seen of that, as the fit knows it. */
function ahead(present: Present, sd: number, newCampaigns: boolean): number {
  return newCampaigns || present.stretches < ENOUGH_STRETCHES ? Math.hypot(sd, present.sd) : present.sd;
}

/** Half-lives from which on all days count alike. */
const ALIKE_DAYS = 1000;

function presentOrigin(present: Present | null): FitOrigin['present'] {
  if (present === null) return null;
  const { halfLife, stretches, stretchDays } = present;
  return { halfLife: halfLife > ALIKE_DAYS ? null : halfLife, stretches, stretchDays };
}

interface RateLevel {
  /** Each campaign's rate after its last row, and its share of what runs now. */
  readonly levels: readonly number[];
  readonly weights: readonly number[];
  readonly mean: number;
}

function rateLevel(fit: GroupFit, metric: RateName): RateLevel | null {
  const rate = fit.rates[metric];
  if (rate === null) return null;
  const weights = recentWeights(fit, metric);
  const levels = rate.series.map((_, c) => levelOf(rate, c));
  return { levels, weights, mean: levels.reduce((sum, one, c) => sum + weights[c] * one, 0) };
}

function rateQuantity(
  fit: GroupFit,
  metric: RateName,
  level: RateLevel | null,
  chain: Chained | null,
  side: number,
  rowsOf: Pick<FitOrigin, 'days' | 'rows' | 'campaigns'>,
  normal: () => number,
  replaced: boolean,
): FittedQuantity | null {
  const rate = fit.rates[metric];
  if (rate === null || level === null) return null;
  const drawn = rate.draws.map(({ parameters, states }) => {
    let sum = 0;
    states.forEach((state, c) => {
      const weight = level.weights[c];
      if (weight > 0) sum += weight * betaAtScores(state.alpha, state.beta, normal(), normal());
    });
    if (!replaced) return sum;
    // Campaigns that take these ones' places: the between-campaign beta, averaged over those side by side.
    const size = parameters.between * side;
    return betaAtScores(Math.max(sum * size, 1e-6), Math.max((1 - sum) * size, 1e-6), normal(), normal());
  });
  const { mean: fitted, sd } = momentsOf(drawn);
  const mean = chain === null ? fitted : Math.min(level.mean * Math.exp(chain.logMean), MOST_RATE);
  const relative =
    chain === null ? Math.hypot(sd / fitted, RATE_AHEAD_SD) : ahead(chain.present, sd / fitted, replaced);
  const most = 0.999 * Math.sqrt(mean * (1 - mean));
  const found = fitMoments('rate', mean, Math.min(relative * Math.min(mean, 1 - mean), most));
  if (!found.ok) return null;
  const { hits, trials } = RATES[metric];
  return {
    distribution: found.value,
    origin: {
      ...rowsOf,
      counted: { hits: Math.round(rate.hits), hitsOf: hits, trials: Math.round(rate.trials), trialsOf: trials },
      present: presentOrigin(chain?.present ?? null),
      prior: fit.priors[metric].source,
    },
  };
}

const MOST_RATE = 0.999;

/** Mean over the posterior of a campaign's rate after its last row. */
function levelOf({ draws }: RateFit, campaign: number): number {
  const sum = draws.reduce((total, { states }) => {
    const { alpha, beta } = states[campaign];
    return total + alpha / (alpha + beta);
  }, 0);
  return sum / draws.length;
}

/** Campaigns' shares of a rate's trials over the last four weeks, else over all of them. */
function recentWeights({ campaigns }: GroupFit, metric: RateName): readonly number[] {
  const { trials } = RATES[metric];
  const [, last] = extent(campaigns);
  const since = (after: number) => campaigns.map((one) => sumSince(one[trials], one, after));
  const recent = since(last - RECENT);
  return normalised(recent.some((x) => x > 0) ? recent : since(Number.NEGATIVE_INFINITY));
}

function paidSince(campaigns: readonly CampaignSeries[], after: number): Paid {
  const sum = (field: 'spend' | 'impressions' | 'clicks' | 'conversions' | 'views') =>
    campaigns.reduce((total, one) => total + sumSince(one[field], one, after), 0);
  return {
    spend: sum('spend'),
    impressions: sum('impressions'),
    clicks: sum('clicks'),
    conversions: sum('conversions'),
    views: sum('views'),
  };
}

function sumSince(values: Float64Array, { day }: CampaignSeries, after: number): number {
  let sum = 0;
  for (let row = 0; row < day.length; row++) if (day[row] > after && values[row] > 0) sum += values[row];
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
