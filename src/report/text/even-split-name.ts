import type { Language } from '../../units/locale.js';

/** The name of a plan whose budgets are huni's own, an even split, beside other plans: apart from its sentences, which the planner's page hasn't. */
export const EVEN_SPLIT: Readonly<Record<Language, string>> = {
  en: 'Even split',
  az: 'Bərabər bölgü',
  tr: 'Eşit dağılım',
  ar: 'توزيع متساوٍ',
};
