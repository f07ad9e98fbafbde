import { cholesky, solveLower } from '../../numerics/cholesky.js';

/** What a line's uncertain figures have in common: as a scenario draws them, by their normal scores. */
export interface Joint {
  readonly figures: readonly Figure[];
  /** Correlations of the figures, square, row by row. */
  readonly correlation: Float64Array;
}

export interface Figure {
  readonly name: 'cpm' | 'ctr' | 'view_rate' | 'cvr';
  /** Log units. */
  readonly sd: number;
  /** Share of its variance that it has in common with other lines, which no pair within the line can use. */
  readonly shared: number;
}

/** Part of a figure's own variance that correlations leave alone, so that rounding can't make them contradict each other. */
const LEFT = 0.02;

export const onlyPrice = (sd: number, shared: number): Joint => ({
  figures: [{ name: 'cpm', sd, shared }],
  correlation: Float64Array.of(1),
});

/** A sum of figures' logarithms: clicks for money are `{ cpm: -1, ctr: 1 }`. */
export type Outcome = Readonly<Partial<Record<Figure['name'], number>>>;

/** Variance of an outcome, log units. */
export function outcomeVariance(joint: Joint, outcome: Outcome): number {
  const weights = weightsOf(joint, outcome);
  return product(covariances(joint, weights), weights);
}

/**
 * The largest correlation with an outcome that a new figure can have beside the figures that are there: what is shared with other
 * lines is taken, and the rest has to stay a covariance.
 */
export function mostCorrelated(joint: Joint, outcome: Outcome, shared: number): number {
  const n = joint.figures.length;
  const residual = joint.correlation.slice();
  joint.figures.forEach((one, i) => {
    residual[i * n + i] = 1 - one.shared;
  });
  const factor = cholesky(residual, n);
  const direction = correlationsWith(joint, outcome);
  if (factor === null || direction === null) return 0;
  const solved = solveLower(factor, direction);
  const room = Math.max(0, 1 - shared - LEFT);
  return Math.min(Math.sqrt(room / product(solved, solved)), 1 - LEFT);
}

/** A figure more, which hangs together with the others by way of one outcome of theirs. */
export function withFigure(joint: Joint, figure: Figure, outcome: Outcome, correlation: number): Joint {
  const n = joint.figures.length;
  const direction = correlationsWith(joint, outcome) ?? new Float64Array(n);
  const grown = new Float64Array((n + 1) * (n + 1)).fill(1);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) grown[i * (n + 1) + j] = joint.correlation[i * n + j];
    grown[i * (n + 1) + n] = correlation * direction[i];
    grown[n * (n + 1) + i] = correlation * direction[i];
  }
  return { figures: [...joint.figures, figure], correlation: grown };
}

/** Pairs of figures, all of them where any two hang together: without one of them the others may contradict each other. */
export function correlatedPairs({ figures, correlation }: Joint) {
  const pairs = figures.flatMap((one, i) =>
    figures
      .slice(0, i)
      .map((other, j) => ({ between: [other.name, one.name] as const, rho: correlation[i * figures.length + j] })),
  );
  return pairs.some(({ rho }) => Math.abs(rho) >= LEAST_REPORTED) ? pairs : [];
}

/** Less than this is chance, and not worth a line of text. */
const LEAST_REPORTED = 0.01;

const weightsOf = ({ figures }: Joint, outcome: Outcome): Float64Array =>
  Float64Array.from(figures, ({ name }) => outcome[name] ?? 0);

/** Of each figure with a sum of them. */
function covariances({ figures, correlation }: Joint, weights: Float64Array): Float64Array {
  const n = figures.length;
  return Float64Array.from(figures, ({ sd }, i) =>
    figures.reduce((sum, other, j) => sum + correlation[i * n + j] * sd * other.sd * weights[j], 0),
  );
}

/** Of each figure with an outcome; `null`: the outcome is certain. */
function correlationsWith(joint: Joint, outcome: Outcome): Float64Array | null {
  const weights = weightsOf(joint, outcome);
  const of = covariances(joint, weights);
  const sd = Math.sqrt(product(of, weights));
  if (!(sd > 0)) return null;
  return of.map((covariance, i) => (joint.figures[i].sd > 0 ? covariance / (sd * joint.figures[i].sd) : 0));
}

const product = (one: Float64Array, other: Float64Array): number =>
  one.reduce((sum, value, i) => sum + value * other[i], 0);
