import { exp, ln, square } from '../../distributions/elementary.js';
import { normalQuantile } from '../../distributions/normal.js';
import { LANES } from '../../model/layout.js';
import { solveLower } from '../../numerics/cholesky.js';
import { openStream, streamKey } from '../../sampling/pseudo-random.js';
import type { Dispersion } from './counts.js';
import type { ForwardModel } from './forward.js';
import { energies, type PosteriorMode } from './mode.js';
import type { Pause } from './pause.js';

/** How well a Gaussian stands for a posterior. */
export interface ImportanceCheck {
  /** Draws looked at. */
  readonly draws: number;
  /** `(Σ w)² / Σ w²` over the draws, from 0 to 1. */
  readonly effective: number;
  /** `LANES` of the draws, `u` of `mode + L u` as `[k * LANES + lane]`, taken by their weights. */
  readonly resampled: Float64Array;
  /** Whether they are of the posterior; else they are spread wider, by the roots of the weights. */
  readonly adequate: boolean;
}

const CHECKED = 2048;

/** Normals of a stream of their own, block after block of `LANES`. */
function createNormals(count: number, seed: string): (block: number, out: Float64Array) => void {
  const key = streamKey(seed, 'draws', 'normals');
  return (block, out) => {
    const next = openStream(key, block);
    for (let k = 0; k < count * LANES; k++) out[k] = normalQuantile((next() + 0.5) * 2 ** -32);
  };
}

/** Rows and columns that are gone through at once: what is read serves as many. */
const TILE = 4;

/** `mode + L u`, lane by lane. */
function place({ mode, scale }: PosteriorMode, u: Float64Array, out: Float64Array): void {
  const n = mode.length;
  const whole = n - (n % TILE);
  for (let i = 0; i < n; i++) out.fill(mode[i], i * LANES, (i + 1) * LANES);
  for (let i = 0; i < whole; i += TILE) {
    // Above the diagonal the factor is 0.
    for (let j = 0; j <= i; j += TILE) tile(scale, n, i, j, u, out);
  }
  for (let i = whole; i < n; i++) {
    const to = i * LANES;
    for (let j = 0; j <= i; j++) {
      const weight = scale[i * n + j];
      const from = j * LANES;
      for (let d = 0; d < LANES; d++) out[to + d] = out[to + d] + weight * u[from + d];
    }
  }
}

/** Adds four rows' shares of four columns. */
function tile(scale: Float64Array, n: number, i: number, j: number, u: Float64Array, out: Float64Array): void {
  const [a, b, c, e] = [i * n + j, (i + 1) * n + j, (i + 2) * n + j, (i + 3) * n + j];
  const [a0, a1, a2, a3] = [scale[a], scale[a + 1], scale[a + 2], scale[a + 3]];
  const [b0, b1, b2, b3] = [scale[b], scale[b + 1], scale[b + 2], scale[b + 3]];
  const [c0, c1, c2, c3] = [scale[c], scale[c + 1], scale[c + 2], scale[c + 3]];
  const [e0, e1, e2, e3] = [scale[e], scale[e + 1], scale[e + 2], scale[e + 3]];
  const from = j * LANES;
  const to = i * LANES;
  for (let d = 0; d < LANES; d++) {
    const k = from + d;
    const r = to + d;
    const u0 = u[k];
    const u1 = u[k + LANES];
    const u2 = u[k + 2 * LANES];
    const u3 = u[k + 3 * LANES];
    out[r] = out[r] + (a0 * u0 + a1 * u1 + (a2 * u2 + a3 * u3));
    out[r + LANES] = out[r + LANES] + (b0 * u0 + b1 * u1 + (b2 * u2 + b3 * u3));
    out[r + 2 * LANES] = out[r + 2 * LANES] + (c0 * u0 + c1 * u1 + (c2 * u2 + c3 * u3));
    out[r + 3 * LANES] = out[r + 3 * LANES] + (e0 * u0 + e1 * u1 + (e2 * u2 + e3 * u3));
  }
}

