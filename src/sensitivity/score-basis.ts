import { square } from '../distributions/elementary.js';
import { lastOf } from '../required.js';

/** Knots at quantiles of the standard normal, as F. Harrell, "Regression Modeling Strategies" (2015), table 2.3, has them. */
const KNOTS_5 = [-1.6448536, -0.5977601, 0, 0.5977601, 1.6448536] as const;
const KNOTS_7 = [-1.959964, -0.9027348, -0.4074668, 0, 0.4074668, 0.9027348, 1.959964] as const;

/** Scores up to which each gets a spline of its own and every pair a product; up to which pairs still get one. */
const SPLINED = 4;
const PAIRED = 10;

/**
 * Columns of a regression on standard normal scores, smooth enough for a KPI's conditional mean and few enough not to fit
 * noise: for one score a natural cubic spline of 7 knots; up to 4 splines of 5 knots and products of pairs; up to 10 squares
 * and products; squares alone beyond that.
 *
 * @param scores `[score][draw]`
 * @returns `[column][draw]`, the first column 1
 */
export function scoreBasis(scores: readonly Float64Array[]): Float64Array[] {
  const draws = scores[0]?.length ?? 0;
  const columns: Float64Array[] = [new Float64Array(draws).fill(1)];
  const knots = scores.length === 1 ? KNOTS_7 : KNOTS_5;
  for (const z of scores) {
    if (scores.length <= SPLINED) columns.push(...splineColumns(z, knots));
    else
      columns.push(
        z,
        z.map((value) => (value * value - 1) / Math.SQRT2),
      );
  }
  if (scores.length <= PAIRED) {
    scores.forEach((left, i) => {
      for (const right of scores.slice(i + 1)) columns.push(productOf(left, right));
    });
  }
  return columns;
}

function productOf(left: Float64Array, right: Float64Array): Float64Array {
  const product = new Float64Array(left.length);
  for (let d = 0; d < product.length; d++) product[d] = left[d] * right[d];
  return product;
}

/**
 * A natural (restricted) cubic spline without its constant: linear beyond the outer knots, `knots.length − 1` columns.
 * Harrell (2015), equation 2.25, each column divided by the squared distance of the outer knots.
 */
function splineColumns(z: Float64Array, knots: readonly number[]): Float64Array[] {
  const last = lastOf(knots);
  const beforeLast = knots[knots.length - 2];
  const scale = square(last - knots[0]);
  const beyondBeforeLast = cubesBeyond(z, beforeLast);
  const beyondLast = cubesBeyond(z, last);
  const bent = knots.slice(0, -2).map((knot) => {
    const toLast = (beforeLast - knot) / (last - beforeLast);
    const toBefore = (last - knot) / (last - beforeLast);
    const column = cubesBeyond(z, knot);
    for (let d = 0; d < column.length; d++) {
      column[d] = (column[d] - toBefore * beyondBeforeLast[d] + toLast * beyondLast[d]) / scale;
    }
    return column;
  });
  return [z, ...bent];
}

/** `max(0, z − knot)³` */
function cubesBeyond(z: Float64Array, knot: number): Float64Array {
  const cubes = new Float64Array(z.length);
  for (let d = 0; d < cubes.length; d++) {
    const beyond = z[d] - knot;
    cubes[d] = beyond > 0 ? beyond * beyond * beyond : 0;
  }
  return cubes;
}
