import type { Scenario } from '../../../scenario/types.js';
import { compareEn } from './en.js';

type Widen<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : { readonly [K in keyof T]: Widen<T[K]> };

/** A catalogue: what every language has to say about scenarios side by side. */
export type CompareText = Omit<Widen<typeof compareEn>, 'language'> & { readonly language: Scenario['language'] };

const CATALOGUES: Readonly<Partial<Record<Scenario['language'], CompareText>>> = { en: compareEn };

/** The catalogue of a language; English where there is none yet. */
export function compareText(language: Scenario['language']): CompareText {
  return CATALOGUES[language] ?? compareEn;
}
