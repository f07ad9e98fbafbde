import { exp, ln } from './elementary.js';
import { checkFinite, type DistributionOf, type FamilyFunctions } from './family.js';
import { increasingRoot } from './increasing-root.js';
import { type HermiteSegments, monotoneSlopes, segmentSlope, segmentValue } from './monotone-cubic.js';
import { normalCdf, normalDensity, normalQuantile, normalScore } from './normal.js';
import { integrate } from './quadrature.js';
import { remember } from './remember.js';

type Quantiles = DistributionOf<'quantiles'>;

/** Beyond this score a normal has no mass that a double could add to 1. */
const LAST_SCORE = 9;

/**
 * The map from normal score to value through given quantiles. Points at p = 0 and 1 are hard bounds; towards them the
 * value runs straight in p. The others are joined in the normal score z = Φ⁻¹(p) by a monotone cubic (Fritsch-Carlson),
 * and continued straight in z beyond the outermost, so any points of a normal make that normal. Below a lowest value above
 * 0 it goes on straight in log x instead, as between the first two points: a price given by its quantiles is never 0.
 */
interface QuantileCurve {
  readonly segments: HermiteSegments;
  readonly lowest: number | null;
  readonly highest: number | null;
}

const curveOf = remember((d: Quantiles): QuantileCurve => {
  const last = d.p.length - 1;
  const lowest = d.p[0] === 0 ? d.x[0] : null;
  const highest = d.p[last] === 1 ? d.x[last] : null;
  const inner = d.p.map((_, i) => i).filter((i) => d.p[i] > 0 && d.p[i] < 1);
  const z = inner.map((i) => normalQuantile(d.p[i]));
  const x = inner.map((i) => d.x[i]);
  // Towards a hard bound the curve leaves the outermost point with the slope that it has on the other side.
  const first = lowest === null || z.length === 0 ? null : ((x[0] - lowest) * normalDensity(z[0])) / normalCdf(z[0]);
  const end = z.length - 1;
  const final =
    highest === null || z.length === 0 ? null : ((highest - x[end]) * normalDensity(z[end])) / normalCdf(-z[end]);
  return { segments: { z, x, slopes: monotoneSlopes(z, x, { first, final }) }, lowest, highest };
});

/** σ of the widest lognormal that a lower tail is continued by: beyond, its values would only fall out of a double's range. */
const WIDEST_TAIL = 10;
/** Below this a lowest value is as good as 0. */
const LEAST = 1e-200;

/** Whether the tail below the lowest point is straight in log x. */
function fallsInLog({ x, slopes }: HermiteSegments): boolean {
  return x.length > 1 && x[0] >= LEAST && slopes[0] !== 0;
}

/** Slope of log x over the first two points. */
function logSlope({ z, x }: HermiteSegments): number {
  return Math.min(WIDEST_TAIL, ln(x[1] / x[0]) / (z[1] - z[0]));
}

/** The value at `distance` (negative) from the lowest point's score. */
function below(segments: HermiteSegments, distance: number): number {
  const lowest = segments.x[0];
  if (!fallsInLog(segments)) return lowest + segments.slopes[0] * distance;
  return lowest * exp(logSlope(segments) * distance);
}

/** Its inverse: the score of a value below the lowest point's. */
function scoreBelow(segments: HermiteSegments, value: number): number {
  const lowest = segments.x[0];
  const score = segments.z[0];
  if (!fallsInLog(segments)) return score + (value - lowest) / segments.slopes[0];
  return score + ln(value / lowest) / logSlope(segments);
}

/** The value at a normal score. */
export function quantilesAtScore(d: Quantiles, score: number): number {
  const { segments, lowest, highest } = curveOf(d);
  const { z, x, slopes } = segments;
  const end = z.length - 1;
  // Two hard bounds and nothing between them: straight in p.
  if (end < 0 && lowest !== null && highest !== null) return lowest + (highest - lowest) * normalCdf(score);
  if (score < z[0]) {
    if (lowest === null) return below(segments, score - z[0]);
    return lowest + ((x[0] - lowest) * normalCdf(score)) / normalCdf(z[0]);
  }
  if (score > z[end]) {
    if (highest === null) return x[end] + slopes[end] * (score - z[end]);
    return highest - ((highest - x[end]) * normalCdf(-score)) / normalCdf(-z[end]);
  }
  return segmentValue(segments, score);
}

