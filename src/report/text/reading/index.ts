import type { Language } from '../../../units/locale.js';
import { readingAr } from './ar.js';
import { readingAz } from './az.js';
import { readingEn } from './en.js';
import { readingTr } from './tr.js';
import type { ReadingText } from './types.js';

const CATALOGUES: Readonly<Record<Language, ReadingText>> = {
  en: readingEn,
  az: readingAz,
  tr: readingTr,
  ar: readingAr,
};

/** The catalogue of a language. */
export function readingWords(language: Language): ReadingText {
  return CATALOGUES[language];
}
