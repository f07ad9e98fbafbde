import { choleskyWithRidge, inverseOf, logDeterminant, solveLower } from '../../numerics/cholesky.js';
import { lastOf } from '../../required.js';
import { maximise } from './nelder-mead.js';
import { type Random, randomStream } from './random.js';

/** A posterior of a few parameters, each on a scale without bounds. */
interface Posterior {
  readonly mode: Float64Array;
  /** Equally weighted draws. */
  readonly draws: readonly Float64Array[];
  /** Effective number of independent draws among those that were weighted. */
  readonly effective: number;
}

/** Degrees of freedom of the proposal: heavier tails than any posterior here, so that weights stay bounded. */
const FREEDOM = 5;
const ROUNDS = [160, 160, 240] as const;

interface Proposal {
  readonly mean: Float64Array;
  /** Lower factor of the scale matrix. */
  readonly factor: Float64Array;
}

/**
 * Draws from a posterior: its mode, a Student proposal from the curvature there, then importance sampling in three rounds,
 * each from the moments that the rounds before it found, all draws weighted against the mixture of the proposals (J.-M.
 * Cornuet et al., "Adaptive multiple importance sampling", Scand. J. Stat. 39, 2012), and systematic resampling.
 *
 * @param logDensity up to a constant; −∞ or NaN is impossible
 * @param scale the prior's standard deviation of each parameter: the first step, and a bound on widths
 */
export function samplePosterior(
  logDensity: (x: Float64Array) => number,
  start: Float64Array,
  scale: Float64Array,
  options: { readonly seed: string; readonly name: string; readonly draws: number },
): Posterior {
  const n = start.length;
  const mode = maximise(
    logDensity,
    start,
    scale.map((s) => 0.7 * s),
  ).x;
  const random = randomStream(options.seed, `posterior ${options.name}`);
  const proposals: Proposal[] = [{ mean: mode, factor: curvatureFactor(logDensity, mode, scale) }];
  const points: Float64Array[] = [];
  const densities: number[] = [];
  const counts: number[] = [];
  let weights: Float64Array = new Float64Array(0);
  for (const size of ROUNDS) {
    const proposal = lastOf(proposals);
    for (let i = 0; i < size; i++) {
      const x = drawStudent(proposal, random);
      const density = logDensity(x);
      points.push(x);
      densities.push(Number.isNaN(density) ? Number.NEGATIVE_INFINITY : density);
    }
    counts.push(size);
    weights = mixtureWeights(points, densities, proposals, counts);
    proposals.push(momentsOf(points, weights, n, scale));
  }
  const effective = 1 / weights.reduce((sum, w) => sum + w * w, 0);
  return { mode, draws: resample(points, weights, options.draws, random), effective };
}

/** Factor of the inverse of the negative Hessian, by central differences; no wider than the prior. */
function curvatureFactor(f: (x: Float64Array) => number, mode: Float64Array, scale: Float64Array): Float64Array {
  const n = mode.length;
  const step = scale.map((s) => 0.08 * s);
  const at = (i: number, di: number, j: number, dj: number) => {
    const x = mode.slice();
    x[i] += di * step[i];
    x[j] += dj * step[j];
    return f(x);
  };
  const centre = f(mode);
  const precision = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const second =
        i === j
          ? (at(i, 1, i, 0) + at(i, -1, i, 0) - 2 * centre) / step[i] ** 2
          : (at(i, 1, j, 1) - at(i, 1, j, -1) - at(i, -1, j, 1) + at(i, -1, j, -1)) / (4 * step[i] * step[j]);
      const value = Number.isFinite(second) ? -second : 0;
      precision[i * n + j] = value;
      precision[j * n + i] = value;
    }
  }
  // Where the posterior is flat the prior's width stands in: never infinite.
  for (let i = 0; i < n; i++) precision[i * n + i] = Math.max(precision[i * n + i], 1 / scale[i] ** 2);
  const covariance = inverseOf(choleskyWithRidge(precision, n), n);
  for (let k = 0; k < n * n; k++) covariance[k] *= 1.2;
  return choleskyWithRidge(covariance, n);
}

function drawStudent({ mean, factor }: Proposal, random: Random): Float64Array {
  const n = mean.length;
  let chi = 0;
  for (let k = 0; k < FREEDOM; k++) chi += random.normal() ** 2;
  const stretch = Math.sqrt(FREEDOM / chi);
  const z = Float64Array.from({ length: n }, () => random.normal() * stretch);
  return mean.map((m, i) => {
    let sum = m;
    for (let k = 0; k <= i; k++) sum += factor[i * n + k] * z[k];
    return sum;
  });
}

function logStudent(x: Float64Array, { mean, factor }: Proposal): number {
  const n = mean.length;
  const solved = solveLower(
    factor,
    x.map((value, i) => value - mean[i]),
  );
  const distance = solved.reduce((sum, value) => sum + value * value, 0);
  return -0.5 * logDeterminant(factor, n) - 0.5 * (FREEDOM + n) * Math.log1p(distance / FREEDOM);
}

function mixtureWeights(
  points: readonly Float64Array[],
  densities: readonly number[],
  proposals: readonly Proposal[],
  counts: readonly number[],
): Float64Array {
  const logs = Float64Array.from(points, (x, i) => {
    const parts = counts.map((count, k) => Math.log(count) + logStudent(x, proposals[k]));
    const most = Math.max(...parts);
    return densities[i] - most - Math.log(parts.reduce((sum, part) => sum + Math.exp(part - most), 0));
  });
  const top = logs.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  const weights = logs.map((value) => Math.exp(value - top));
  const total = weights.reduce((sum, w) => sum + w, 0);
  return weights.map((w) => w / total);
}

function momentsOf(points: readonly Float64Array[], weights: Float64Array, n: number, scale: Float64Array): Proposal {
  const mean = new Float64Array(n);
  points.forEach((x, i) => {
    for (let k = 0; k < n; k++) mean[k] += weights[i] * x[k];
  });
  const covariance = new Float64Array(n * n);
  points.forEach((x, i) => {
    for (let r = 0; r < n; r++) {
      for (let c = 0; c < n; c++) covariance[r * n + c] += weights[i] * (x[r] - mean[r]) * (x[c] - mean[c]);
    }
  });
  // A few heavy points must not collapse the next round: a hundredth of the prior's variance is always there.
  for (let k = 0; k < n; k++) covariance[k * n + k] += 0.01 * scale[k] ** 2;
  return { mean, factor: choleskyWithRidge(covariance, n) };
}

function resample(
  points: readonly Float64Array[],
  weights: Float64Array,
  count: number,
  random: Random,
): Float64Array[] {
  const drawn: Float64Array[] = [];
  const offset = random.uniform();
  let sum = weights[0];
  let at = 0;
  for (let i = 0; i < count; i++) {
    const mark = (i + offset) / count;
    while (sum < mark && at < points.length - 1) sum += weights[++at];
    drawn.push(points[at].slice());
  }
  return drawn;
}
