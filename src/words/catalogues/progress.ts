import type { Translations } from '../said.js';
import { progress as ar } from './ar/progress.js';
import { progress as az } from './az/progress.js';
import { progress as tr } from './tr/progress.js';

/** What long work is at, in every language: for a page that is read in any of them, and in another one a moment later. */
export const progressTranslations: Readonly<Record<'en' | 'az' | 'tr' | 'ar', Translations>> = { en: {}, az, tr, ar };
