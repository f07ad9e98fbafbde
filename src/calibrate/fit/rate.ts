import { stirlingError } from '../../distributions/stirling.js';
import { samplePosterior } from './posterior.js';

/** Counts of a campaign: `hits` of `trials` a row (clicks of impressions, conversions of clicks, views of impressions). */
export interface RateSeries {
  readonly day: Int32Array;
  readonly trials: Float64Array;
  readonly hits: Float64Array;
}

/** A platform's rate before data: log odds of the mean. */
export interface RatePrior {
  readonly centre: number;
  readonly sd: number;
}

/** Beta-binomial in two storeys: campaigns about the platform, days about their campaign. */
export interface RateParameters {
  /** The platform's mean rate. */
  readonly mean: number;
  /** Size α + β of the beta of campaigns about it: large where they are alike. */
  readonly between: number;
  /** Size of the beta of days about their campaign. */
  readonly daily: number;
  /** Days in which what was learnt of a campaign loses half its weight. */
  readonly halfLife: number;
}

/** ln of a beta's first shape, between campaigns and between days, and ln half-life: medians and sds before data. */
const SHAPE_PRIORS = [
  [Math.log(3), 1.6],
  [Math.log(10), 1.2],
  [Math.log(120), 1.2],
] as const;

/** A campaign's rate after its last row: Beta(alpha, beta), of which the platform's part never fades. */
export interface RateState {
  readonly alpha: number;
  readonly beta: number;
  readonly day: number;
}

export interface RateDraw {
  readonly parameters: RateParameters;
  readonly states: readonly RateState[];
}

export interface RateFit {
  readonly series: readonly RateSeries[];
  readonly rows: number;
  readonly trials: number;
  readonly hits: number;
  readonly draws: readonly RateDraw[];
  readonly mode: RateParameters;
  /** States at the mode, by campaign. */
  readonly states: readonly RateState[];
  /** By campaign and row: one-step-ahead error in standard deviations (of the counts), at the mode. */
  readonly innovations: readonly Float64Array[];
  readonly prior: RatePrior;
  readonly effective: number;
}

const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

/** ln Γ(x), x > 0: the recurrence to where Stirling's formula is exact takes one logarithm, as a product. */
function logGamma(x: number): number {
  let [shifted, product] = [x, 1];
  for (; shifted < 10; shifted++) product *= shifted;
  return (shifted - 0.5) * Math.log(shifted) - shifted + HALF_LOG_TWO_PI + stirlingError(shifted) - Math.log(product);
}

function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

/** Parameters on scales without bounds: log odds of the mean, then logs of the shapes and of the half-life. */
function rateParametersAt(x: ArrayLike<number>): RateParameters {
  const mean = 1 / (1 + Math.exp(-x[0]));
  // Shapes, not sizes, are what a width on the log scale depends on: sd ≈ 1/√shape whatever the rate.
  return {
    mean,
    between: Math.exp(x[1]) / Math.min(mean, 1 - mean),
    daily: Math.exp(x[2]),
    halfLife: Math.exp(x[3]),
  };
}

/** Draws parameters from their prior, for simulations. @param z four standard normals */
export function rateParametersFromPrior(prior: RatePrior, z: ArrayLike<number>): RateParameters {
  return rateParametersAt([
    prior.centre + prior.sd * z[0],
    ...SHAPE_PRIORS.map(([mean, sd], i) => mean + sd * z[i + 1]),
  ]);
}

/** Size α + β of the beta of days about a campaign at `level`. */
function dailySize(level: number, { daily }: RateParameters): number {
  return daily / Math.max(Math.min(level, 1 - level), 1e-9);
}

function platformState({ mean, between }: RateParameters): readonly [number, number] {
  return [mean * between, (1 - mean) * between];
}

/**
 * Takes a campaign's rows one by one. A row is predicted by a beta-binomial that has the mean and variance of campaign
 * and day together; then the campaign's beta takes the row in for as many trials as its day-to-day variation leaves,
 * n / (1 + (n − 1) ρ). Between rows evidence fades (a discount model: M. West, J. Harrison, "Bayesian Forecasting and
 * Dynamic Models", 1997, section 6.3), so that a change of regime is followed.
 *
 * @param eachRow called with a row's mean and standard deviation; `null`: the state alone is wanted, and the probability, which
 *   is most of the work, is left at 0
 * @returns ln probability of all rows (but for terms without parameters), and the state after the last
 */
