import type { Scenario } from '../../../scenario/types.js';
import type { Widen } from '../catalogue.js';
import { trackAr } from './ar.js';
import { trackAz } from './az.js';
import { trackEn } from './en.js';
import { trackTr } from './tr.js';

/** A catalogue: what every language has to say about a plan that is under way. */
export type TrackText = Omit<Widen<typeof trackEn>, 'language'> & { readonly language: Scenario['language'] };

const CATALOGUES: Readonly<Record<Scenario['language'], TrackText>> = {
  en: trackEn,
  az: trackAz,
  tr: trackTr,
  ar: trackAr,
};

/** The catalogue of a language. */
export function trackText(language: Scenario['language']): TrackText {
  return CATALOGUES[language];
}
