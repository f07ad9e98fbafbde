import type { QuantityKind } from '../schema/distribution.js';
import type { AdstockKind, ResponseCurve, ResponseParameter } from './types.js';

/** A parameter of a curve or an adstock, and what else it is called where such models are fitted. */
export interface ParameterSpec {
  readonly name: ResponseParameter;
  /** As the scenario file may write it, the first being the one that messages use. */
  readonly keys: readonly string[];
  readonly kind: QuantityKind;
  readonly description: string;
  /** Its value where the file leaves it out; without one it is required. */
  readonly fallback?: number;
}

const AMOUNT: QuantityKind = { support: 'amount' };
const POSITIVE: QuantityKind = { support: 'amount', above: true };

const maximum = (...also: string[]): ParameterSpec => ({
  name: 'maximum',
  keys: ['maximum', ...also],
  kind: AMOUNT,
  description: 'What a period brings at most, however much is spent.',
});
const halfSaturation = (...also: string[]): ParameterSpec => ({
  name: 'half_saturation',
  keys: ['half_saturation', ...also],
  kind: POSITIVE,
  description: 'Adstocked spend of a period that brings half of the most.',
});

/**
 * The parameters of each curve under the names of Robyn (`saturation_hill`, `mic_men`), Meridian (`HillTransformer`) and
 * PyMC-Marketing (`pymc_marketing.mmm.transformers`).
 */
export const CURVE_PARAMETERS: Readonly<Record<ResponseCurve, readonly ParameterSpec[]>> = {
  hill: [
    maximum('beta', 'coefficient'),
    halfSaturation('ec', 'kappa', 'inflexion'),
    {
      name: 'shape',
      keys: ['shape', 'slope', 'alpha'],
      kind: POSITIVE,
      description: 'Exponent: above 1 the curve is an S.',
    },
  ],
  logistic: [
    maximum('beta'),
    { name: 'lam', keys: ['lam', 'lambda'], kind: POSITIVE, description: 'How fast the curve levels off.' },
  ],
  tanh: [
    maximum('b'),
    { name: 'cost', keys: ['cost', 'c'], kind: POSITIVE, description: 'What a first unit costs, at next to no spend.' },
  ],
  michaelis: [maximum('alpha', 'vmax'), halfSaturation('lam', 'lambda', 'km')],
  root: [
    {
      name: 'coefficient',
      keys: ['coefficient', 'beta'],
      kind: AMOUNT,
      description: 'What a spend of 1 in a period brings.',
    },
    {
      name: 'exponent',
      keys: ['exponent', 'alpha'],
      kind: { support: 'rate', above: true },
      description: 'Above 0 and at most 1; 0.5 is the square root.',
    },
  ],
  table: [
    {
      name: 'factor',
      keys: ['factor'],
      kind: AMOUNT,
      description: 'By which all values of the table are multiplied.',
      fallback: 1,
    },
  ],
};

/** In place of `half_saturation`: Robyn's gamma, a share of the way between the ends of `range`. */
export const GAMMA: ParameterSpec = {
  name: 'gamma',
  keys: ['gamma'],
  kind: { support: 'rate' },
  description: 'Half saturation as a share of the way between the ends of range.',
};

const retention: ParameterSpec = {
  name: 'adstock_alpha',
  keys: ['alpha', 'theta'],
  kind: { support: 'rate' },
  description: 'Share of the effect that is left a period later.',
};
const weibull: readonly ParameterSpec[] = [
  { name: 'adstock_shape', keys: ['shape', 'k'], kind: POSITIVE, description: 'Shape of the Weibull distribution.' },
  { name: 'adstock_scale', keys: ['scale', 'lam'], kind: POSITIVE, description: 'Its scale, in periods.' },
];

export const ADSTOCK_PARAMETERS: Readonly<Record<AdstockKind, readonly ParameterSpec[]>> = {
  geometric: [retention],
  binomial: [
    {
      ...retention,
      kind: { support: 'rate', above: true },
      description: 'Memory: the weights fall as (1 − lag / l_max) to the power 1 / alpha − 1.',
    },
  ],
  weibull_pdf: weibull,
  weibull_cdf: weibull,
};

/** Other names of curves and adstocks, as the libraries have them. */
export const CURVE_ALIASES: Readonly<Record<string, ResponseCurve>> = {
  michaelis_menten: 'michaelis',
  mic_men: 'michaelis',
  saturation_hill: 'hill',
  hill_function: 'hill',
  logistic_saturation: 'logistic',
  tanh_saturation: 'tanh',
  root_saturation: 'root',
};
