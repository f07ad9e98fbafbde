import { cholesky, choleskyWithRidge, logDeterminant, solveLower, solveUpper } from '../../numerics/cholesky.js';
import { samplePosterior } from './posterior.js';
import { PRICE_EFFECTS, type PriceSeries } from './price-data.js';
import { emptySums, type FilterEnd, filterPrice, type PriceComponents, stateMean } from './price-filter.js';
import { randomStream } from './random.js';

/** Fixed effects of log price: mean level, answer to a day's pace, answer to a change of scale. */
export interface PricePrior {
  /** Mean and sd of a platform's mean log price. */
  readonly centre: number;
  readonly sd: number;
}

/** Standard deviations, before data, of the answers to pace and scale. */
const EFFECT_SD = [0.5, 0.4] as const;

/** Log-normal priors (median, sd of the log) of the components; `persistence` is on the log odds. */
const COMPONENT_PRIORS = {
  between: [0.5, 0.9],
  paceBetween: [0.15, 0.7],
  drift: [0.2, 0.8],
  persistence: [Math.log(4), 1.2],
  noise: [0.25, 0.8],
} as const;

/** ln of the component, or log odds of the persistence, in the order of `COMPONENT_PRIORS`. */
const PRIOR_MEAN = Float64Array.of(Math.log(0.5), Math.log(0.15), Math.log(0.2), Math.log(4), Math.log(0.25));
const PRIOR_SD = Float64Array.from(Object.values(COMPONENT_PRIORS), ([, sd]) => sd);

/** One draw of everything, from the posterior. */
export interface PriceDraw {
  readonly components: PriceComponents;
  /** `PRICE_EFFECTS` fixed effects. */
  readonly effects: Float64Array;
  /** For each campaign: level, answer to pace and drift after its last row. */
  readonly states: readonly Float64Array[];
}

export interface PriceFit {
  readonly series: readonly PriceSeries[];
  readonly rows: number;
  readonly draws: readonly PriceDraw[];
  /** Components at the posterior's mode. */
  readonly mode: PriceComponents;
  /** Fixed effects at the mode. */
  readonly effects: Float64Array;
  /** By campaign and row: the one-step-ahead error in standard deviations, at the mode. */
  readonly innovations: readonly Float64Array[];
  readonly prior: PricePrior;
  readonly effective: number;
}

function componentsAt(x: ArrayLike<number>): PriceComponents {
  return {
    between: Math.exp(x[0]),
    paceBetween: Math.exp(x[1]),
    drift: Math.exp(x[2]),
    persistence: 1 / (1 + Math.exp(-x[3])),
    noise: Math.exp(x[4]),
  };
}

/** Draws components from their prior, for simulations. @param z five standard normals */
export function componentsFromPrior(z: ArrayLike<number>): PriceComponents {
  return componentsAt(PRIOR_MEAN.map((mean, i) => mean + PRIOR_SD[i] * z[i]));
}

export const PRICE_EFFECT_SD = EFFECT_SD;

interface Effects {
  readonly mean: Float64Array;
  /** Factor of the posterior precision. */
  readonly factor: Float64Array;
  readonly logLikelihood: number;
  readonly ends: readonly FilterEnd[];
}

/** Filters all campaigns and takes the fixed effects out, conjugate. */
function fixedEffects(series: readonly PriceSeries[], components: PriceComponents, prior: PricePrior): Effects | null {
  const n = PRICE_EFFECTS;
  const sums = emptySums();
  const ends = series.map((one) => filterPrice(one, components, sums));
  const mean = Float64Array.of(prior.centre, 0, 0);
  const weight = Float64Array.of(1 / prior.sd ** 2, 1 / EFFECT_SD[0] ** 2, 1 / EFFECT_SD[1] ** 2);
  const precision = new Float64Array(n * n);
  const right = new Float64Array(n);
  let quadratic = sums.cross[0];
  for (let a = 0; a < n; a++) {
    for (let b = 0; b < n; b++) {
      const [high, low] = [Math.max(a, b) + 1, Math.min(a, b) + 1];
      precision[a * n + b] = sums.cross[high * (n + 1) + low] + (a === b ? weight[a] : 0);
    }
    right[a] = sums.cross[(a + 1) * (n + 1)] + weight[a] * mean[a];
    quadratic += weight[a] * mean[a] ** 2;
  }
  const factor = cholesky(precision, n);
  if (factor === null) return null;
  const half = solveLower(factor, right);
  quadratic -= half.reduce((sum, value) => sum + value * value, 0);
  return {
    mean: solveUpper(factor, half),
    factor,
    logLikelihood: -0.5 * (sums.logDeterminant + quadratic + logDeterminant(factor, n)),
    ends,
  };
}

/**
 * Hierarchical fit of log price: campaigns about a common mean, day-to-day noise in a slow and a quick part, both
 * estimated, and the answer of price to spend. Bayesian throughout (weak priors above, `prior` for the mean), so one
 * campaign or one day gives wide figures and no failure.
 *
 * @param options.draws posterior draws to keep
 */
export function fitPrice(
  series: readonly PriceSeries[],
  prior: PricePrior,
  options: { readonly seed: string; readonly name: string; readonly draws: number },
): PriceFit {
  const logPosterior = (x: Float64Array) => {
    let sum = 0;
    for (let i = 0; i < x.length; i++) sum -= 0.5 * ((x[i] - PRIOR_MEAN[i]) / PRIOR_SD[i]) ** 2;
    const effects = fixedEffects(series, componentsAt(x), prior);
    return effects === null ? Number.NEGATIVE_INFINITY : sum + effects.logLikelihood;
  };
  const posterior = samplePosterior(logPosterior, PRIOR_MEAN.slice(), PRIOR_SD.slice(), {
    ...options,
    name: `price ${options.name}`,
  });
  const random = randomStream(options.seed, `price effects ${options.name}`);
  const draws = posterior.draws.map((x): PriceDraw => {
    const components = componentsAt(x);
    const fixed = fixedEffects(series, components, prior);
    if (fixed === null) throw new RangeError('A posterior draw of the price fit is impossible.');
    const z = Float64Array.from({ length: PRICE_EFFECTS }, () => random.normal());
    const shift = solveUpper(fixed.factor, z);
    const effects = fixed.mean.map((m, i) => m + shift[i]);
    const states = fixed.ends.map((end) => {
      const factor = choleskyWithRidge(end.covariance, 3);
      const e = [random.normal(), random.normal(), random.normal()] as const;
      return stateMean(end, effects).map((m, i) => {
        let sum = m;
        for (let k = 0; k <= i; k++) sum += factor[i * 3 + k] * e[k];
        return sum;
      });
    });
    return { components, effects, states };
  });
  const mode = componentsAt(posterior.mode);
  const effects = fixedEffects(series, mode, prior)?.mean ?? Float64Array.of(prior.centre, 0, 0);
  return {
    series,
    rows: series.reduce((sum, { y }) => sum + y.length, 0),
    draws,
    mode,
    effects,
    innovations: series.map((one) => standardised(one, mode, effects)),
    prior,
    effective: posterior.effective,
  };
}

function standardised(series: PriceSeries, components: PriceComponents, effects: Float64Array): Float64Array {
  const out = new Float64Array(series.y.length);
  filterPrice(series, components, emptySums(), (row, gaps, variance) => {
    let gap = gaps[0];
    for (let c = 0; c < PRICE_EFFECTS; c++) gap -= effects[c] * gaps[c + 1];
    out[row] = gap / Math.sqrt(variance);
  });
  return out;
}
