import type { Scenario } from '../../../scenario/types.js';
import { trustAr } from './ar.js';
import { trustAz } from './az.js';
import { trustEn } from './en.js';
import { trustTr } from './tr.js';
import type { TrustText } from './types.js';

const CATALOGUES: Readonly<Record<Scenario['language'], TrustText>> = {
  en: trustEn,
  az: trustAz,
  tr: trustTr,
  ar: trustAr,
};

/** The catalogue of a language. */
export function trustText(language: Scenario['language']): TrustText {
  return CATALOGUES[language];
}
