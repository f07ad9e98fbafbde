import type { Language } from '../../../units/locale.js';
import { sweepAr } from './ar.js';
import { sweepAz } from './az.js';
import { sweepEn } from './en.js';
import { sweepTr } from './tr.js';
import type { SweepText } from './types.js';

const CATALOGUES: Readonly<Record<Language, SweepText>> = {
  en: sweepEn,
  az: sweepAz,
  tr: sweepTr,
  ar: sweepAr,
};

/** The catalogue of a language. */
export function sweepWords(language: Language): SweepText {
  return CATALOGUES[language];
}
