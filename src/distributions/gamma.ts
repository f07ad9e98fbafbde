import { exp, ln } from './elementary.js';
import { checkPositive, type DistributionOf, type FamilyFunctions } from './family.js';
import { gammaCurve } from './gamma-curve.js';
import { remember } from './remember.js';
import { solveCoordinate } from './score-curve.js';

/** The distribution seen in the logarithm; its constants take longer than its use. */
export const gammaCurveOf = remember((d: DistributionOf<'gamma'>) => gammaCurve(d.shape, d.scale));

/** Gamma with mean `shape · scale`. Quantiles to about 1e-14 of themselves. */
export const gamma: FamilyFunctions<DistributionOf<'gamma'>> = {
  quantile(d, p, q) {
    if (p <= 0) return 0;
    if (q <= 0) return Infinity;
    const curve = gammaCurveOf(d);
    return curve.value(solveCoordinate(curve, p, q));
  },
  cdf: (d, x) => (x <= 0 ? 0 : gammaCurveOf(d).lower(coordinate(d, x))),
  survival: (d, x) => (x <= 0 ? 1 : gammaCurveOf(d).upper(coordinate(d, x))),
  density: (d, x) => (x <= 0 ? 0 : exp(gammaCurveOf(d).logDensity(coordinate(d, x))) / x),
  mean: ({ shape, scale }) => shape * scale,
  standardDeviation: ({ shape, scale }) => Math.sqrt(shape) * scale,
  support: () => [0, Infinity],
  check: ({ shape, scale }) => checkPositive({ shape, scale }),
};

/** ln(x / mean). */
function coordinate({ shape, scale }: DistributionOf<'gamma'>, x: number): number {
  return ln(x / (shape * scale));
}
