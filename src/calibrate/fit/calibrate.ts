import { mean } from '../../distributions/index.js';
import { lastOf } from '../../required.js';
import { FACTOR_SHARES, FATIGUE } from '../../scenario/build/defaults.js';
import { STAGES, type Stage } from '../../scenario/types.js';
import { type Doing, doing } from '../../words/progress.js';
import { say } from '../../words/said.js';
import { type CampaignSeries, campaignSeries, type DailyRows, type Exposure } from './daily.js';
import { type FittedShares, factorShares } from './factors.js';
import { fitGroup, type GroupFit } from './group.js';
import { type FittedLine, fittedLine } from './line.js';
import { fitOrderValue, type OrderValueFit } from './order-value.js';
import { fitReach, type ReachFit } from './reach.js';
import type { Recording } from './recording.js';

export interface CalibrateOptions {
  readonly seed: string;
  /** ISO 4217, for the priors; `null`: unknown. */
  readonly currency: string | null;
  /** Days of the scenario's period: 1, 7 or 30.4375. */
  readonly periodDays: number;
  /** Days of its horizon. */
  readonly horizonDays: number;
  /** Days that a row covers; default 1. */
  readonly windowDays?: number;
  /** Whether the plan's campaigns are new ones, which are as uncertain as campaigns differ; default: these go on. */
  readonly newCampaigns?: boolean;
  /** How late conversions are recorded; left out: at once. */
  readonly recording?: Recording | null;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Doing) => void;
}

/** A group's fit, and what it says of a line. */
export interface LineFit {
  readonly fit: GroupFit;
  readonly line: FittedLine;
  readonly reach: ReachFit;
}

/** Everything that exports say. */
export interface Calibration {
  readonly lines: readonly LineFit[];
  readonly shares: Readonly<Record<'cpm' | 'ctr' | 'cvr', FittedShares | null>>;
  readonly orderValue: OrderValueFit | null;
  /** Last day of all rows; minus infinity where there are none. */
  readonly until: number;
  /** Campaigns without one row with spend and impressions. */
  readonly withoutRows: readonly string[];
}

const DRAWS = 600;
/** Campaigns of a group that are fitted: those with the most rows, and more than enough to say what lies between them. */
const MOST_CAMPAIGNS = 400;

/** Fits of each platform and stage that rows were mapped to, before a plan's periods and horizon are known. */
export interface FittedGroups {
  readonly rows: DailyRows;
  readonly fits: readonly {
    readonly fit: GroupFit;
    readonly campaigns: readonly CampaignSeries[];
    readonly reach: ReachFit;
  }[];
  readonly orderValue: OrderValueFit | null;
  readonly until: number;
  readonly withoutRows: readonly string[];
}

/** What fitting needs; the rest of `CalibrateOptions` is about the plan. */
type FitOptions = Pick<CalibrateOptions, 'seed' | 'currency' | 'recording' | 'signal' | 'onProgress'>;

/** Fits a line for each platform and stage that rows were mapped to, funnel order within a platform. */
export function calibrate(rows: DailyRows, options: CalibrateOptions): Calibration {
  return calibrateFor(fitGroups(rows, options), options);
}

/** The part of `calibrate` that takes its time: one serves plans of any period and horizon, see `calibrateFor`. */
export function fitGroups(rows: DailyRows, options: FitOptions): FittedGroups {
  const series = campaignSeries(rows);
  const usable = series.filter(hasPrice);
  const until = usable.reduce((last, { day }) => Math.max(last, lastOf(day)), Number.NEGATIVE_INFINITY);
  const fits = groupsOf(usable).map(([platform, stage]) => {
    options.signal?.throwIfAborted();
    options.onProgress?.(doing(say`fitting ${`${platform}/${stage}`}`));
    const campaigns = usable.filter(({ campaign }) => campaign.platform === platform && campaign.stage === stage);
    const fit = fitGroup(
      largest(campaigns),
      { platform, stage },
      {
        seed: options.seed,
        draws: DRAWS,
        currency: options.currency,
        rates: ['ctr', 'view_rate', 'cvr'],
        recording: options.recording ?? null,
        name: `${platform}/${stage}`,
      },
    );
    const fatigue = stage === 'awareness' ? FATIGUE.awareness : FATIGUE.other;
    return { fit, campaigns, reach: fitReach(campaigns, mean(fatigue), exposuresOf(rows, campaigns)) };
  });
  return {
    rows,
    fits,
    orderValue: fitOrderValue(series, until),
    until,
    withoutRows: series.filter((one) => !hasPrice(one)).map(({ campaign }) => campaign.name),
  };
}

/** What fits say of a plan of some periods and horizon. */
export function calibrateFor(
  { fits, orderValue, until, withoutRows }: FittedGroups,
  options: Omit<CalibrateOptions, 'currency' | 'recording' | 'signal' | 'onProgress'>,
): Calibration {
  // Rows without dates all stand on one day: being there together says nothing.
  const days = new Set(fits.flatMap(({ campaigns }) => campaigns.flatMap(({ day }) => Array.from(day))));
  const sharesOf = (metric: 'cpm' | 'ctr' | 'cvr') =>
    days.size < 2
      ? null
      : factorShares(
          fits.map(({ fit }) => fit),
          metric,
          options.periodDays,
        );
  const shares = { cpm: sharesOf('cpm'), ctr: sharesOf('ctr'), cvr: sharesOf('cvr') };
  const sharedOf = (metric: 'cpm' | 'ctr' | 'view_rate' | 'cvr') => {
    const { market, platform } = (metric === 'view_rate' ? null : shares[metric]) ?? FACTOR_SHARES[metric];
    return market + platform;
  };
  const lines = fits.map(({ fit, reach }): LineFit => {
    const line = fittedLine(fit, {
      periodDays: options.periodDays,
      horizonDays: options.horizonDays,
      seed: options.seed,
      until,
      windowDays: options.windowDays ?? 1,
      newCampaigns: options.newCampaigns === true,
      shared: { cpm: sharedOf('cpm'), ctr: sharedOf('ctr'), view_rate: sharedOf('view_rate'), cvr: sharedOf('cvr') },
    });
    return { fit, line, reach };
  });
  return {
    lines,
    shares,
    orderValue,
    until,
    withoutRows,
  };
}

/** Windows of several days of some campaigns. */
function exposuresOf({ campaigns, exposures = [] }: DailyRows, own: readonly CampaignSeries[]): readonly Exposure[] {
  const wanted = new Set(own.map(({ campaign }) => campaign));
  return exposures.filter(({ campaign }) => wanted.has(campaigns[campaign]));
}

function hasPrice({ spend, impressions }: CampaignSeries): boolean {
  return spend.some((s, row) => s > 0 && impressions[row] > 0);
}

function groupsOf(series: readonly CampaignSeries[]): readonly (readonly [string, Stage])[] {
  const platforms = [...new Set(series.map(({ campaign }) => campaign.platform))];
  return platforms.flatMap((platform) =>
    STAGES.filter((stage) =>
      series.some(({ campaign }) => campaign.platform === platform && campaign.stage === stage),
    ).map((stage) => [platform, stage] as const),
  );
}

/** The campaigns with the most rows, in their order. */
function largest(series: readonly CampaignSeries[]): readonly CampaignSeries[] {
  if (series.length <= MOST_CAMPAIGNS) return series;
  return [...series].sort((a, b) => b.day.length - a.day.length).slice(0, MOST_CAMPAIGNS);
}
