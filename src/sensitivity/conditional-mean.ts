import { square } from '../distributions/elementary.js';
import { createSolver, gramMatrix, moments, predict } from './least-squares.js';
import { scoreBasis } from './score-basis.js';

interface ConditionalMean {
  readonly mean: number;
  readonly se: number;
}

/**
 * The mean of `values` given that a standard normal score is at each of `at`, by a spline regression on the score, with
 * standard errors that allow for a spread that changes with it (H. White, Econometrica 48, 1980).
 *
 * @param score `[draw]`, standard normal
 * @param values `[draw]`, all finite
 */
export function conditionalMeans(
  score: Float64Array,
  values: Float64Array,
  at: readonly number[],
): readonly ConditionalMean[] {
  const draws = values.length;
  const columns = scoreBasis([score]);
  const solve = createSolver(gramMatrix(columns, 0, draws), columns.length);
  const fitted = new Float64Array(draws);
  const coefficients = solve(moments(columns, values, 0, draws));
  predict(columns, coefficients, 0, draws, fitted);
  const points = scoreBasis([Float64Array.from(at)]);
  const weights = new Float64Array(draws);
  return at.map((_, k) => {
    const row = Float64Array.from(points, (column) => column[k]);
    predict(columns, solve(row), 0, draws, weights);
    let squares = 0;
    for (let d = 0; d < draws; d++) squares += square(weights[d] * (values[d] - fitted[d]));
    return { mean: row.reduce((sum, x, j) => sum + x * coefficients[j], 0), se: Math.sqrt(squares) };
  });
}

/**
 * What of `values` moves in step with independent standard normal sources: `Σ slope · source`, the slopes being the
 * covariances. Given that a score `Σ weight · source` is `s`, its mean is `Σ slope · weight · s`: taken out before a
 * regression on the score and put back at the point asked for, it removes noise and no part of the answer.
 */
export function linearSlopes(sources: readonly Float64Array[], values: Float64Array): Float64Array {
  const mean = sumOf(values) / values.length;
  return Float64Array.from(sources, (source) => {
    let sum = 0;
    for (let d = 0; d < values.length; d++) sum += source[d] * (values[d] - mean);
    return sum / values.length;
  });
}

/**
 * The mean of a function given that a score is at each of `at`, from what changes when the score alone is drawn anew: the
 * mean of a change is the difference of the two conditional means. Only what the score does together with other inputs is
 * noise here, so a score without effect has none to the last digit.
 *
 * @param before scores `[draw]`, standard normal
 * @param after the same, drawn anew independently
 * @param changes of the function `[draw]`, all finite, the other inputs held
 * @param mean of the function, which is that of its conditional means
 */
export function conditionalMeansByChange(
  before: Float64Array,
  after: Float64Array,
  changes: Float64Array,
  mean: number,
  at: readonly number[],
): readonly ConditionalMean[] {
  const draws = changes.length;
  const [, ...from] = scoreBasis([before]);
  const [, ...to] = scoreBasis([after]);
  const columns = to.map((column, j) => column.map((value, d) => value - from[j][d]));
  const solve = createSolver(gramMatrix(columns, 0, draws), columns.length);
  const coefficients = solve(moments(columns, changes, 0, draws));
  const fitted = new Float64Array(draws);
  predict(columns, coefficients, 0, draws, fitted);
  const centres = from.map((column, j) => (sumOf(column) + sumOf(to[j])) / (2 * draws));
  const [, ...points] = scoreBasis([Float64Array.from(at)]);
  const weights = new Float64Array(draws);
  return at.map((_, k) => {
    const row = Float64Array.from(points, (column, j) => column[k] - centres[j]);
    predict(columns, solve(row), 0, draws, weights);
    let squares = 0;
    for (let d = 0; d < draws; d++) squares += square(weights[d] * (changes[d] - fitted[d]));
    return { mean: mean + row.reduce((sum, x, j) => sum + x * coefficients[j], 0), se: Math.sqrt(squares) };
  });
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
