import { TWO_PARAMETER_FAMILIES } from '../../distributions/fit-family.js';
import type { Family } from '../../distributions/types.js';
import type { JsonSchema } from './leaf.js';
import { NUMBER_JSON } from './number.js';

/** How a family's parameter is written. */
export type ParameterKind = 'number' | 'numbers' | 'text' | 'distributions';

/** Families that are written after `dist:`; any of them is cut by `min` and `max`. */
export type WrittenFamily = Exclude<Family, 'truncated'>;

/** The families as they are written after `dist:`, with their parameters in the order they are named in messages. */
export const FAMILY_PARAMETERS: Readonly<Record<WrittenFamily, Readonly<Record<string, ParameterKind>>>> = {
  fixed: { value: 'number' },
  normal: { mean: 'number', sd: 'number' },
  truncnormal: { mean: 'number', sd: 'number', min: 'number', max: 'number' },
  lognormal: { mu: 'number', sigma: 'number' },
  beta: { alpha: 'number', beta: 'number' },
  gamma: { shape: 'number', scale: 'number' },
  uniform: { min: 'number', max: 'number' },
  triangular: { min: 'number', mode: 'number', max: 'number' },
  pert: { min: 'number', mode: 'number', max: 'number' },
  quantiles: { p: 'numbers', x: 'numbers' },
  empirical: { file: 'text', column: 'text' },
  mixture: { of: 'distributions', weights: 'numbers' },
};

export const FAMILIES = Object.keys(FAMILY_PARAMETERS) as readonly WrittenFamily[];

/** Families of which `min` and `max` are no parameters, and cut what is written. */
export function isCutByBounds(family: WrittenFamily): boolean {
  return family !== 'fixed' && !('max' in FAMILY_PARAMETERS[family]);
}

/** `p5`, `p97.5`: a quantile by its percentage. */
export const QUANTILE_KEY = /^p(\d{1,2}(?:\.\d{1,3})?)$/;

/** Two facts that fix a distribution whose family follows from the kind of quantity. */
export const SHORT_FORMS = [
  ['p10', 'p90'],
  ['p5', 'p95'],
  ['mean', 'sd'],
] as const;

const number: JsonSchema = { $ref: '#/$defs/number' };
const PARAMETER_JSON: Readonly<Record<ParameterKind, JsonSchema>> = {
  number,
  numbers: { type: 'array', items: number, minItems: 1 },
  text: { type: 'string' },
  distributions: { type: 'array', items: { $ref: '#/$defs/distribution' }, minItems: 1 },
};

type Properties = Readonly<Record<string, JsonSchema>>;

function strictMap(required: Properties, optional: Properties = {}): JsonSchema {
  return {
    type: 'object',
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  };
}

const BOUNDS: Properties = { min: number, max: number };

/** A family by its parameters and, where two facts fix it, by mean and sd or by two quantiles. */
function familySchemas(family: WrittenFamily): readonly JsonSchema[] {
  const dist = { const: family };
  if (family === 'truncnormal') return [strictMap({ dist, mean: number, sd: number }, BOUNDS)];
  const parameters = Object.entries(FAMILY_PARAMETERS[family]).map(([name, kind]) => [name, PARAMETER_JSON[kind]]);
  const bounds = isCutByBounds(family) ? BOUNDS : {};
  const own = strictMap({ dist, ...Object.fromEntries(parameters) }, bounds);
  if (!TWO_PARAMETER_FAMILIES.some((name) => name === family)) return [own];
  const quantiles: JsonSchema = {
    type: 'object',
    properties: { dist, ...bounds },
    patternProperties: { [QUANTILE_KEY.source]: number },
    required: ['dist'],
    minProperties: 3,
    additionalProperties: false,
  };
  const moments = strictMap({ dist, mean: number, sd: number }, bounds);
  return family === 'normal' ? [own, quantiles] : [own, moments, quantiles];
}

/** `$defs` of the JSON Schema: a number in any spelling, and a distribution in any of its forms. */
export const DEFINITIONS: Readonly<Record<string, JsonSchema>> = {
  number: { description: 'A number: 18200, 1_200_000, 1.2m, 350k, 0.7 or 70%.', ...NUMBER_JSON },
  distribution: {
    description: 'A fixed number, a 90 % interval "LO to HI", two facts, or a named family with its parameters.',
    anyOf: [
      number,
      { type: 'string', pattern: '^.+ to .+$', description: 'p5 to p95.', examples: ['2.2 to 4.1', '0.7% to 1.4%'] },
      ...SHORT_FORMS.map(([low, high]) => strictMap({ [low]: number, [high]: number }, BOUNDS)),
      ...FAMILIES.flatMap(familySchemas),
    ],
  },
};
