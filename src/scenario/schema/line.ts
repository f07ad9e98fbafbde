import * as z from 'zod/mini';
import * as messages from '../messages.js';
import { nearest } from '../nearest.js';
import { isKnownPlatform, type KnownPlatform, PLATFORMS, type Platform, STAGES } from '../types.js';
import { quantity } from './distribution.js';
import { choice, describe, isScalar, leaf, no, ok } from './leaf.js';
import { AMOUNT, plainNumber } from './number.js';
import { responseSchema } from './response.js';

const FLIGHTINGS = ['even', 'front', 'back', 'free'] as const;
export type Flighting = (typeof FLIGHTINGS)[number] | readonly number[];

const weight = plainNumber(AMOUNT);

const flighting = choice<Flighting>('even, front, back, free, or one weight a period', [
  { looksLike: isScalar, schema: z.enum(FLIGHTINGS) },
  { looksLike: Array.isArray, schema: z.array(weight) },
]);

const segment = leaf<string>({ type: ['string', 'number'], pattern: '^[^/.]+$' }, (value) => {
  const written = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  // "/" and "." separate the parts of ids and of input names.
  return written !== '' && written.length <= 60 && !/[/.\p{Cc}]/u.test(written)
    ? ok(written)
    : no(messages.wrongKind(describe(value), 'a name of at most 60 characters without / and .'));
});

/** What people call some of the known platforms. */
const ALSO_KNOWN_AS: Readonly<Record<string, KnownPlatform>> = {
  fb: 'facebook',
  ig: 'instagram',
  insta: 'instagram',
  yt: 'youtube',
  twitter: 'x',
  snap: 'snapchat',
};
/**
 * A platform: one of the known ones, or any other by its own name, but never a known one misspelt.
 */
const platform = leaf<Platform>({ type: 'string', pattern: '^[^/.]+$', examples: [...PLATFORMS] }, (value) => {
  const written = typeof value === 'string' ? value.trim() : '';
  if (isKnownPlatform(written)) return ok(written);
  const meant = ALSO_KNOWN_AS[written.toLowerCase()] ?? nearest(written, PLATFORMS);
  if (
    written === '' ||
    written.length > 60 ||
    /[/.\p{Cc}]/u.test(written) ||
    (meant !== undefined && written.length > 1)
  ) {
    return no(messages.unknownPlatform(String(value), PLATFORMS, meant));
  }
  return ok(written);
});

/** One item of `lines`. */
export const lineSchema = z.strictObject({
  platform,
  stage: z.enum(STAGES),
  segment: z.optional(segment),
  budget: z.optional(plainNumber(AMOUNT)),
  audience: z.optional(
    quantity({ support: 'amount' }, 'People the line can reach beyond the pools of the stages above.'),
  ),
  cpm: z.optional(quantity({ support: 'amount', above: true }, 'Price of 1,000 impressions, in currency.')),
  ctr: z.optional(quantity({ support: 'rate' }, 'Clicks per effective impression.')),
  view_rate: z.optional(quantity({ support: 'rate' }, 'Qualified views per effective impression.')),
  cvr: z.optional(quantity({ support: 'rate' }, 'Orders (or leads) per click.')),
  fatigue: z.optional(quantity({ support: 'amount' }, 'κ: loss of response per remembered impression.')),
  match: z.optional(quantity({ support: 'rate' }, 'Share of a pool that the platform can find again.')),
  flighting: z.optional(flighting),
  response: z.optional(responseSchema),
});
export type LineInput = z.infer<typeof lineSchema>;
