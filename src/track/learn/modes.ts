import { exp, ln } from '../../distributions/elementary.js';
import { LANES } from '../../model/layout.js';
import { cholesky } from '../../numerics/cholesky.js';
import type { Dispersion } from './counts.js';
import type { ForwardModel } from './forward.js';
import { energies, findMode, type PosteriorMode } from './mode.js';
import type { Pause } from './pause.js';

/** A mode of a posterior, and its share of the whole by Laplace's approximation. */
export interface WeightedMode {
  readonly posterior: PosteriorMode;
  readonly share: number;
}

/** Scores that a search for another mode starts from. */
const STARTS = [-1.2, 1.2] as const;
/** Inputs that are started from at most. */
const MOST_INPUTS = 4;
/** Modes nearer than this in every score are one. */
const APART = 0.5;
/** Modes with less of the whole than this are left out. */
const LEAST_SHARE = 1e-3;

/**
 * Modes of a posterior that may have several: the one found, and those that searches from the parts of a mixture lead to. A mode's
 * share is `exp(−E) det L`, E its energy and L its scale (L. Tierney, J. Kadane, JASA 81, 1986).
 *
 * @param names of the normals behind mixtures
 */
export async function otherModes(
  forward: ForwardModel,
  first: PosteriorMode,
  dispersion: Dispersion,
  names: readonly string[],
  pause: Pause,
): Promise<readonly WeightedMode[]> {
  const { chosen } = first;
  const found = [first];
  const places = names
    .map((name) => chosen.findIndex((source) => forward.sources[source] === name))
    .filter((place) => place >= 0);
  for (const place of places.slice(0, MOST_INPUTS)) {
    for (const score of STARTS) {
      const start = new Float64Array(chosen.length);
      start[place] = score;
      const other = await findMode(forward, chosen, dispersion, pause, start);
      const isNew = found.every(({ mode }) => mode.some((z, k) => Math.abs(z - other.mode[k]) > APART));
      if (isNew) found.push(other);
    }
  }
  const heights = found.map((posterior) => heightOf(forward, posterior, dispersion));
  const highest = Math.max(...heights);
  const weights = heights.map((height) => exp(height - highest));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return found
    .map((posterior, k) => ({ posterior, share: weights[k] / whole }))
    .filter(({ share }) => share >= LEAST_SHARE);
}

/** `−E + ln det L`. */
function heightOf(forward: ForwardModel, { chosen, mode, scale }: PosteriorMode, dispersion: Dispersion): number {
  const n = chosen.length;
  const scores = new Float64Array(n * LANES);
  for (let k = 0; k < n; k++) scores[k * LANES] = mode[k];
  const out = new Float64Array(LANES);
  energies(forward, chosen, dispersion, scores, 1, out);
  let logDeterminant = 0;
  for (let k = 0; k < n; k++) logDeterminant += ln(scale[k * n + k]);
  return logDeterminant - out[0];
}

/** Draws of several modes as draws of the whole: of each as many as its share has, taken evenly. */
export function together(
  drawn: readonly { readonly values: Float64Array; readonly share: number }[],
  width: number,
): Float64Array {
  if (drawn.length === 1) return drawn[0].values;
  const count = drawn[0].values.length / width;
  const all = new Float64Array(count * width);
  let next = 0;
  let share = 0;
  for (const one of drawn) {
    share += one.share;
    const until = one === drawn.at(-1) ? count : Math.round(share * count);
    const taken = until - next;
    for (let k = 0; k < taken; k++) {
      const row = Math.floor(((k + 0.5) * count) / taken) * width;
      all.set(one.values.subarray(row, row + width), next * width);
      next += 1;
    }
  }
  return all;
}

/** A mode whose Gaussian is as wide as before anything came in some of its normals: about the gap of a mixture curvature says nothing of its parts. */
export function widened(posterior: PosteriorMode, places: readonly number[]): PosteriorMode {
  const { scale } = posterior;
  const n = posterior.mode.length;
  const covariance = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = 0; k <= j; k++) sum += scale[i * n + k] * scale[j * n + k];
      covariance[i * n + j] = sum;
      covariance[j * n + i] = sum;
    }
  }
  for (const place of places) covariance[place * n + place] = Math.max(1, covariance[place * n + place]);
  const factor = cholesky(covariance, n);
  if (factor === null) throw new Error('a covariance with more variance has a pivot below 0');
  return { ...posterior, scale: factor };
}
