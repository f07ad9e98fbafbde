import * as z from 'zod/mini';
import type { Distribution } from '../../distributions/types.js';
import { FLIGHTING_SHAPES } from '../flighting-shapes.js';
import { STAGES } from '../types.js';
import { lineFormats } from './content.js';
import { quantity } from './distribution.js';
import { carryIn } from './events.js';
import { choice, isScalar, leaf, ok } from './leaf.js';
import { walking } from './model.js';
import { platform, segment } from './names.js';
import { AMOUNT, plainNumber } from './number.js';
import { responseSchema } from './response.js';

const FLIGHTINGS = [...FLIGHTING_SHAPES, 'free'] as const;
export type Flighting = (typeof FLIGHTINGS)[number] | readonly number[];

const weight = plainNumber(AMOUNT);

const flighting = choice<Flighting>('even, front, back, free, or one weight a period', [
  { looksLike: isScalar, schema: z.enum(FLIGHTINGS) },
  { looksLike: Array.isArray, schema: z.array(weight) },
]);

/** A line's audience: people, or the name of one in `audiences`. */
type AudienceInput = { readonly people: Distribution } | { readonly name: string };

const people = quantity({ support: 'amount' }, 'People the line can reach beyond the pools of the stages above.');

const audience = choice<AudienceInput>('people such as 350k to 520k, or the name of an audience such as "@students"', [
  {
    looksLike: (value) => typeof value === 'string' && value.trim().startsWith('@'),
    schema: leaf<AudienceInput>({ type: 'string', pattern: '^@.+$', examples: ['@students'] }, (value) =>
      ok({ name: String(value).trim().slice(1).trim() }),
    ),
  },
  {
    looksLike: () => true,
    schema: z.pipe(
      people,
      z.transform((distribution): AudienceInput => ({ people: distribution })),
    ),
  },
]);

/** One item of `lines`. */
export const lineSchema = z.strictObject({
  platform,
  stage: z.enum(STAGES),
  segment: z.optional(segment),
  budget: z.optional(plainNumber(AMOUNT)),
  audience: z.optional(audience),
  cpm: z.optional(quantity({ support: 'amount', above: true }, 'Price of 1,000 impressions, in currency.')),
  ctr: z.optional(quantity({ support: 'rate' }, 'Clicks per effective impression.')),
  view_rate: z.optional(quantity({ support: 'rate' }, 'Qualified views per effective impression.')),
  cvr: z.optional(quantity({ support: 'rate' }, 'Orders (or leads) per click.')),
  fatigue: z.optional(quantity({ support: 'amount' }, 'κ: loss of response per remembered impression.')),
  match: z.optional(quantity({ support: 'rate' }, 'Share of a pool that the platform can find again.')),
  pressure: z.optional(quantity({ support: 'amount' }, 'ε: how far the own money moves the price, from 0 to 1.')),
  pressure_at: z.optional(
    quantity({ support: 'amount', above: true }, 'Daily spend at which the cpm was seen, in currency.'),
  ),
  incrementality: z.optional(
    quantity({ support: 'rate' }, 'Share of measured conversions that would not have come anyway.'),
  ),
  formats: z.optional(lineFormats),
  carry_in: z.optional(carryIn),
  drift: z.optional(walking),
  flighting: z.optional(flighting),
  response: z.optional(responseSchema),
});
export type LineInput = z.infer<typeof lineSchema>;
