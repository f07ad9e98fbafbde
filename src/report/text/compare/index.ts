import type { Scenario } from '../../../scenario/types.js';
import type { Widen } from '../catalogue.js';
import { compareAr } from './ar.js';
import { compareAz } from './az.js';
import { compareEn } from './en.js';
import { compareTr } from './tr.js';

/** A catalogue: what every language has to say about scenarios side by side. */
export type CompareText = Omit<Widen<typeof compareEn>, 'language'> & { readonly language: Scenario['language'] };

const CATALOGUES: Readonly<Record<Scenario['language'], CompareText>> = {
  en: compareEn,
  az: compareAz,
  tr: compareTr,
  ar: compareAr,
};

/** The catalogue of a language. */
export function compareText(language: Scenario['language']): CompareText {
  return CATALOGUES[language];
}
