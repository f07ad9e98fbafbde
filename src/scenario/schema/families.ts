import type { Family } from '../../distributions/types.js';
import type { JsonSchema } from './leaf.js';
import { NUMBER_JSON } from './number.js';

/** How a family's parameter is written. */
export type ParameterKind = 'number' | 'numbers' | 'text' | 'distributions';

/** The families as they are written after `dist:`, with their parameters in the order they are named in messages. */
export const FAMILY_PARAMETERS: Readonly<Record<Family, Readonly<Record<string, ParameterKind>>>> = {
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

export const FAMILIES = Object.keys(FAMILY_PARAMETERS) as readonly Family[];

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

function strictMap(properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}

/** `$defs` of the JSON Schema: a number in any spelling, and a distribution in any of its forms. */
export const DEFINITIONS: Readonly<Record<string, JsonSchema>> = {
  number: { description: 'A number: 18200, 1_200_000, 1.2m, 350k, 0.7 or 70%.', ...NUMBER_JSON },
  distribution: {
    description: 'A fixed number, a 90 % interval "LO to HI", two facts, or a named family with its parameters.',
    anyOf: [
      number,
      { type: 'string', pattern: '^.+ to .+$', description: 'p5 to p95.', examples: ['2.2 to 4.1', '0.7% to 1.4%'] },
      ...SHORT_FORMS.map(([low, high]) => strictMap({ [low]: number, [high]: number })),
      ...FAMILIES.map((family) => {
        const parameters = Object.entries(FAMILY_PARAMETERS[family]).map(([name, kind]) => [
          name,
          PARAMETER_JSON[kind],
        ]);
        return strictMap({ dist: { const: family }, ...Object.fromEntries(parameters) });
      }),
    ],
  },
};
