import type { Scenario } from '../../scenario/types.js';
import { ar } from './ar.js';
import { az } from './az.js';
import type { Widen } from './catalogue.js';
import { en } from './en.js';
import { tr } from './tr.js';

/** A catalogue: what every language has to say. */
export type ReportText = Omit<Widen<typeof en>, 'language' | 'direction'> & {
  readonly language: Scenario['language'];
  readonly direction: 'ltr' | 'rtl';
};

const CATALOGUES: Readonly<Record<Scenario['language'], ReportText>> = { en, az, tr, ar };

/** The catalogue of a language. */
export function reportText(language: Scenario['language']): ReportText {
  return CATALOGUES[language];
}
