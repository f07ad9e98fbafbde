import { pow, square } from '../../distributions/elementary.js';
import { LANES } from '../../model/layout.js';
import { cholesky, solveLower, solveUpper } from '../../numerics/cholesky.js';
import { type Dispersion, deviance, scoreOf } from './counts.js';
import type { ForwardModel } from './forward.js';
import type { Pause } from './pause.js';

/** The posterior's mode in score space and its curvature there. */
export interface PosteriorMode {
  /** Indices of the normals that what came speaks of. */
  readonly chosen: readonly number[];
  readonly mode: Float64Array;
  /** Lower factor of the covariance, `chosen.length` square. */
  readonly scale: Float64Array;
  /** Expected counts at the mode, by observation. */
  readonly means: Float64Array;
  /** How much of an observation the posterior follows: its leverage. */
  readonly leverage: Float64Array;
}

/** A normal of which less than this is learned, of the one that is known before, is left as it was. */
const LEAST_INFORMATION = 1e-4;
const STEP = 1e-4;
const MOST_STEPS = 40;
const CLOSE = 1e-4;

/** Normals that the observations say something about, at the prior's middle. */
export function informedSources(forward: ForwardModel, dispersion: Dispersion): number[] {
  const all = forward.sources.map((_, source) => source);
  const { jacobian, means } = linearize(forward, all, new Float64Array(all.length));
  return all.filter((_, k) => {
    let information = 0;
    forward.observations.forEach(({ of, count }, i) => {
      const { weight } = scoreOf(count, Math.max(count, means[i]), dispersion[of]);
      information += weight * square(jacobian[i * all.length + k]);
    });
    return information > LEAST_INFORMATION;
  });
}

/**
 * Mode by Gauss–Newton with Fisher's weights and a line search (P. McCullagh, J. Nelder, Generalized Linear Models, 2nd
 * ed., section 2.5, with the prior N(0, I) as so many observations more); the covariance is the inverse curvature there.
 */
export async function findMode(
  forward: ForwardModel,
  chosen: readonly number[],
  dispersion: Dispersion,
  pause: Pause,
  start: Float64Array = new Float64Array(chosen.length),
): Promise<PosteriorMode> {
  let mode: Float64Array = Float64Array.from(start);
  for (let step = 0; ; step++) {
    await pause();
    const linear = linearize(forward, chosen, mode);
    const factor = turnedFactor(forward, linear, chosen.length, dispersion);
    const gradient = gradientAt(forward, linear, mode, dispersion).reverse();
    const direction = solveUpper(factor, solveLower(factor, gradient)).reverse();
    const moved = search(forward, chosen, dispersion, mode, direction);
    let largest = 0;
    for (let k = 0; k < moved.length; k++) largest = Math.max(largest, Math.abs(moved[k] - mode[k]));
    mode = moved;
    if (largest < CLOSE || step === MOST_STEPS) {
      // Not everybody who asks for a mode asks how wide it is.
      const scale = once(() => covarianceFactor(factor, chosen.length));
      const leverage = once(() => leverages(forward, linear, scale(), dispersion));
      return {
        chosen,
        mode,
        means: linear.means,
        get scale() {
          return scale();
        },
        get leverage() {
          return leverage();
        },
      };
    }
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

interface Linear {
  /** `[observation * normals + normal]`, of log means. */
  readonly jacobian: Float64Array;
  readonly means: Float64Array;
}

/**
 * Means, and the slopes of their logarithms by differences, a normal a lane. Gauss–Newton needs the slopes of every mean: so many
 * passes a block back from each would be dearer than these forward ones as long as there are more means than half the normals.
 */
function linearize(forward: ForwardModel, chosen: readonly number[], at: Float64Array): Linear {
  const n = chosen.length;
  const { observations } = forward;
  const jacobian = new Float64Array(observations.length * n);
  const means = new Float64Array(observations.length);
  const scores = new Float64Array(n * LANES);
  const out = forward.room;
  for (let first = 0; first === 0 || first < n; first += LANES - 1) {
    const lanes = Math.min(LANES - 1, n - first) + 1;
    for (let k = 0; k < n; k++) scores.fill(at[k], k * LANES, k * LANES + lanes);
    for (let lane = 1; lane < lanes; lane++) scores[(first + lane - 1) * LANES + lane] += STEP;
    forward.means(chosen, scores, lanes, out);
    for (let i = 0; i < observations.length; i++) {
      const base = out[i * LANES];
      means[i] = base;
      const to = i * n + first - 1;
      for (let lane = 1; lane < lanes; lane++) jacobian[to + lane] = (out[i * LANES + lane] / base - 1) / STEP;
    }
  }
  return { jacobian, means };
}

/**
 * Lower factor G of `I + Jᵀ W J` with its rows and columns in reverse. Turned back, G is an upper factor U of the curvature U Uᵀ, and
 * `U⁻ᵀ` the lower one of the covariance, which need not be formed.
 */
function turnedFactor(
  { observations }: ForwardModel,
  { jacobian, means }: Linear,
  n: number,
  dispersion: Dispersion,
): Float64Array {
  const curvature = new Float64Array(n * n);
  const touched = new Int32Array(n);
  observations.forEach(({ of, count }, i) => {
    const { weight } = scoreOf(count, means[i], dispersion[of]);
    // A count hangs on few of the normals.
    let some = 0;
    for (let k = 0; k < n; k++) if (jacobian[i * n + k] !== 0) touched[some++] = k;
    for (let a = 0; a < some; a++) {
      const row = touched[a];
      const weighted = weight * jacobian[i * n + row];
      for (let b = 0; b <= a; b++) curvature[row * n + touched[b]] += weighted * jacobian[i * n + touched[b]];
    }
  });
  for (let k = 0; k < n; k++) curvature[k * n + k] += 1;
  const turned = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) turned[(n - 1 - j) * n + (n - 1 - i)] = curvature[i * n + j];
  }
  const factor = cholesky(turned, n);
  if (factor === null) throw new Error('the curvature of a posterior has a pivot below 0');
  return factor;
}

