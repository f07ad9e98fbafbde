import type { Language } from '../../../units/locale.js';
import { backtestAr } from './ar.js';
import { backtestAz } from './az.js';
import { backtestEn } from './en.js';
import { backtestTr } from './tr.js';
import type { BacktestText } from './types.js';

const CATALOGUES: Readonly<Record<Language, BacktestText>> = {
  en: backtestEn,
  az: backtestAz,
  tr: backtestTr,
  ar: backtestAr,
};

/** The catalogue of a language. */
export function backtestWords(language: Language): BacktestText {
  return CATALOGUES[language];
}