/** Its derivative there. */
export function quantilesSlopeAtScore(d: Quantiles, score: number): number {
  const { segments, lowest, highest } = curveOf(d);
  const { z, x, slopes } = segments;
  const end = z.length - 1;
  if (end < 0 && lowest !== null && highest !== null) return (highest - lowest) * normalDensity(score);
  if (score < z[0]) {
    if (lowest === null) return fallsInLog(segments) ? logSlope(segments) * quantilesAtScore(d, score) : slopes[0];
    return ((x[0] - lowest) * normalDensity(score)) / normalCdf(z[0]);
  }
  if (score > z[end]) {
    return highest === null ? slopes[end] : ((highest - x[end]) * normalDensity(score)) / normalCdf(-z[end]);
  }
  return segmentSlope(segments, score);
}

/** The score up to which values are ≤ x. */
function scoreOf(d: Quantiles, x: number): number {
  const [low, high] = quantiles.support(d);
  if (x < low) return -Infinity;
  if (x >= high) return Infinity;
  const { segments, lowest, highest } = curveOf(d);
  const { z, x: values, slopes } = segments;
  const end = z.length - 1;
  if (end < 0) return normalScore((x - low) / (high - low), (high - x) / (high - low));
  if (x < values[0]) {
    if (lowest === null) return scoreBelow(segments, x);
    return normalQuantile((normalCdf(z[0]) * (x - low)) / (values[0] - low));
  }
  if (x >= values[end]) {
    if (highest === null) return z[end] + (x - values[end]) / slopes[end];
    return -normalQuantile((normalCdf(-z[end]) * (high - x)) / (high - values[end]));
  }
  const above = values.findIndex((value) => value > x);
  const spread = values[above] - values[above - 1];
  return increasingRoot(
    { excess: (s) => (segmentValue(segments, s) - x) / spread, slope: (s) => segmentSlope(segments, s) / spread },
    { low: z[above - 1], high: z[above] },
  );
}

/** ∫ f(value) dΦ, piece by piece between the points. */
function expectation(d: Quantiles, f: (x: number) => number): number {
  const inner = curveOf(d).segments.z.filter((z) => Math.abs(z) < LAST_SCORE);
  const ends = [-LAST_SCORE, ...inner, LAST_SCORE];
  let sum = 0;
  for (let i = 1; i < ends.length; i++) {
    const [from, to] = [ends[i - 1], ends[i]];
    sum += integrate((z) => f(quantilesAtScore(d, z)) * normalDensity(z), from, to, Math.ceil((to - from) / 2));
  }
  return sum;
}

/** Monotone through given quantiles; how they are joined is said at `QuantileCurve`. */
export const quantiles: FamilyFunctions<Quantiles> = {
  quantile(d, p, q) {
    if (p <= 0) return quantiles.support(d)[0];
    return q <= 0 ? quantiles.support(d)[1] : quantilesAtScore(d, normalScore(p, q));
  },
  cdf: (d, x) => normalCdf(scoreOf(d, x)),
  survival: (d, x) => normalCdf(-scoreOf(d, x)),
  density(d, x) {
    const score = scoreOf(d, x);
    return Number.isFinite(score) ? normalDensity(score) / quantilesSlopeAtScore(d, score) : 0;
  },
  mean: (d) => expectation(d, (x) => x - d.x[0]) + d.x[0],
  standardDeviation(d) {
    const mean = quantiles.mean(d);
    return Math.sqrt(expectation(d, (x) => (x - mean) * (x - mean)));
  },
  support(d) {
    const { segments, lowest, highest } = curveOf(d);
    const { x, slopes } = segments;
    // A flat outermost piece goes on flat.
    const low = lowest ?? (slopes[0] === 0 ? x[0] : fallsInLog(segments) ? 0 : -Infinity);
    const high = highest ?? (slopes[slopes.length - 1] === 0 ? x[x.length - 1] : Infinity);
    return [low, high];
  },
  check({ p, x }) {
    if (p.length !== x.length) return [`p has ${p.length} entries and x has ${x.length}: one x for each p`];
    if (p.length < 2) return ['a distribution needs at least two points'];
    const wrong = p.findIndex((value) => !(value >= 0 && value <= 1));
    if (wrong >= 0) return [`p ${p[wrong]} is not between 0 and 1`];
    const notFinite = x.flatMap((value) => checkFinite({ x: value }));
    if (notFinite.length > 0) return notFinite;
    for (let i = 1; i < p.length; i++) {
      if (p[i] <= p[i - 1]) return [`p is not increasing: ${p[i]} follows ${p[i - 1]}`];
      if (x[i] < x[i - 1]) return [`x is not increasing: ${x[i]} follows ${x[i - 1]}`];
    }
    if (x[0] === x[x.length - 1]) return ['all x are equal: write the number itself'];
    const inner = p.filter((value) => value > 0 && value < 1).length;
    return inner >= 2 || (p[0] === 0 && p[p.length - 1] === 1)
      ? []
      : ['give two points between p 0 and 1, or both bounds (p 0 and p 1)'];
  },
};