/** Log of the posterior over the Gaussian, less a constant, at `mode + L u`. */
function createLogWeights(forward: ForwardModel, posterior: PosteriorMode, dispersion: Dispersion) {
  const { chosen } = posterior;
  const scores = new Float64Array(chosen.length * LANES);
  const values = new Float64Array(LANES);
  return {
    scores,
    at(u: Float64Array, out: Float64Array): void {
      place(posterior, u, scores);
      energies(forward, chosen, dispersion, scores, LANES, values);
      const lanes = LANES;
      out.fill(0, 0, lanes);
      for (let k = 0; k < chosen.length; k++) {
        const from = k * lanes;
        for (let d = 0; d < lanes; d++) out[d] = out[d] + (u[from + d] * u[from + d]) / 2;
      }
      for (let d = 0; d < lanes; d++) {
        const weight = out[d] - values[d];
        out[d] = Number.isFinite(weight) ? weight : Number.NEGATIVE_INFINITY;
      }
    },
  };
}

/** Importance weights of draws of the Gaussian. */
export async function checkGaussian(
  forward: ForwardModel,
  posterior: PosteriorMode,
  dispersion: Dispersion,
  seed: string,
  pause: Pause,
): Promise<ImportanceCheck> {
  const blocks = CHECKED / LANES;
  const n = posterior.chosen.length;
  const normals = createNormals(n, `${seed}/importance`);
  const logWeights = createLogWeights(forward, posterior, dispersion);
  const u = new Float64Array(n * LANES);
  const all = new Float64Array(CHECKED);
  for (let block = 0; block < blocks; block++) {
    await pause();
    normals(block, u);
    logWeights.at(u, all.subarray(block * LANES, (block + 1) * LANES));
  }
  const largest = all.reduce((most, x) => Math.max(most, x), Number.NEGATIVE_INFINITY);
  let [sum, squares] = [0, 0];
  for (const weight of all) {
    const w = exp(weight - largest);
    sum += w;
    squares += w * w;
  }
  const effective = (sum * sum) / squares / CHECKED;
  const adequate = effective * CHECKED >= LANES / 2;
  const chosen = resample(all, largest, adequate ? 1 : 0.5);
  const resampled = new Float64Array(n * LANES);
  for (let block = 0; block < blocks; block++) {
    if (!chosen.some((draw) => Math.floor(draw / LANES) === block)) continue;
    normals(block, u);
    chosen.forEach((draw, lane) => {
      if (Math.floor(draw / LANES) !== block) return;
      for (let k = 0; k < n; k++) resampled[k * LANES + lane] = u[k * LANES + (draw % LANES)];
    });
  }
  return { draws: CHECKED, effective, resampled, adequate };
}

/**
 * Systematic resampling of log weights: `LANES` draws, each as often as its share of the whole, to within one. Where few draws have all of
 * the weight, its roots decide: they would leave next to none to start from.
 *
 * @param power of the weights
 */
function resample(logWeights: Float64Array, largest: number, power: 1 | 0.5): number[] {
  const roots = logWeights.map((weight) => exp((weight - largest) * power));
  const sum = roots.reduce((total, root) => total + root, 0);
  const chosen: number[] = [];
  let share = 0;
  roots.forEach((root, draw) => {
    share += root / sum;
    const until = draw === roots.length - 1 ? LANES : share * LANES;
    while (chosen.length + 0.5 < until && chosen.length < LANES) chosen.push(draw);
  });
  return chosen;
}

/** Draws of the posterior itself. */
interface Particles {
  /** `[particle * n + k]` */
  readonly values: Float64Array;
  /** Share of the proposals that were taken, after the chains had converged. */
  readonly accepted: number;
}

/** Steps before draws are stored: to find the size of a step where chains start from the posterior, else to get there. */
const BURN_IN = { adequate: 12, apart: 32 } as const;
/** How far the logarithm of a step may go during burn-in, by the share of proposals that are taken. */
const ADAPTED = 3.2;
const STORED = 16;
const THINNED = 3;

/**
 * Draws of a posterior that a Gaussian stands for badly: its importance weights decide on proposals that leave the Gaussian
 * as it is (preconditioned Crank–Nicolson: S. Cotter, G. Roberts, A. Stuart, D. White, "MCMC methods for functions", Stat.
 * Sci. 28, 2013), in `LANES` chains side by side.
 *
 * Between the parts of a mixture no such step leads: their normals are proposed as they were drawn before anything came, too, one after the other.
 *
 * @param from where the chains start, as `ImportanceCheck` has it; `null`: draws of the Gaussian as they come
 * @param mixtures places of the normals behind mixtures among those that are learned
 */
