import type { Scenario } from '../../../scenario/types.js';
import { factsAr } from './ar.js';
import { factsAz } from './az.js';
import { factsEn } from './en.js';
import { factsTr } from './tr.js';
import type { FactsText } from './words.js';

export { factWords, type Say, type Warning } from './words.js';

const CATALOGUES: Readonly<Record<Scenario['language'], FactsText>> = {
  en: factsEn,
  az: factsAz,
  tr: factsTr,
  ar: factsAr,
};

/** What a language says of facts: warnings, grounds, contradictions. */
export function factsText(language: Scenario['language']): FactsText {
  return CATALOGUES[language];
}
