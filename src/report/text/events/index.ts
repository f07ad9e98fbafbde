import type { Scenario } from '../../../scenario/types.js';
import { eventsAr } from './ar.js';
import { eventsAz } from './az.js';
import { eventsEn } from './en.js';
import { eventsTr } from './tr.js';
import type { EventsText } from './types.js';

const CATALOGUES: Readonly<Record<Scenario['language'], EventsText>> = {
  en: eventsEn,
  az: eventsAz,
  tr: eventsTr,
  ar: eventsAr,
};

/** The catalogue of a language. */
export function eventsText(language: Scenario['language']): EventsText {
  return CATALOGUES[language];
}
