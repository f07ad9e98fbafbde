import { normalCdf } from '../distributions/normal.js';
import { LANES } from './layout.js';
import type { Program } from './program.js';
import type { ProgramLearned } from './program-in-flight.js';

/** Turns a block's normals into draws of what was learned of them, in place. */
type LearnScores = (normals: Float64Array, lanes: number) => void;

/** Sources whose own normals no draw has anything of: particles stand in their place. By their index. */
export function replacedSources({ inFlight }: Program): ReadonlySet<number> {
  const learned = inFlight?.learned ?? null;
  return new Set(learned?.kind === 'particles' ? learned.sources : []);
}

/**
 * A Gaussian posterior: `location + L · z` with z the normals that stand there, so that a later draw is in the same Sobol
 * dimensions as an earlier one was. Particles: all of the row that the row's own normal chooses. `null`: nothing was learned.
 *
 * @param stride numbers from one source's normals to the next one's
 */
export function createLearnedScores({ inFlight }: Program, stride: number): LearnScores | null {
  const learned = inFlight?.learned ?? null;
  if (learned === null) return null;
  return learned.kind === 'particles' ? particleScores(learned, stride) : gaussianScores(learned, stride);
}

function particleScores(
  { sources, values, row }: Extract<ProgramLearned, { kind: 'particles' }>,
  stride: number,
): LearnScores {
  const n = sources.length;
  const particles = values.length / n;
  const rows = new Int32Array(LANES);
  const to = Int32Array.from(sources, (source) => source * stride);
  return (normals, lanes) => {
    for (let d = 0; d < lanes; d++) {
      const particle = Math.min(particles - 1, Math.floor(particles * normalCdf(normals[row * stride + d])));
      rows[d] = particle * n;
    }
    // Lane after lane: eight sources on, the same lines of the cache are read.
    for (let k = 0; k < n; k++) {
      const at = to[k];
      for (let d = 0; d < lanes; d++) normals[at + d] = values[rows[d] + k];
    }
  };
}

function gaussianScores(
  { sources, location, scale }: Extract<ProgramLearned, { kind: 'gaussian' }>,
  stride: number,
): LearnScores {
  const n = sources.length;
  return (normals, lanes) => {
    // From the last row on, so that a row's own normal and those before it are still what was drawn.
    for (let i = n - 1; i >= 0; i--) {
      const to = sources[i] * stride;
      const own = scale[i * n + i];
      for (let d = 0; d < lanes; d++) normals[to + d] = own * normals[to + d] + location[i];
      for (let j = 0; j < i; j++) {
        const weight = scale[i * n + j];
        if (weight === 0) continue;
        const from = sources[j] * stride;
        for (let d = 0; d < lanes; d++) normals[to + d] = normals[to + d] + weight * normals[from + d];
      }
    }
  };
}
