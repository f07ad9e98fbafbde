import type { Scenario } from '../../../scenario/types.js';
import { compareAr } from './ar.js';
import { compareAz } from './az.js';
import { compareEn } from './en.js';
import { compareTr } from './tr.js';
import type { CompareText } from './types.js';

export type { CompareText } from './types.js';

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
