import { exp, ln, pow, square } from '../../distributions/elementary.js';
import { elementAt } from '../../required.js';
import { isKnownPlatform, PLATFORMS, type Platform, type Stage } from '../types.js';
import type { BenchmarkMetric, Figure, Grade, Outcome, PlatformFigure } from './figure.js';
import { PUBLISHED } from './published/index.js';

/** What the figures on a platform's metric say together, on its log scale (`toScale`). */
export interface Evidence {
  /** The middle of what one advertiser may see. */
  readonly centre: number;
  readonly sd: number;
  /** Used, the weightiest first. */
  readonly figures: readonly Figure[];
}

/** Ages are counted from here, not from the clock: the same file gives the same figures next year. */
export const REFERENCE_YEAR = 2026;

const GRADE_WEIGHT: Readonly<Record<Grade, number>> = { A: 1, B: 0.5, C: 0.25 };
const GRADE_WIDTH: Readonly<Record<Grade, number>> = { A: 1, B: 1.15, C: 1.35 };
const SHARED_WEIGHT = 0.5;

/** A figure's weight halves in this many years. */
const HALF_LIFE_YEARS = 4;

/** Log units that a platform's level may drift in a year: 4 %, so that a figure of 2013 is 0.52 wide by age alone. */
const DRIFT_PER_YEAR = 0.04;

/**
 * How far one campaign departs from its source's average, in log units: rounded up from the medians over real exports of
 * ln(p90 / p10) / 2.563, or ln(p90 / p50) / 1.282 where p10 is 0: cpm 0.23 to 1.03, median 0.52; ctr 0.47 to 0.92, median
 * 0.53; cvr 0.58 to 0.89, median 0.74. No export held has view rates: assumed. The exports' own medians lie further apart
 * than this (by a factor of 100: other currencies, objectives, years), hence the floors below and the widths by grade
 * and age.
 */
export const CAMPAIGN_SD: Readonly<Record<BenchmarkMetric, number>> = {
  cpm: 0.55,
  ctr: 0.55,
  cvr: 0.75,
  view_rate: 0.4,
};

/** No prior is narrower, however well its sources agree: they are averages, and a plan is one account. */
export const SD_FLOOR: Readonly<Record<BenchmarkMetric, number>> = { cpm: 0.5, ctr: 0.5, cvr: 0.7, view_rate: 0.4 };

/** Added, in log units, where a platform has no figure of its own and the other platforms stand in. */
const BORROWED_SD = 0.4;

/**
 * The scale that priors are built on: ln for money; for a rate the log odds, which for a small rate is ln too and can't
 * pass 100 %.
 */
export function toScale(metric: BenchmarkMetric, value: number): number {
  return metric === 'cpm' ? ln(value) : ln(value / (1 - value));
}

/** Inverse of `toScale`. */
export function fromScale(metric: BenchmarkMetric, scaled: number): number {
  return metric === 'cpm' ? exp(scaled) : 1 / (1 + exp(-scaled));
}

/** Middle of a figure on the scale: its `mid`, or halfway between its ends. */
export function centreOf(figure: Figure): number {
  if (figure.mid !== null) return toScale(figure.metric, figure.mid);
  if (figure.low === null || figure.high === null) throw new RangeError(`No middle: ${figure.source}, ${figure.page}`);
  return (toScale(figure.metric, figure.low) + toScale(figure.metric, figure.high)) / 2;
}

/** Variance within a figure that is a range: uniform between its ends. */
function varianceWithin(figure: Figure): number {
  if (figure.low === null || figure.high === null) return 0;
  return square(toScale(figure.metric, figure.high) - toScale(figure.metric, figure.low)) / 12;
}

const GRADES = ['A', 'B', 'C', 'D'] as const;

/** Years after which a study says a grade less: a figure of 2013 is no "A" of 2026. */
const YEARS_A_GRADE = 5;

/** A figure's grade as of the reference year: one lower for every five years of age, D at the lowest. */
export function gradeToday({ grade, year }: Figure): (typeof GRADES)[number] {
  const lower = Math.floor((REFERENCE_YEAR - year) / YEARS_A_GRADE);
  return elementAt(GRADES, Math.min(GRADES.length - 1, GRADES.indexOf(grade) + lower));
}

