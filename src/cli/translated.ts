import { translationsOf } from '../words/catalogues/index.js';
import { translatedBy, type Words } from '../words/said.js';
import type { Effects } from './effects.js';

/** Lines, each ended, in the language that help and messages are in. */
export async function linesFor(effects: Effects, lines: readonly Words[]): Promise<string> {
  return (await translatedFor(effects, lines)).map((line) => `${line}\n`).join('');
}

/** Lines in the language that help and messages are in. */
export async function translatedFor(
  { language = 'en' }: Pick<Effects, 'language'>,
  lines: readonly Words[],
): Promise<readonly string[]> {
  const translations = await translationsOf(language);
  return lines.map((line) => translatedBy(translations, line));
}
