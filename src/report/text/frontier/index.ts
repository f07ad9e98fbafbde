import type { Scenario } from '../../../scenario/types.js';
import { frontierAr } from './ar.js';
import { frontierAz } from './az.js';
import { frontierEn } from './en.js';
import { frontierTr } from './tr.js';
import type { FrontierText } from './types.js';

export type { FrontierText } from './types.js';

const CATALOGUES: Readonly<Record<Scenario['language'], FrontierText>> = {
  en: frontierEn,
  az: frontierAz,
  tr: frontierTr,
  ar: frontierAr,
};

/** The catalogue of a language. */
export function frontierText(language: Scenario['language']): FrontierText {
  return CATALOGUES[language];
}
