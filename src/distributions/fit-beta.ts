import { failure, type Result, success } from '../units/result.js';
import { say } from '../words/said.js';
import { betaCoordinate, betaCurve } from './beta-curve.js';
import { exp, ln, log1p } from './elementary.js';
import { normalQuantile } from './normal.js';
import type { Distribution } from './types.js';

const MAX_ITERATIONS = 60;

/** Scores are good to a few 1e-15: an error below this is rounding where a Newton step no longer reduces it. */
const ROUNDING = 1e-12;

/** Two quantiles: value and normal score of the probability below it; both go up. */
export interface TwoQuantiles {
  readonly lo: number;
  readonly hi: number;
  readonly zLo: number;
  readonly zHi: number;
}

/**
 * The beta with P(below lo) = P(above hi) = `loP`, 0 < lo < hi < 1, to a relative error of about 1e-12 in its shapes.
 */
export function fitBetaInterval(loP: number, lo: number, hi: number): Result<Distribution> {
  const z = -normalQuantile(loP);
  return fitBetaQuantiles({ lo, hi, zLo: -z, zHi: z });
}

/** Fits that were asked for lately: what a plan says of a rate is read several times, and again in each of its variants. */
const recent = new Map<string, Result<Distribution>>();
const MOST_RECENT = 1024;

/** The beta with two quantiles within (0, 1), likewise. */
export function fitBetaQuantiles(facts: TwoQuantiles): Result<Distribution> {
  const { lo, hi, zLo, zHi } = facts;
  const key = `${lo} ${hi} ${zLo} ${zHi}`;
  const known = recent.get(key);
  if (known !== undefined) return known;
  const found = solve(facts);
  if (recent.size === MOST_RECENT) recent.clear();
  recent.set(key, found);
  return found;
}

/**
 * Newton's method, damped, in the logit of the mean and the logarithm of α + β, on the normal scores of the two points:
 * there both equations are nearly straight.
 */
function solve(facts: TwoQuantiles): Result<Distribution> {
  const { lo, hi, zLo, zHi } = facts;
  const [logitLo, logitHi] = [logit(lo), logit(hi)];
  const width = (logitHi - logitLo) / (zHi - zLo);
  // Laplace's approximation of beta in the logit: mean at the score 0, curvature (α + β) μ (1 − μ).
  const start = logitLo - zLo * width;
  const share = 1 / (1 + exp(-start));
  let point: Point = [start, -2 * ln(width) - ln(share * (1 - share))];
  let error = residual(point, facts);

  for (let iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
    const step = newtonStep(point, error, facts, width);
    if (step === null) break;
    let damping = Math.min(1, 4 / Math.max(Math.abs(step[0]) / Math.max(width, 1), Math.abs(step[1])));
    let next = along(point, step, damping);
    let nextError = residual(next, facts);
    while (!(size(nextError) < size(error)) && size(error) > ROUNDING && damping > 1e-4) {
      damping /= 2;
      next = along(point, step, damping);
      nextError = residual(next, facts);
    }
    // No step makes it smaller: what is left is rounding.
    if (!(size(nextError) < size(error))) break;
    [point, error] = [next, nextError];
  }
  return size(error) < 1e-9
    ? success(shapes(point))
    : failure(say`no beta distribution was found with ${lo} to ${hi} as its interval`);
}

/** Logit of the mean, logarithm of α + β. */
type Point = readonly [number, number];

function shapes([logitMean, logTotal]: Point): Extract<Distribution, { family: 'beta' }> {
  const total = exp(logTotal);
  return { family: 'beta', alpha: total / (1 + exp(-logitMean)), beta: total / (1 + exp(logitMean)) };
}

/** How far the normal scores of the two points are from where they should be. */
function residual(point: Point, { lo, hi, zLo, zHi }: TwoQuantiles): Point {
  const d = shapes(point);
  if (!(d.alpha > 0 && d.beta > 0 && Number.isFinite(d.alpha) && Number.isFinite(d.beta))) return [Infinity, Infinity];
  const curve = betaCurve(d.alpha, d.beta);
  return [curve.score(betaCoordinate(d, lo)) - zLo, curve.score(betaCoordinate(d, hi)) - zHi];
}

/** Solves the linearised equations, slopes by central differences; `null` where they have no solution. */
function newtonStep(point: Point, error: Point, facts: TwoQuantiles, width: number): Point | null {
  const change = [1e-5 * Math.min(1, width), 1e-5] as const;
  const slope = (axis: 0 | 1): Point => {
    const shift = (sign: number): Point =>
      axis === 0 ? [point[0] + sign * change[0], point[1]] : [point[0], point[1] + sign * change[1]];
    const [up, down] = [residual(shift(1), facts), residual(shift(-1), facts)];
    return [(up[0] - down[0]) / (2 * change[axis]), (up[1] - down[1]) / (2 * change[axis])];
  };
  const [a, b] = [slope(0), slope(1)];
  const determinant = a[0] * b[1] - b[0] * a[1];
  const step: Point = [
    -(error[0] * b[1] - b[0] * error[1]) / determinant,
    -(a[0] * error[1] - error[0] * a[1]) / determinant,
  ];
  return step.every(Number.isFinite) ? step : null;
}

function along(point: Point, step: Point, damping: number): Point {
  return [point[0] + damping * step[0], point[1] + damping * step[1]];
}

function size([first, second]: Point): number {
  return Math.max(Math.abs(first), Math.abs(second));
}

function logit(x: number): number {
  return ln(x) - log1p(-x);
}
