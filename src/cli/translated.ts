import { translationsOf } from '../words/catalogues/index.js';
import { translatedBy, type Words } from '../words/said.js';
import type { Effects } from './effects.js';

/** Lines in the language that help and messages are in. */
export async function translatedFor({ language = 'en' }: Effects, lines: readonly Words[]): Promise<readonly string[]> {
  const translations = await translationsOf(language);
  return lines.map((line) => translatedBy(translations, line));
}
