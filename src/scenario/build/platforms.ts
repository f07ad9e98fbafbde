import type { LineInput } from '../schema/line.js';
import { PLATFORMS, type Platform } from '../types.js';

/** Names that may stand for a platform in a scenario: the known ones, and those of its own lines. */
export function platformNames(lines: readonly Pick<LineInput, 'platform'>[]): readonly Platform[] {
  return [...new Set([...PLATFORMS, ...lines.map(({ platform }) => platform)])];
}
