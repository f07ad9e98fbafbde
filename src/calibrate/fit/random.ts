import { normalQuantile } from '../../distributions/normal.js';
import { openStream, streamKey } from '../../sampling/pseudo-random.js';

/** Random numbers of one purpose, wholly determined by seed and name. */
export interface Random {
  /** Uniform on (0, 1), never at its ends. */
  readonly uniform: () => number;
  /** Standard normal. */
  readonly normal: () => number;
}

/** A stream of uniforms and normals for `name` under `seed`. */
export function randomStream(seed: string, name: string): Random {
  const bits = openStream(streamKey(seed, 'draws', name), 0);
  const uniform = () => (bits() + 0.5) / 4_294_967_296;
  return { uniform, normal: () => normalQuantile(uniform()) };
}
