import type { Scenario } from '../../scenario/types.js';
import { en } from './en.js';

type Widen<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : { readonly [K in keyof T]: Widen<T[K]> };

/** A catalogue: what every language has to say. */
export type ReportText = Omit<Widen<typeof en>, 'language' | 'direction'> & {
  readonly language: Scenario['language'];
  readonly direction: 'ltr' | 'rtl';
};

const CATALOGUES: Readonly<Partial<Record<Scenario['language'], ReportText>>> = { en };

/** The catalogue of a language; English where there is none yet (and then the report says it is English). */
export function reportText(language: Scenario['language']): ReportText {
  return CATALOGUES[language] ?? en;
}
