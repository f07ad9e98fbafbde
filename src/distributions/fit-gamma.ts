import { failure, type Result, success } from '../units/result.js';
import { say } from '../words/said.js';
import { exp, ln } from './elementary.js';
import type { TwoQuantiles } from './fit-beta.js';
import { gammaCurve } from './gamma-curve.js';
import { increasingRoot } from './increasing-root.js';
import { normalCdf } from './normal.js';
import { solveCoordinate } from './score-curve.js';
import type { Distribution } from './types.js';

/** Logarithms of the shapes looked at: from a distribution that is nearly all 0 to one that is normal to 1e-4. */
const LOG_SHAPES = { low: ln(0.02), high: ln(1e8) } as const;

/**
 * The gamma with two quantiles above 0, to a relative error of about 1e-10 in its shape.
 *
 * The ratio of two quantiles depends on the shape alone and falls as it grows; the scale follows from either of them.
 */
export function fitGammaQuantiles({ lo, hi, zLo, zHi }: TwoQuantiles): Result<Distribution> {
  const wanted = ln(hi) - ln(lo);
  const logRatio = (logShape: number): number => {
    const curve = gammaCurve(exp(logShape), 1);
    return ln(valueAt(curve, zHi)) - ln(valueAt(curve, zLo));
  };
  const excess = (logShape: number): number => wanted - logRatio(logShape);
  const { low, high } = LOG_SHAPES;
  if (!(excess(low) < 0 && excess(high) > 0))
    return failure(say`no gamma distribution was found with ${lo} and ${hi} as its quantiles`);
  const step = 1e-4;
  const slope = (at: number): number => (excess(at + step) - excess(at - step)) / (2 * step);
  // Of a lognormal of the same ratio, the shape would be 1 / σ².
  const guess = -2 * ln(wanted / (zHi - zLo));
  const shape = exp(increasingRoot({ excess, slope }, { low, high, guess, tolerance: 1e-12 }));
  return success({ family: 'gamma', shape, scale: hi / valueAt(gammaCurve(shape, 1), zHi) });
}

function valueAt(curve: ReturnType<typeof gammaCurve>, z: number): number {
  return curve.value(solveCoordinate(curve, normalCdf(z), normalCdf(-z)));
}