export async function drawParticles(
  forward: ForwardModel,
  posterior: PosteriorMode,
  dispersion: Dispersion,
  from: Pick<ImportanceCheck, 'resampled' | 'adequate'> | null,
  seed: string,
  pause: Pause,
  mixtures: readonly number[],
): Promise<Particles> {
  const n = posterior.chosen.length;
  const burnIn = from?.adequate === true ? BURN_IN.adequate : BURN_IN.apart;
  const steps = burnIn + STORED * THINNED;
  const normals = createNormals(n, `${seed}/particles`);
  const before = createNormals(1, `${seed}/particles as before`);
  const uniform = openStream(streamKey(`${seed}/particles`, 'draws', 'accept'), 0);
  const logWeights = createLogWeights(forward, posterior, dispersion);
  const here = from?.resampled.slice() ?? new Float64Array(n * LANES);
  if (from === null) normals(0, here);
  const there = new Float64Array(n * LANES);
  const fresh = new Float64Array(n * LANES);
  const hereWeights = new Float64Array(LANES);
  const thereWeights = new Float64Array(LANES);
  const values = new Float64Array(STORED * LANES * n);
  logWeights.at(here, hereWeights);
  // The chains' normals, as `here` is their place in the Gaussian.
  const scores = logWeights.scores.slice();
  let step = 0.7;
  let [taken, proposed, stored] = [0, 0, 0];
  /** Takes those proposals that stand `there` whose log odds say so; so many are taken. */
  const decide = (odds: (lane: number) => number): number => {
    let accepted = 0;
    for (let d = 0; d < LANES; d++) {
      const chance = (uniform() + 0.5) * 2 ** -32;
      if (!(ln(chance) < odds(d))) continue;
      accepted++;
      hereWeights[d] = thereWeights[d];
      for (let i = 0; i < n; i++) {
        here[i * LANES + d] = there[i * LANES + d];
        scores[i * LANES + d] = logWeights.scores[i * LANES + d];
      }
    }
    return accepted;
  };
  /** A normal as it was drawn before: the odds are those of the counts alone. */
  const asBefore = (place: number, draw: number): void => {
    before(draw, fresh);
    for (let d = 0; d < LANES; d++) {
      const away = Float64Array.from({ length: n }, (_, i) => scores[i * LANES + d] - posterior.mode[i]);
      away[place] = fresh[d] - posterior.mode[place];
      solveLower(posterior.scale, away).forEach((u, i) => {
        there[i * LANES + d] = u;
      });
    }
    logWeights.at(there, thereWeights);
    const at = place * LANES;
    decide((d) => {
      let odds = thereWeights[d] - hereWeights[d] + (square(logWeights.scores[at + d]) - square(scores[at + d])) / 2;
      for (let i = 0; i < n; i++) odds += (square(here[i * LANES + d]) - square(there[i * LANES + d])) / 2;
      return odds;
    });
  };
  for (let k = 1; k <= steps; k++) {
    await pause();
    normals(k, fresh);
    const stays = Math.sqrt(1 - step * step);
    for (let i = 0; i < there.length; i++) there[i] = stays * here[i] + step * fresh[i];
    logWeights.at(there, thereWeights);
    const accepted = decide((d) => thereWeights[d] - hereWeights[d]);
    if (mixtures.length > 0) asBefore(mixtures[k % mixtures.length], k);
    if (k <= burnIn) {
      // Towards a third of the proposals; the step is left alone once draws are stored.
      step = Math.min(1, Math.max(0.02, step * exp((ADAPTED / burnIn) * (accepted / LANES - 0.33))));
      continue;
    }
    taken += accepted;
    proposed += LANES;
    if ((k - burnIn) % THINNED !== 0) continue;
    for (let d = 0; d < LANES; d++) {
      for (let i = 0; i < n; i++) values[(stored * LANES + d) * n + i] = scores[i * LANES + d];
    }
    stored++;
  }
  return { values, accepted: taken / proposed };
}
