import type { Language } from '../../../units/locale.js';
import { fitsAr } from './ar.js';
import { fitsAz } from './az.js';
import { fitsEn } from './en.js';
import { fitsTr } from './tr.js';
import type { FitsText } from './types.js';

const CATALOGUES: Readonly<Record<Language, FitsText>> = {
  en: fitsEn,
  az: fitsAz,
  tr: fitsTr,
  ar: fitsAr,
};

/** The catalogue of a language. */
export function fitsText(language: Language): FitsText {
  return CATALOGUES[language];
}
