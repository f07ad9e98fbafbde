import type { Scenario } from '../scenario/types.js';

/** A phrase as the beginning of a sentence: Turkish and Azerbaijani i becomes İ. */
export function capital(phrase: string, language: Scenario['language']): string {
  return phrase.slice(0, 1).toLocaleUpperCase(language) + phrase.slice(1);
}
