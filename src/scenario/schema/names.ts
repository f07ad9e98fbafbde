import * as z from 'zod/mini';
import * as messages from '../messages.js';
import { nearest } from '../nearest.js';
import { canonicalPlatform } from '../platform-names.js';
import { PLATFORMS, type Platform } from '../types.js';
import { isReserved, isVisible } from '../visible.js';
import { describe, inWords, leaf, no, ok, type Reading } from './leaf.js';

/** Longest name of a line's segment, a creator, a shock. */
const LONGEST = 60;
const PART = 'a name of at most 60 characters without / and .';
const NAME = 'a name of at most 60 characters';
/** A name that becomes a part of an id: no "/" or ".", which separate the parts. */
function readPart(value: unknown, expected: string, refused = /[/.]/u): Reading<string> {
  const written = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  if (isReserved(written)) return no(messages.reservedName(written));
  // What makes such a name a wrong one can't be seen in it.
  if (!isVisible(written)) return no(messages.cantBeSeen(describe(value)));
  return written !== '' && written.length <= LONGEST && !refused.test(written)
    ? ok(written)
    : no(messages.wrongKind(describe(value), expected));
}

const PART_JSON = { type: ['string', 'number'], pattern: '^[^/.]+$' };

/** A line's segment; one that begins with `@` would look like a creator's id. */
export const segment = leaf<string>({ type: ['string', 'number'], pattern: '^[^/.@][^/.]*$' }, (value) => {
  const part = readPart(value, PART);
  return part.ok && part.value.startsWith('@') ? no(messages.segmentWithAt(part.value)) : part;
});

/** The name of a creator or of own posts; a leading `@` is how people write it, and no part of it. */
export const sourceName = leaf<string>(PART_JSON, (value) => {
  const part = readPart(value, PART);
  return part.ok && part.value.startsWith('@') ? readPart(part.value.slice(1), PART) : part;
});

/** The name of a shock, a phase, an audience or a format. */
export const partName = leaf<string>({ type: ['string', 'number'] }, (value) => readPart(value, NAME, /[\n\r]/));

/** A platform: a known one by any of its names, or any other by its own name, but never a known one misspelt. */
export const platform = leaf<Platform>({ type: 'string', pattern: '^[^/.]+$', examples: [...PLATFORMS] }, (value) => {
  const written = typeof value === 'string' ? value.trim() : '';
  if (isReserved(written)) return no(messages.reservedName(written));
  const name = canonicalPlatform(written);
  if (name !== written || (PLATFORMS as readonly string[]).includes(name)) return ok(name);
  const meant = nearest(written, PLATFORMS);
  const strange = written === '' || written.length > LONGEST || /[/.]/.test(written) || !isVisible(written);
  return strange || (meant !== undefined && written.length > 1)
    ? no(messages.unknownPlatform(inWords(value), PLATFORMS, meant))
    : ok(written);
});

/** A map by names of one's own. */
export function namedMap<T>(schema: z.ZodMiniType<T>): z.ZodMiniType<Record<string, T>> {
  return z.record(z.string(), schema).check((context) => {
    for (const name of Object.keys(context.value)) {
      const reading = readPart(name, NAME, /[\n\r]/);
      if (reading.ok) continue;
      context.issues.push({
        code: 'custom',
        input: context.value,
        path: [name],
        params: { fault: reading.fault, onKey: true },
      });
    }
  });
}
