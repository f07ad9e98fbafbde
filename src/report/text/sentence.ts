import { firstOf } from '../../required.js';
import type { Language } from '../../units/locale.js';

/**
 * One of our own names as it stands within a sentence: its first letter small, by the language's own rule (İ and i, I and
 * ı), unless it begins an abbreviation (CPM).
 */
export function inSentence(name: string, language: Language): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? firstOf(name).toLocaleLowerCase(language) + name.slice(1) : name;
}

/** A sentence that ends in an abbreviation with a stop of its own (ر.س.) has no second one, marks of direction between or not. */
export function oneStop(text: string): string {
  return text.replace(/(?<!\.)\.([\u200e\u200f\u061c]*)\.(?!\.)/gu, '.$1');
}
