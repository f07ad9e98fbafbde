import { gamma } from '../../distributions/gamma.js';
import { normalCdf } from '../../distributions/normal.js';

const Z_END = 6;
const Z_STEP = 0.125;
const Z_POINTS = Math.round((2 * Z_END) / Z_STEP) + 1;
const LOG_SHAPE_LOW = Math.log(1e-3);
const LOG_SHAPE_STEP = 0.25;
const SHAPE_POINTS = 85;

/** Makes ln(G / shape) of order one at every shape: for small shapes it grows as 1 / shape, for large falls as 1 / √shape. */
const scaleOf = (shape: number): number => shape / (1 + Math.sqrt(shape));

let known: Float64Array | undefined;

function table(): Float64Array {
  if (known !== undefined) return known;
  const values = new Float64Array(SHAPE_POINTS * Z_POINTS);
  for (let row = 0; row < SHAPE_POINTS; row++) {
    const shape = Math.exp(LOG_SHAPE_LOW + row * LOG_SHAPE_STEP);
    const unit = { family: 'gamma', shape, scale: 1 } as const;
    for (let column = 0; column < Z_POINTS; column++) {
      const z = -Z_END + column * Z_STEP;
      const [lower, upper] = [normalCdf(z), normalCdf(-z)];
      const drawn = gamma.quantile(unit, lower, upper);
      // So small a shape that the quantile is below any number: its leading term, (ln p + ln Γ(shape + 1)) / shape.
      const log = drawn > 0 ? Math.log(drawn / shape) : (Math.log(lower) - 0.5772 * shape) / shape - Math.log(shape);
      values[row * Z_POINTS + column] = log * scaleOf(shape);
    }
  }
  known = values;
  return values;
}

/**
 * ln of the gamma quantile (scale 1) at a normal score: monotone in `z`, so that gamma and beta draws can be correlated with
 * others. Bilinear in a table over ln shape and z, good to about 1e-3 of a standard deviation; shapes outside 1e-3 to 1e6
 * and scores beyond ± 6 are taken at the table's edge.
 */
export function logGammaAtScore(shape: number, z: number): number {
  const values = table();
  const x = Math.min(Math.max((z + Z_END) / Z_STEP, 0), Z_POINTS - 1.000001);
  const y = Math.min(Math.max((Math.log(shape) - LOG_SHAPE_LOW) / LOG_SHAPE_STEP, 0), SHAPE_POINTS - 1.000001);
  const [column, row] = [Math.floor(x), Math.floor(y)];
  const [u, v] = [x - column, y - row];
  const at = row * Z_POINTS + column;
  const low = values[at] * (1 - u) + values[at + 1] * u;
  const high = values[at + Z_POINTS] * (1 - u) + values[at + Z_POINTS + 1] * u;
  return (low * (1 - v) + high * v) / scaleOf(shape) + Math.log(shape);
}

/**
 * A beta draw from two normal scores: G₁ / (G₁ + G₂) with independent gammas. Rising in `z`, falling in `other`.
 */
export function betaAtScores(alpha: number, beta: number, z: number, other: number): number {
  const difference = logGammaAtScore(beta, other) - logGammaAtScore(alpha, z);
  return 1 / (1 + Math.exp(difference));
}
