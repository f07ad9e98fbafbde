import type { Scenario } from '../../../scenario/types.js';
import { checkEn } from './en.js';

type Widen<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : { readonly [K in keyof T]: Widen<T[K]> };

/** A catalogue: what every language has to say about what a plan is held to. */
export type CheckText = Omit<Widen<typeof checkEn>, 'language'> & { readonly language: Scenario['language'] };

const CATALOGUES: Readonly<Partial<Record<Scenario['language'], CheckText>>> = { en: checkEn };

/** The catalogue of a language; English where there is none yet. */
export function checkText(language: Scenario['language']): CheckText {
  return CATALOGUES[language] ?? checkEn;
}
