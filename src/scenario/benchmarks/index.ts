import { expm1, hypotenuse, ln } from '../../distributions/elementary.js';
import { fitInterval } from '../../distributions/fit.js';
import type { Distribution } from '../../distributions/types.js';
import { type Said, say } from '../../words/said.js';
import type { Origin, Platform, Quantity, Stage } from '../types.js';
import type { Ground, GroundRate, Published } from '../warnings.js';
import { borrowedEvidence, type Evidence, fromScale, gradeToday, ownEvidence } from './evidence.js';
import { EXCHANGE_RATES, type ExchangeRate, PRICE_LEVELS } from './exchange-rates.js';
import type { BenchmarkMetric, Figure, Outcome } from './figure.js';
import { stageEffect } from './stages.js';

export { BENCHMARK_METRICS, type BenchmarkMetric, type Outcome } from './figure.js';

/** Standard normal quantile of 0.95: half a 90 % interval, in sds. */
const Z95 = 1.6448536269514722;

/** A prior on the log scale (log odds for a rate), and how it came about. */
interface Prior {
  readonly centre: number;
  readonly sd: number;
  /** What it was made from. */
  readonly basis: readonly Ground[];
  readonly page: string | null;
  /** Why it is not a benchmark only; empty: it is. */
  readonly assumptions: readonly Ground[];
}

/**
 * The built-in prior of a rate or a price: `cpm` in the scenario's currency per 1,000 impressions (lognormal), `ctr`,
 * `view_rate`, `cvr` in [0, 1] (beta). Its 90 % interval is centre ± 1.645 sd on the log scale, from published figures
 * (`evidence.ts`), the stage (`stages.ts`) and, for cpm, the currency (`exchange-rates.ts`); the origin names the
 * weightiest figure, or, where anything was assumed, says what and why. `outcome` is what a cvr counts: `lead` for
 * plans whose leads are closed later (`close_rate` below 1).
 *
 * Where it has nothing to say (a cpm in a currency without a rate), why, and what to give instead.
 */
export function benchmark(
  platform: Platform,
  stage: Stage,
  metric: BenchmarkMetric,
  currency: string,
  outcome: Outcome = 'order',
): Quantity | { readonly missing: Said } {
  const prior = stagePrior(platform, stage, metric, outcome);
  if (metric !== 'cpm' || currency === 'USD') return quantityOf(metric, prior);
  const rate = Object.hasOwn(EXCHANGE_RATES, currency) ? EXCHANGE_RATES[currency] : undefined;
  if (rate === undefined) {
    return {
      missing: say`no exchange rate is built in for ${currency}: give the cpm, for instance 2.1 to 4.9`,
    };
  }
  return quantityOf(metric, converted(prior, currency, rate));
}

function stagePrior(platform: Platform, stage: Stage, metric: BenchmarkMetric, outcome: Outcome): Prior {
  const rate: GroundRate = metric === 'cvr' ? `${outcome}s_per_click` : metric;
  const own = ownEvidence(platform, metric, outcome, stage);
  const evidence = own ?? borrowedEvidence(metric, outcome);
  const effect = stageEffect(platform, stage, metric, outcome);
  const change = changeOf(effect?.shift ?? 0);
  const assumptions: Ground[] = [];
  if (own === null) assumptions.push({ code: 'other_platforms', rate, platform });
  if (effect !== null && effect.published === null) assumptions.push({ code: 'by_stage', rate, stage, change });
  const split: Ground[] =
    effect !== null && effect.published !== null
      ? [{ code: 'retargeting', change, figure: publishedOf(effect.published) }]
      : [];
  return {
    centre: evidence.centre + (effect?.shift ?? 0),
    sd: hypotenuse(evidence.sd, effect?.sd ?? 0),
    basis: [...basisOf(evidence), ...split],
    page: evidence.figures[0]?.page ?? null,
    assumptions,
  };
}

function converted(prior: Prior, currency: string, rate: ExchangeRate): Prior {
  const level = PRICE_LEVELS[rate.market];
  const assumptions =
    level.factor === 1
      ? prior.assumptions
      : [...prior.assumptions, { code: 'price_level', currency, factor: level.factor } as const];
  const { perDollar, year, pegged = false } = rate;
  return {
    ...prior,
    centre: prior.centre + ln(rate.perDollar * level.factor),
    sd: hypotenuse(prior.sd, rate.sd, level.sd),
    basis: [...prior.basis, { code: 'converted', currency, perDollar, year, pegged }],
    assumptions,
  };
}

function quantityOf(metric: BenchmarkMetric, prior: Prior): Quantity {
  return { distribution: distributionOf(metric, prior), origin: originOf(prior) };
}

function distributionOf(metric: BenchmarkMetric, { centre, sd }: Prior): Distribution {
  if (metric === 'cpm') return { family: 'lognormal', mu: centre, sigma: sd };
  const fitted = fitInterval('rate', 0.05, fromScale(metric, centre - Z95 * sd), fromScale(metric, centre + Z95 * sd));
  // Any interval within (0, 1) has its beta, and log odds are within it: only an error in the data gets here.
  if (!fitted.ok) throw new RangeError(`No beta for a built-in ${metric}: ${fitted.reason}`);
  return fitted.value;
}

function originOf({ basis, page, assumptions }: Prior): Origin {
  if (assumptions.length === 0 && page !== null) return { kind: 'benchmark', grounds: basis, page };
  const grounds = basis.map((ground) => (ground.code === 'published' ? { ...ground, page } : ground));
  return { kind: 'assumed', grounds: [...assumptions, ...(page === null ? [] : grounds)] };
}

function basisOf({ figures }: Evidence): Ground[] {
  const [first, ...rest] = figures;
  if (first === undefined) return [];
  const published = { code: 'published', figure: publishedOf(first), page: null } as const;
  if (rest.length === 0) return [published];
  const years = figures.map((figure) => figure.year);
  const [earliest, latest] = [Math.min(...years), Math.max(...years)];
  return [published, { code: 'more_figures', count: rest.length, first: earliest, last: latest }];
}

const publishedOf = (figure: Figure): Published => ({
  source: figure.source,
  period: figure.period,
  grade: gradeToday(figure),
});

/** A shift on the log scale as a share of change, to a hundredth. */
function changeOf(shift: number): number {
  return Math.round(100 * expm1(shift)) / 100;
}
