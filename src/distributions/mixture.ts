import { square } from './elementary.js';
import type { DistributionOf, FamilyFunctions } from './family.js';
import { increasingRoot } from './increasing-root.js';
import { normalCdf, normalDensity, normalScore } from './normal.js';
import type { ScoreMap } from './quantile-table.js';
import type { Distribution } from './types.js';

type Mixture = DistributionOf<'mixture'>;

/**
 * One of several distributions, each with its weight (scaled to sum 1). The quantile is the least x with P(X ≤ x) ≥ p,
 * found by root-finding between the components' own quantiles. `functions` answers for the components.
 */
export function mixtureFamily(functions: FamilyFunctions<Distribution>): FamilyFunctions<Mixture> {
  const overAll = ({ of, weights }: Mixture, f: (d: Distribution) => number): number => {
    let [sum, total] = [0, 0];
    of.forEach((component, i) => {
      const weight = weights[i];
      if (weight > 0) sum += weight * f(component);
      total += weight;
    });
    return sum / total;
  };
  const present = ({ of, weights }: Mixture) => of.filter((_, i) => weights[i] > 0);

  const family: FamilyFunctions<Mixture> = {
    quantile(d, p, q) {
      const own = present(d).map((component) => functions.quantile(component, p, q));
      const [low, high] = [Math.min(...own), Math.max(...own)];
      if (p <= 0) return low;
      if (q <= 0 || low === high) return high;
      const score = normalScore(p, q);
      return scoreAt(family, d, low) >= score ? low : mixtureQuantile(family, d, score, { low, high });
    },
    cdf: (d, x) => overAll(d, (component) => functions.cdf(component, x)),
    survival: (d, x) => overAll(d, (component) => functions.survival(component, x)),
    density: (d, x) => overAll(d, (component) => functions.density(component, x)),
    mean: (d) => overAll(d, functions.mean),
    standardDeviation(d) {
      const mean = family.mean(d);
      return Math.sqrt(
        overAll(
          d,
          (component) => square(functions.standardDeviation(component)) + square(functions.mean(component) - mean),
        ),
      );
    },
    support(d) {
      const supports = present(d).map(functions.support);
      return [Math.min(...supports.map(([low]) => low)), Math.max(...supports.map(([, high]) => high))];
    },
    check(d) {
      const { of, weights } = d;
      if (of.length === 0) return ['a mixture needs at least one distribution'];
      if (of.length !== weights.length) return [`${of.length} distributions, but ${weights.length} weights`];
      const wrong = weights.find((weight) => !(weight >= 0 && Number.isFinite(weight)));
      if (wrong !== undefined) return [`weight ${wrong} is not a number from 0 up`];
      if (!weights.some((weight) => weight > 0)) return ['all weights are 0'];
      return of.flatMap((component, i) =>
        functions.check(component).map((reason) => `${component.family} (number ${i + 1} of the mixture): ${reason}`),
      );
    },
  };
  return family;
}

/** The least x in [low, high] whose normal score reaches `score`; Newton's method on the score, which is nearly straight. */
function mixtureQuantile(
  family: FamilyFunctions<Mixture>,
  d: Mixture,
  score: number,
  bracket: { low: number; high: number; guess?: number; tolerance?: number },
): number {
  let at = 0;
  return increasingRoot(
    {
      excess(x) {
        at = scoreAt(family, d, x);
        return at - score;
      },
      slope: (x) => family.density(d, x) / normalDensity(at),
    },
    bracket,
  );
}

/** The normal score of a mixture's value. */
function scoreAt(family: FamilyFunctions<Mixture>, d: Mixture, x: number): number {
  return normalScore(family.cdf(d, x), family.survival(d, x));
}

/**
 * A mixture's quantiles to be asked for in ascending order of z: each search starts from where the one before ended, which
 * takes a tenth of the time. `sd` is the mixture's.
 */
export function mixtureScoreMap(family: FamilyFunctions<Mixture>, d: Mixture, sd: number): ScoreMap {
  let [low, from, slope] = [-Infinity, -Infinity, 0];
  return {
    value(z) {
      if (low === -Infinity) low = family.quantile(d, normalCdf(z), normalCdf(-z));
      else if (scoreAt(family, d, low) < z) {
        const rise = slope * (z - from);
        let width = Math.max(2 * rise, 1e-6 * sd);
        while (low + width < Infinity && scoreAt(family, d, low + width) < z) width *= 4;
        const high = Math.min(low + width, Number.MAX_VALUE);
        low = mixtureQuantile(family, d, z, { low, high, guess: low + rise, tolerance: 1e-6 });
      }
      from = z;
      const reciprocal = normalDensity(z) / family.density(d, low);
      slope = Number.isFinite(reciprocal) ? reciprocal : 0;
      return low;
    },
    slope: () => slope,
  };
}