function weightOf({ figure, shared }: PlatformFigure): number {
  const age = REFERENCE_YEAR - figure.year;
  return GRADE_WEIGHT[figure.grade] * pow(2, -age / HALF_LIFE_YEARS) * (shared ? SHARED_WEIGHT : 1);
}

/** The figures that a platform's all-campaign level is made from: not those on retargeting, on other stages, nor those set aside. */
function figuresFor(platform: Platform, metric: BenchmarkMetric, outcome: Outcome, stage: Stage): PlatformFigure[] {
  const published = isKnownPlatform(platform) ? PUBLISHED[platform] : [];
  return published
    .filter(({ figure }) => figure.metric === metric && figure.unused === undefined)
    .filter(({ figure }) => figure.audience !== 'retargeting')
    .filter(({ figure }) => figure.stages?.includes(stage) ?? true)
    .filter(({ figure }) => metric !== 'cvr' || figure.outcome === outcome)
    .sort((left, right) => weightOf(right) - weightOf(left));
}

/** Whether a figure is an average over advertisers; else a median, a quantile, or a range that is called typical. */
function isAverage({ mid, statistic }: Figure): boolean {
  return mid !== null && !/median|p50|typical/.test(statistic);
}

/**
 * A platform's own evidence on a metric, or `null` where nothing is published.
 *
 * Centre: the mean of the figures' centres on the log scale, weighted by grade (1, ½, ¼), by age (halving every 4
 * years), and by ½ where a figure is Meta's as a whole. A published average is the mean over advertisers, of whom most see
 * less: on the log scale the middle lies half of one campaign's variance below it, by the weight of the averages. Variance: between the figures + within those that are ranges +
 * of one campaign about an average, times 1, 1.15, 1.35 by grade + drift since the figures' years; not below a floor.
 */
export function ownEvidence(
  platform: Platform,
  metric: BenchmarkMetric,
  outcome: Outcome,
  stage: Stage = 'awareness',
): Evidence | null {
  const used = figuresFor(platform, metric, outcome, stage);
  if (used.length === 0) return null;
  const total = used.reduce((sum, item) => sum + weightOf(item), 0);
  const mean = (of: (figure: Figure) => number): number =>
    used.reduce((sum, item) => sum + weightOf(item) * of(item.figure), 0) / total;
  const centre = mean(centreOf);
  const between = mean((figure) => square(centreOf(figure) - centre));
  const campaign = CAMPAIGN_SD[metric] * mean((figure) => GRADE_WIDTH[figure.grade]);
  const drift = DRIFT_PER_YEAR * mean((figure) => REFERENCE_YEAR - figure.year);
  const sd = Math.sqrt(between + mean(varianceWithin) + square(campaign) + square(drift));
  const width = Math.max(sd, SD_FLOOR[metric]);
  const averages = mean((figure) => (isAverage(figure) ? 1 : 0));
  return { centre: centre - (averages * square(campaign)) / 2, sd: width, figures: used.map(({ figure }) => figure) };
}

/**
 * Evidence for a platform without any of its own: the platforms that have some, each counted once, with the spread
 * among them, their average width and a margin for being borrowed.
 */
export function borrowedEvidence(metric: BenchmarkMetric, outcome: Outcome): Evidence {
  // Meta's figures count with its two platforms already; search and banners say nothing of a feed.
  const single = PLATFORMS.filter((platform) => platform !== 'meta' && platform !== 'google');
  const others = single.map((platform) => ownEvidence(platform, metric, outcome)).filter((item) => item !== null);
  const mean = (of: (item: Evidence) => number): number =>
    others.reduce((sum, item) => sum + of(item), 0) / others.length;
  const centre = mean((item) => item.centre);
  const between = mean((item) => square(item.centre - centre));
  const sd = Math.sqrt(between + mean((item) => square(item.sd)) + square(BORROWED_SD));
  return { centre, sd, figures: [] };
}
