import { checkParameters, quantile, support } from './index.js';
import { SUPPORT_BOUNDS } from './support.js';
import type { Distribution, Support } from './types.js';

/**
 * Why a distribution can't stand for a quantity of a kind, in sentences; empty where it can.
 *
 * Its parameters must make sense, its hard bounds and given values must lie within the quantity's, and so must its
 * median. A tail without bound may reach beyond (a normal below 0): values drawn there are moved to the bound.
 */
export function checkDistribution(d: Distribution, kind: Support): readonly string[] {
  const reasons = checkParameters(d);
  return reasons.length > 0 ? reasons : checkWithin(d, kind);
}

function checkWithin(d: Distribution, kind: Support): readonly string[] {
  if (d.family === 'mixture') {
    return d.of.flatMap((component, i) =>
      checkWithin(component, kind).map((reason) => `${component.family} (number ${i + 1} of the mixture): ${reason}`),
    );
  }
  const [min, max] = SUPPORT_BOUNDS[kind];
  const outside = hardValues(d).find((value) => value < min || value > max);
  if (outside !== undefined) return [describe(outside, kind)];
  const median = quantile(d, 0.5);
  return median < min || median > max ? [`half of its values lie beyond ${median}: ${describe(median, kind)}`] : [];
}

/** Values that were given, and finite bounds. */
function hardValues(d: Distribution): readonly number[] {
  if (d.family === 'quantiles') return d.x;
  if (d.family === 'lognormal' || d.family === 'gamma') return [];
  return support(d).filter(Number.isFinite);
}

function describe(value: number, kind: Support): string {
  if (value < 0) return `${value} is below 0`;
  return kind === 'rate' ? `${value} is above 1 (100%)` : `${value} is out of range`;
}
