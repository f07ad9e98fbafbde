import type { Language } from '../../units/locale.js';
import { ar } from './ar.js';
import { az } from './az.js';
import { en, type PlannerWords } from './en.js';
import { tr } from './tr.js';

const CATALOGUES: Readonly<Record<Language, PlannerWords>> = { en, az, tr, ar };

/** The page's words in a language. */
export function plannerWords(language: Language): PlannerWords {
  return CATALOGUES[language];
}

export type { PlannerWords };
