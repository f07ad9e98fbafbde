import { normalCdf } from '../distributions/normal.js';
import { LANES } from './layout.js';
import type { Program } from './program.js';

/** Turns a block's normals into draws of what was learned of them, in place; `null`: nothing was. */
export type LearnScores = (normals: Float64Array, lanes: number) => void;

/**
 * A Gaussian posterior: `location + L · z` with z the normals that stand there, so that a later draw is in the same Sobol
 * dimensions as an earlier one was. Particles: all of the row that the row's own normal chooses.
 */
export function createLearnedScores({ inFlight }: Program): LearnScores | null {
  const learned = inFlight?.learned ?? null;
  if (learned === null) return null;
  const { sources } = learned;
  const n = sources.length;
  if (learned.kind === 'particles') {
    const { values, row } = learned;
    const particles = values.length / n;
    return (normals, lanes) => {
      for (let d = 0; d < lanes; d++) {
        const chosen = Math.min(particles - 1, Math.floor(particles * normalCdf(normals[row * LANES + d]!)));
        for (let k = 0; k < n; k++) normals[sources[k]! * LANES + d] = values[chosen * n + k]!;
      }
    };
  }
  const { location, scale } = learned;
  return (normals, lanes) => {
    // From the last row on, so that a row's own normal and those before it are still what was drawn.
    for (let i = n - 1; i >= 0; i--) {
      const to = sources[i]! * LANES;
      const own = scale[i * n + i]!;
      for (let d = 0; d < lanes; d++) normals[to + d] = own * normals[to + d]! + location[i]!;
      for (let j = 0; j < i; j++) {
        const weight = scale[i * n + j]!;
        if (weight === 0) continue;
        const from = sources[j]! * LANES;
        for (let d = 0; d < lanes; d++) normals[to + d] = normals[to + d]! + weight * normals[from + d]!;
      }
    }
  };
}
