import { LANGUAGES, type Language } from '../../units/locale.js';
import type { InLanguages } from '../protocol.js';

/** What is said in each language: an answer outlasts the language that the page had when it was asked for. */
export function inLanguages<T>(tell: (language: Language) => T): InLanguages<T> {
  const entries = LANGUAGES.map((language): readonly [Language, T] => [language, tell(language)]);
  return Object.fromEntries(entries) as Record<Language, T>;
}
