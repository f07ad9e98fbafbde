import { LANGUAGES, type Language } from '../../units/locale.js';
import type { InLanguages } from '../protocol.js';

/** What is told in each language: an answer outlasts the language that the page had when it was asked for. */
export function inLanguages<T>(tell: (language: Language) => T): InLanguages<T> {
  const told = LANGUAGES.map((language): readonly [Language, T] => [language, tell(language)]);
  return Object.fromEntries(told) as Record<Language, T>;
}
