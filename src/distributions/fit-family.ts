import { failure, type Result, success } from '../units/result.js';
import { say } from '../words/said.js';
import { ln, log1p } from './elementary.js';
import { fitMoments } from './fit.js';
import { fitBetaQuantiles, type TwoQuantiles } from './fit-beta.js';
import { fitGammaQuantiles } from './fit-gamma.js';
import { normalQuantile } from './normal.js';
import type { Distribution } from './types.js';

/** Families that two facts fix. */
export const TWO_PARAMETER_FAMILIES = ['normal', 'lognormal', 'beta', 'gamma', 'uniform'] as const;
export type TwoParameterFamily = (typeof TWO_PARAMETER_FAMILIES)[number];

/** A value and the probability of lying below it. */
interface QuantileFact {
  readonly p: number;
  readonly value: number;
}

/** Where a family's values may lie. */
const RANGES: Readonly<Record<TwoParameterFamily, readonly [number, number]>> = {
  normal: [-Infinity, Infinity],
  lognormal: [0, Infinity],
  beta: [0, 1],
  gamma: [0, Infinity],
  uniform: [-Infinity, Infinity],
};

/** The distribution of a family with a mean and a standard deviation above 0. */
export function fitFamilyMoments(family: TwoParameterFamily, mean: number, sd: number): Result<Distribution> {
  if (!Number.isFinite(mean) || !Number.isFinite(sd)) return failure(say`mean and sd must be finite numbers`);
  if (!(sd > 0)) return failure(say`sd ${sd} is not above 0`);
  if (family === 'normal') return success({ family, mean, sd });
  if (family === 'uniform') {
    const half = Math.sqrt(3) * sd;
    return success({ family, min: mean - half, max: mean + half });
  }
  if (family === 'beta') return fitMoments('rate', mean, sd);
  if (!(mean > 0)) return failure(say`mean ${mean} is not above 0`);
  if (family === 'lognormal') return fitMoments('amount', mean, sd);
  const ratio = mean / sd;
  const shape = ratio * ratio;
  const scale = mean / shape;
  return shape > 0 && Number.isFinite(shape) && scale > 0 && Number.isFinite(scale)
    ? success({ family, shape, scale })
    : failure(say`sd ${sd} is out of proportion to the mean ${mean}`);
}

/** The distribution of a family with two quantiles. */
export function fitFamilyQuantiles(
  family: TwoParameterFamily,
  [first, second]: readonly [QuantileFact, QuantileFact],
): Result<Distribution> {
  const [lower, upper] = first.p < second.p ? [first, second] : [second, first];
  const name = (p: number): string => `p${Math.round(p * 1e6) / 1e4}`;
  if (!(lower.p > 0 && upper.p < 1 && lower.p < upper.p)) return failure(say`two different quantiles are needed`);
  const [lo, hi] = [lower.value, upper.value];
  if (!(lo < hi)) return failure(say`${name(lower.p)} ${lo} is not below ${name(upper.p)} ${hi}`);
  const [min, max] = RANGES[family];
  if (!(lo > min && hi < max)) return failure(say`${lo} and ${hi} are not both ${rangeInWords(min, max)}`);
  const facts: TwoQuantiles = { lo, hi, zLo: normalQuantile(lower.p), zHi: normalQuantile(upper.p) };
  return fitWithin(family, facts, upper.p - lower.p, lower.p);
}

function fitWithin(
  family: TwoParameterFamily,
  facts: TwoQuantiles,
  between: number,
  below: number,
): Result<Distribution> {
  const { lo, hi, zLo, zHi } = facts;
  switch (family) {
    case 'normal': {
      const sd = (hi - lo) / (zHi - zLo);
      return success({ family, mean: lo - zLo * sd, sd });
    }
    case 'lognormal': {
      // ln(hi / lo) by log1p, for quantiles that are close beside their distance from 0.
      const width = hi / lo < 1.5 ? log1p((hi - lo) / lo) : ln(hi) - ln(lo);
      const sigma = width / (zHi - zLo);
      return success({ family, mu: ln(lo) - zLo * sigma, sigma });
    }
    case 'uniform': {
      const length = (hi - lo) / between;
      const min = lo - below * length;
      return success({ family, min, max: min + length });
    }
    case 'beta':
      return fitBetaQuantiles(facts);
    case 'gamma':
      return fitGammaQuantiles(facts);
  }
}

function rangeInWords(min: number, max: number): string {
  return max === 1 ? `between ${min} and 1` : `above ${min}`;
}
