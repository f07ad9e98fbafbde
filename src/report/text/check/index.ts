import type { Scenario } from '../../../scenario/types.js';
import { checkAr } from './ar.js';
import { checkAz } from './az.js';
import { checkEn } from './en.js';
import { checkTr } from './tr.js';
import type { CheckText } from './types.js';

export type { CheckText } from './types.js';

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