export function filterRate(
  { day, trials, hits }: RateSeries,
  parameters: RateParameters,
  eachRow?: ((row: number, mean: number, sd: number) => void) | null,
): { readonly logLikelihood: number; readonly state: RateState } {
  const [alpha0, beta0] = platformState(parameters);
  let [alpha, beta] = [alpha0, beta0];
  let logLikelihood = 0;
  for (let row = 0; row < day.length; row++) {
    if (row > 0) {
      const keep = 2 ** (-(day[row] - day[row - 1]) / parameters.halfLife);
      alpha = alpha0 + keep * (alpha - alpha0);
      beta = beta0 + keep * (beta - beta0);
    }
    const [n, k] = [trials[row], hits[row]];
    const mean = alpha / (alpha + beta);
    const within = 1 / (dailySize(mean, parameters) + 1);
    if (eachRow !== null) {
      const own = 1 / (alpha + beta + 1);
      const rho = own + within - own * within;
      const size = 1 / rho - 1;
      const [a, b] = [mean * size, (1 - mean) * size];
      logLikelihood += logBeta(a + k, b + n - k) - logBeta(a, b);
      eachRow?.(row, mean * n, Math.sqrt(mean * (1 - mean) * n * (1 + (n - 1) * rho)));
    }
    const weight = 1 / (1 + Math.max(n - 1, 0) * within);
    alpha += weight * k;
    beta += weight * (n - k);
  }
  return { logLikelihood, state: { alpha, beta, day: day.length === 0 ? Number.NaN : day[day.length - 1] } };
}

/**
 * Fits a rate with partial pooling: a campaign with little data keeps near the platform's rate, one with much stands on
 * its own. The marginal likelihood is maximised and its parameters' uncertainty carried along, so zero hits, one campaign
 * or one day give wide figures.
 */
export function fitRate(
  series: readonly RateSeries[],
  prior: RatePrior,
  options: { readonly seed: string; readonly name: string; readonly draws: number },
): RateFit {
  const means = Float64Array.of(prior.centre, ...SHAPE_PRIORS.map(([mean]) => mean));
  const sds = Float64Array.of(prior.sd, ...SHAPE_PRIORS.map(([, sd]) => sd));
  const logPosterior = (x: Float64Array) => {
    let sum = 0;
    for (let i = 0; i < x.length; i++) sum -= 0.5 * ((x[i] - means[i]) / sds[i]) ** 2;
    const parameters = rateParametersAt(x);
    for (const one of series) sum += filterRate(one, parameters).logLikelihood;
    return sum;
  };
  const posterior = samplePosterior(logPosterior, startAt(series, means), sds, {
    ...options,
    name: `rate ${options.name}`,
  });
  const statesOf = (parameters: RateParameters) => series.map((one) => filterRate(one, parameters, null).state);
  const mode = rateParametersAt(posterior.mode);
  const total = (of: (one: RateSeries) => Float64Array) =>
    series.reduce((sum, one) => of(one).reduce((part, value) => part + value, sum), 0);
  return {
    series,
    rows: series.reduce((sum, { day }) => sum + day.length, 0),
    trials: total(({ trials }) => trials),
    hits: total(({ hits }) => hits),
    draws: posterior.draws.map((x) => {
      const parameters = rateParametersAt(x);
      return { parameters, states: statesOf(parameters) };
    }),
    mode,
    states: statesOf(mode),
    innovations: series.map((one) => {
      const out = new Float64Array(one.day.length);
      filterRate(one, mode, (row, expected, sd) => {
        out[row] = sd > 0 ? (one.hits[row] - expected) / sd : 0;
      });
      return out;
    }),
    prior,
    effective: posterior.effective,
  };
}

/** The search starts at the pooled rate, half a hit added; a prior far from the data would cost it its steps. */
function startAt(series: readonly RateSeries[], means: Float64Array): Float64Array {
  let [hits, trials] = [0.5, 1];
  for (const one of series) {
    for (let row = 0; row < one.day.length; row++) {
      hits += one.hits[row];
      trials += one.trials[row];
    }
  }
  const start = means.slice();
  if (trials > 100) start[0] = Math.log(hits / Math.max(trials - hits, 0.5));
  return start;
}
