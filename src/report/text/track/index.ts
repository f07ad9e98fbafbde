import type { Scenario } from '../../../scenario/types.js';
import { trackAr } from './ar.js';
import { trackAz } from './az.js';
import { trackEn } from './en.js';
import { trackTr } from './tr.js';
import type { TrackText } from './types.js';

export type { TrackText } from './types.js';

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
