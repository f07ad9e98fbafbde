import type { Scenario } from '../../../scenario/types.js';
import type { Widen } from '../catalogue.js';
import { trustAr } from './ar.js';
import { trustAz } from './az.js';
import { trustEn } from './en.js';
import { trustTr } from './tr.js';

/** A catalogue: what every language has to say about how far an optimum can be trusted. */
export type TrustText = Widen<typeof trustEn>;

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