/** Of the log posterior. */
function gradientAt(
  { observations }: ForwardModel,
  { jacobian, means }: Linear,
  mode: Float64Array,
  dispersion: Dispersion,
): Float64Array {
  const n = mode.length;
  const gradient = Float64Array.from(mode, (z) => -z);
  observations.forEach(({ of, count }, i) => {
    const { score } = scoreOf(count, means[i], dispersion[of]);
    for (let k = 0; k < n; k++) gradient[k] += score * jacobian[i * n + k];
  });
  return gradient;
}

/** The best of a step and its halves, each in a lane of its own; where none is better the point stays. */
function search(
  forward: ForwardModel,
  chosen: readonly number[],
  dispersion: Dispersion,
  from: Float64Array,
  direction: Float64Array,
): Float64Array {
  const n = chosen.length;
  const HALVES = 24;
  // A score beyond this is a slip of a far-off curvature.
  const longest = direction.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  const whole = Math.min(1, 4 / Math.max(longest, 1e-300));
  const scores = new Float64Array(n * LANES);
  for (let lane = 0; lane <= HALVES; lane++) {
    const length = lane === HALVES ? 0 : whole * pow(2, -lane);
    for (let k = 0; k < n; k++) scores[k * LANES + lane] = from[k] + length * direction[k];
  }
  const values = new Float64Array(LANES);
  energies(forward, chosen, dispersion, scores, HALVES + 1, values);
  let best = HALVES;
  for (let lane = HALVES - 1; lane >= 0; lane--) if (values[lane] < values[best]) best = lane;
  return Float64Array.from({ length: n }, (_, k) => scores[k * LANES + best]);
}

/** Minus the log posterior, less a constant, of each lane's scores. */
export function energies(
  forward: ForwardModel,
  chosen: readonly number[],
  dispersion: Dispersion,
  scores: Float64Array,
  lanes: number,
  out: Float64Array,
): void {
  forward.means(chosen, scores, lanes, forward.room);
  deviance(forward.observations, dispersion, forward.room, lanes, out);
  for (let k = 0; k < chosen.length; k++) {
    const from = k * LANES;
    for (let d = 0; d < lanes; d++) out[d] = out[d] + (scores[from + d] * scores[from + d]) / 2;
  }
}

/** Lower factor of the covariance, from the turned factor of its inverse: G⁻¹, turned and transposed. */
function covarianceFactor(turned: Float64Array, n: number): Float64Array {
  const inverse = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    const row = inverse.subarray(i * n, i * n + i + 1);
    for (let k = 0; k < i; k++) {
      const weight = turned[i * n + k];
      if (weight === 0) continue;
      for (let column = 0; column <= k; column++) row[column] -= weight * inverse[k * n + column];
    }
    row[i] = 1;
    for (let column = 0; column <= i; column++) row[column] = row[column] / turned[i * n + i];
  }
  const scale = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) scale[i * n + j] = inverse[(n - 1 - j) * n + (n - 1 - i)];
  }
  return scale;
}

/** `W j' C j` of each observation. */
function leverages(
  { observations }: ForwardModel,
  { jacobian, means }: Linear,
  scale: Float64Array,
  dispersion: Dispersion,
): Float64Array {
  const n = Math.round(Math.sqrt(scale.length));
  const product = new Float64Array(n);
  return Float64Array.from(observations, ({ of, count }, i) => {
    product.fill(0);
    // A count hangs on few of the normals, and their rows of the factor are what counts.
    for (let row = 0; row < n; row++) {
      const slope = jacobian[i * n + row];
      if (slope === 0) continue;
      for (let column = 0; column <= row; column++) product[column] += scale[row * n + column] * slope;
    }
    return scoreOf(count, means[i], dispersion[of]).weight * product.reduce((sum, x) => sum + x * x, 0);
  });
}
