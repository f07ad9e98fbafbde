import { normalCdf } from '../../distributions/normal.js';
import { heavyTailedLogDensity, NORMAL_EIGHTY } from './heavy-tails.js';
import { type ChangesOfNoise, horizonVariance, type RatioNoise } from './ratio-noise.js';

/** What forecasts of the past were off by, one a horizon; horizons overlap. */
export interface PastErrors {
  /** Log units. */
  readonly errors: ArrayLike<number>;
  /** Variance that chance in the counts has in each. */
  readonly chances: ArrayLike<number>;
  /** How many horizons each is worth. */
  readonly weights: ArrayLike<number>;
}

/** How far a level goes within a horizon, beside noise from period to period. */
export interface Movement {
  /** Log units by which the mean of a horizon departs from the level of now, noise apart. */
  readonly sd: number;
  /** `null`: none beyond chance. */
  readonly noise: RatioNoise | null;
}

/**
 * How much accounts differ in how far their levels go: half of the belief or twice it is within one of these, in log units. Some
 * stand still for months, others double.
 */
const BELIEF_LOG_SD = 1;
/** Widths that are weighed: ln of them over the belief, by steps. */
const WIDTHS = Float64Array.from({ length: 65 }, (_, i) => -6.5 + i * 0.15);
const PERSISTENCES = Float64Array.from({ length: 17 }, (_, i) => i * 0.05);
/** No correlation from one period to the next, as so many pairs would have shown it. */
const RHO_BELIEF = 10;
/**
 * What errors of past forecasts and changes from period to period say together of the movement to expect. Both are estimated by the same
 * weeks: noise that persists and a level that wanders explain the same changes, so persistence and width are weighed as pairs, by
 * how likely they make the changes over two periods and the errors of horizons. With few horizons the width isn't
 * known: what is given is the normal that has the 80 % interval of the mixture over all widths.
 *
 * @param belief median width before anything is seen, log units
 * @param periods periods that a horizon of `past` has
 */
export function movementOf(
  past: PastErrors,
  changes: ChangesOfNoise | null,
  belief: number,
  periods: number,
): Movement {
  const widths = WIDTHS.map((step) => belief * Math.exp(step));
  const logWeights = (noise: number) => widths.map((width) => logPosterior(past, width, belief, noise));
  const rho = changes === null ? 0 : expectedPersistence(changes, logWeights, periods);
  const noise = changes === null ? null : { sd: Math.sqrt(changes.one / (1 - rho)), rho };
  const within = noise === null ? 0 : horizonVariance(noise, periods);
  const logs = logWeights(within);
  const most = Math.max(...logs);
  const total = normalWithTheSameBand(
    widths.map((width) => Math.sqrt(width * width + within)),
    logs.map((log) => Math.exp(log - most)),
  );
  return { sd: Math.sqrt(Math.max(total * total - within, widths[0] ** 2)), noise };
}

/** ln of how likely a width is, but for a constant. @param noise variance that noise brings into a horizon's mean */
function logPosterior({ errors, chances, weights }: PastErrors, width: number, belief: number, noise: number): number {
  const z = Math.log(width / belief) / BELIEF_LOG_SD;
  let sum = -0.5 * z * z;
  for (let i = 0; i < errors.length; i++) {
    sum += weights[i] * heavyTailedLogDensity(errors[i], width * width + noise + chances[i]);
  }
  return sum;
}

/** Mean over the posterior of the correlation from one period to the next. */
function expectedPersistence(
  { one, two, pairs }: ChangesOfNoise,
  logWeights: (noise: number) => Float64Array,
  periods: number,
): number {
  const logs = PERSISTENCES.map((rho) => {
    const within = horizonVariance({ sd: Math.sqrt(one / (1 - rho)), rho }, periods);
    // Changes over two periods overlap by half: half as many tell. Their half mean square is γ(1 − ρ²) = one · (1 + ρ).
    const independent = pairs / 2;
    const ofChanges = -0.5 * independent * (Math.log(1 + rho) + Math.max(two, 0) / (one * (1 + rho)));
    const ofErrors = logWeights(within);
    const most = Math.max(...ofErrors);
    const sum = ofErrors.reduce((total, log) => total + Math.exp(log - most), 0);
    return -0.5 * RHO_BELIEF * rho * rho + ofChanges + most + Math.log(sum);
  });
  const most = Math.max(...logs);
  let [top, bottom] = [0, 0];
  logs.forEach((log, i) => {
    const weight = Math.exp(log - most);
    top += weight * PERSISTENCES[i];
    bottom += weight;
  });
  return top / bottom;
}

/** Standard deviation of the normal whose 80 % interval a mixture of normals about one centre has. */
function normalWithTheSameBand(sds: Float64Array, weights: Float64Array): number {
  const all = weights.reduce((sum, w) => sum + w, 0);
  let [low, high] = [sds[0] / 2, sds[sds.length - 1] * 2];
  for (let step = 0; step < 60; step++) {
    const edge = Math.sqrt(low * high);
    const inside = sds.reduce((sum, sd, i) => sum + weights[i] * (2 * normalCdf(edge / sd) - 1), 0) / all;
    if (inside < 0.8) low = edge;
    else high = edge;
  }
  return Math.sqrt(low * high) / NORMAL_EIGHTY;
}
