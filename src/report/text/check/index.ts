import type { Scenario } from '../../../scenario/types.js';
import type { Widen } from '../catalogue.js';
import { checkAr } from './ar.js';
import { checkAz } from './az.js';
import { checkEn } from './en.js';
import { checkTr } from './tr.js';

/** A catalogue: what every language has to say about what a plan is held to. */
export type CheckText = Omit<Widen<typeof checkEn>, 'language'> & { readonly language: Scenario['language'] };

const CATALOGUES: Readonly<Record<Scenario['language'], CheckText>> = {
  en: checkEn,
  az: checkAz,
  tr: checkTr,
  ar: checkAr,
};

/** The catalogue of a language. */
export function checkText(language: Scenario['language']): CheckText {
  return CATALOGUES[language];
}
