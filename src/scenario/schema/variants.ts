import * as z from 'zod/mini';
import * as messages from '../messages.js';
import { readStresses, type Stress } from '../variants/stress.js';
import { isReserved, isVisible } from '../visible.js';
import { choice, describe, isMap, isScalar, type JsonSchema, leaf } from './leaf.js';

/** What a variant changes: stresses, or other values for a part of the file. */
type VariantInput = { readonly kind: 'stress'; readonly stresses: readonly Stress[] } | { readonly kind: 'values' };

const EXAMPLES = ['cpm +30% from week 5', 'tiktok off', 'cvr -20%'];

const stress = leaf<readonly Stress[]>({ type: 'string', examples: EXAMPLES }, readStresses);

/** `variants` of a file whose other keys are those of `plan`: a stress in words, a list of them, or a part of a scenario. */
export function variantsSchema(
  plan: z.ZodMiniObject,
  changes: z.ZodMiniObject,
): z.ZodMiniType<Readonly<Record<string, VariantInput>>> {
  const json: JsonSchema = {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(Object.keys(plan.def.shape).map((key) => [key, { $ref: `#/properties/${key}` }])),
  };
  const variant = choice<VariantInput>(
    'a change such as cpm +30% from week 5, a list of them, or a part of a scenario',
    [
      {
        looksLike: isScalar,
        schema: z.pipe(
          stress,
          z.transform((stresses): VariantInput => ({ kind: 'stress', stresses })),
        ),
      },
      {
        looksLike: Array.isArray,
        schema: z.pipe(
          z.array(stress),
          z.transform((parts): VariantInput => ({ kind: 'stress', stresses: parts.flat() })),
        ),
      },
      {
        looksLike: isMap,
        json,
        schema: z.pipe(
          changes,
          z.transform((): VariantInput => ({ kind: 'values' })),
        ),
      },
    ],
  );
  return z.record(z.string(), variant).check((context) => {
    for (const name of Object.keys(context.value)) {
      if (isVisible(name) && name.trim() !== '' && !isReserved(name)) continue;
      const fault = isReserved(name) ? messages.reservedName(name) : messages.cantBeSeen(describe(name));
      const params = { fault, onKey: true };
      context.issues.push({ code: 'custom', input: context.value, path: [name], params });
    }
  });
}
