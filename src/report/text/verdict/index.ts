import type { Scenario } from '../../../scenario/types.js';
import { verdictAr } from './ar.js';
import { verdictAz } from './az.js';
import { verdictEn } from './en.js';
import { verdictTr } from './tr.js';
import type { VerdictText } from './types.js';

export type { VerdictText } from './types.js';

const CATALOGUES: Readonly<Record<Scenario['language'], VerdictText>> = {
  en: verdictEn,
  az: verdictAz,
  tr: verdictTr,
  ar: verdictAr,
};

/** The catalogue of a language. */
export function verdictText(language: Scenario['language']): VerdictText {
  return CATALOGUES[language];
}
