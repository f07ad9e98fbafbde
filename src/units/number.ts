import { type Said, say } from '../words/said.js';
import { failure, type Result, success } from './result.js';

/** Powers of ten that a suffix stands for. */
const SUFFIXES: Readonly<Record<string, number>> = { k: 3, m: 6, b: 9, '%': -2 };

const NUMBER =
  /^(?<sign>[+-]?)(?<digits>\d+(?:_\d+)*(?:\.\d+(?:_\d+)*)?|\.\d+)(?:e(?<exponent>[+-]?\d+))?\s*(?<suffix>[kmb%]?)$/i;

/**
 * A number as people write it in a scenario: `1_200_000`, `1.2m`, `350k`, `2b`, `70%` (0.7), `3.2`, `1e6`.
 *
 * The decimal mark is a point, digits may be grouped by `_`; a comma is refused, since it means thousands to one reader
 * and decimals to the next. Infinity, NaN and numbers beyond a double's range are refused.
 */
export function parseNumber(text: string | number): Result<number> {
  if (typeof text === 'number') {
    return Number.isFinite(text) ? success(text) : failure(say`${text} is not a finite number`);
  }
  const trimmed = text.trim();
  const match = NUMBER.exec(trimmed);
  if (match?.groups === undefined) return failure(describeMistake(trimmed));
  const { sign = '', digits = '', exponent = '0', suffix = '' } = match.groups;
  const power = Number(exponent) + (SUFFIXES[suffix.toLowerCase()] ?? 0);
  // The power goes into the text, not into a product, so that 2.3m is 2300000 and not 2299999.9999999995.
  const value = Number(`${sign}${digits.replaceAll('_', '')}e${power}`);
  if (!Number.isFinite(value)) return failure(say`${quoted(trimmed)} is too large a number`);
  if (value === 0 && /[1-9]/.test(digits)) return failure(say`${quoted(trimmed)} is too small a number`);
  return success(value);
}

/** A share in [0, 1], written `70%` or `0.7`. `70` is refused rather than guessed at. */
export function parseShare(text: string | number): Result<number> {
  const parsed = parseNumber(text);
  if (!parsed.ok) return parsed;
  if (parsed.value >= 0 && parsed.value <= 1) return parsed;
  const written = quoted(String(text).trim());
  const bare = typeof text === 'number' || !text.includes('%');
  return bare && parsed.value > 1 && parsed.value <= 100
    ? failure(say`${written} is not a share between 0 and 1: write ${parsed.value}% for ${parsed.value} percent`)
    : failure(say`${written} is not a share between 0% and 100%`);
}

function describeMistake(text: string): Said {
  if (text === '') return say`expected a number, found nothing`;
  if (/^[+-]?[\d.,_]*,[\d.,_]*\s*[kmb%]?$/i.test(text)) {
    return say`${quoted(text)} has a comma: write decimals with a point (1.2) and group digits with _ (1_200)`;
  }
  if (/^[+-]?\d+(\s+\d+)+$/.test(text)) return say`${quoted(text)} has spaces: group digits with _ (18_200)`;
  return say`${quoted(text)} is not a number: write 1200, 1_200_000, 350k, 1.2m or 70%`;
}

function quoted(text: string): string {
  return `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`;
}
