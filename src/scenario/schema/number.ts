import type * as z from 'zod/mini';
import { parseNumber } from '../../units/number.js';
import { type Said, say } from '../../words/said.js';
import * as messages from '../messages.js';
import { isVisible } from '../visible.js';
import { describe, isScalar, type JsonSchema, leaf, no, ok, type Reading } from './leaf.js';

/** Where a plain number may lie. */
export interface Range {
  readonly least: number;
  readonly most: number;
  /** True where `least` itself is too small. */
  readonly above?: boolean;
  readonly whole?: boolean;
}

const NUMBER_PATTERN = '^[+-]?(\\d+(_\\d+)*(\\.\\d+(_\\d+)*)?|\\.\\d+)([eE][+-]?\\d+)?\\s*[kKmMbB%]?$';

/** JSON Schema of a number in any spelling. */
export const NUMBER_JSON: JsonSchema = {
  anyOf: [
    { type: 'number' },
    { type: 'string', pattern: NUMBER_PATTERN, examples: ['1_200_000', '1.2m', '350k', '70%'] },
  ],
};

/** Reads a number in any of its spellings; anything that isn't a finite number is a fault. */
export function readNumber(value: unknown): Reading<number> {
  if (!isScalar(value) || typeof value === 'boolean' || value === null) {
    return no(messages.notANumber(describe(value)));
  }
  const text = value as string | number;
  const parsed = parseNumber(text);
  if (parsed.ok) return parsed;
  return no(looksInfinite(String(text)) ? messages.notFinite(String(text)) : messages.notANumber(describe(value)));
}

function looksInfinite(text: string): boolean {
  return /^[+-]?(\.?inf(inity)?|\.?nan)$/i.test(text.trim()) || /^[+-]?\d[\d_.]*e\+?\d+\s*[kmb%]?$/i.test(text.trim());
}

/** Reads a number that has to lie in a range. */
export function readNumberIn(value: unknown, range: Range): Reading<number> {
  const reading = readNumber(value);
  if (!reading.ok) return reading;
  const number = reading.value;
  const inside = (range.above ? number > range.least : number >= range.least) && number <= range.most;
  const found = String(value);
  if (range.whole && !(inside && Number.isInteger(number))) return no(messages.notWhole(found, describeRange(range)));
  if (!inside) {
    return no(
      range.least === 0 && range.most === 1 && !range.above
        ? messages.notARate(found)
        : messages.outside(found, describeRange(range)),
    );
  }
  return reading;
}

/** A range in words: `from 1 to 64`, `above 0`, `of 0 or more`. */
function describeRange({ least, most, above }: Range): Said {
  if (most === Number.POSITIVE_INFINITY || most === Number.MAX_SAFE_INTEGER)
    return above ? say`above ${least}` : say`of ${least} or more`;
  return above ? say`above ${least} and at most ${most}` : say`from ${least} to ${most}`;
}

/** A plain number (never a distribution) in a range. */
export function plainNumber(range: Range): z.ZodMiniType<number> {
  return leaf(
    { ...NUMBER_JSON, description: `A ${range.whole ? 'whole ' : ''}number ${describeRange(range)}.` },
    (value) => readNumberIn(value, range),
  );
}

/** A share, `0.7` or `70%`. */
export const share = plainNumber({ least: 0, most: 1 });

/** Any finite amount of 0 or more. */
export const AMOUNT: Range = { least: 0, most: Number.POSITIVE_INFINITY };

/** Text, or a number that is meant as text (a seed, a year as a name). */
export const text = leaf<string>({ type: ['string', 'number'] }, (value) => {
  const written = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : '';
  if (written === '' || written.length > 200)
    return no(messages.wrongKind(describe(value), 'text of at most 200 characters'));
  return isVisible(written) ? ok(written) : no(messages.cantBeSeen(describe(value)));
});
