import type { DocumentInput } from '../schema/document.js';
import { PLATFORMS, type Platform } from '../types.js';

type Named = { readonly platform: Platform };
type WithPlatforms = Pick<DocumentInput, 'creators' | 'organic'> & { readonly lines: readonly Named[] };

/** Platforms of a scenario's lines and sources, in the file's order. */
export function presentPlatforms({ lines, creators = [], organic = [] }: WithPlatforms): readonly Platform[] {
  return [...new Set([...lines, ...creators, ...organic].map(({ platform }) => platform))];
}

/** Names that may stand for a platform in a scenario: the known ones, and those of its own lines and sources. */
export function platformNames(input: WithPlatforms): readonly Platform[] {
  return [...new Set([...PLATFORMS, ...presentPlatforms(input)])];
}
