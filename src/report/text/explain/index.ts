import type { Scenario } from '../../../scenario/types.js';
import type { Widen } from '../catalogue.js';
import { explainAr } from './ar.js';
import { explainAz } from './az.js';
import { explainEn } from './en.js';
import { explainTr } from './tr.js';

/** A catalogue: what every language has to say about what drives a plan. */
export type ExplainText = Omit<Widen<typeof explainEn>, 'language'> & { readonly language: Scenario['language'] };

const CATALOGUES: Readonly<Record<Scenario['language'], ExplainText>> = {
  en: explainEn,
  az: explainAz,
  tr: explainTr,
  ar: explainAr,
};

/** The catalogue of a language. */
export function explainText(language: Scenario['language']): ExplainText {
  return CATALOGUES[language];
}
