import type { Scenario } from '../../../scenario/types.js';
import { partsAr } from './ar.js';
import { partsAz } from './az.js';
import { partsEn } from './en.js';
import { partsTr } from './tr.js';
import type { PartsText } from './types.js';

export type { PartsText } from './types.js';

const CATALOGUES: Readonly<Record<Scenario['language'], PartsText>> = {
  en: partsEn,
  az: partsAz,
  tr: partsTr,
  ar: partsAr,
};

/** The catalogue of a language. */
export function partsText(language: Scenario['language']): PartsText {
  return CATALOGUES[language];
}
