import type { Scenario } from '../../../scenario/types.js';
import type { Widen } from '../catalogue.js';
import { frontierAr } from './ar.js';
import { frontierAz } from './az.js';
import { frontierEn } from './en.js';
import { frontierTr } from './tr.js';

/** A catalogue: what every language has to say about what profit costs in the worst futures, and what another budget would bring. */
export type FrontierText = Widen<typeof frontierEn>;

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
