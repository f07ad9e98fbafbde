import type { Scenario } from '../../../scenario/types.js';
import { explainAr } from './ar.js';
import { explainAz } from './az.js';
import { explainEn } from './en.js';
import { explainTr } from './tr.js';
import type { ExplainText } from './types.js';

export type { ExplainText } from './types.js';

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
