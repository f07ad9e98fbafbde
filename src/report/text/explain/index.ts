import type { Scenario } from '../../../scenario/types.js';
import { explainEn } from './en.js';

type Widen<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : { readonly [K in keyof T]: Widen<T[K]> };

/** A catalogue: what every language has to say about what drives a plan. */
export type ExplainText = Omit<Widen<typeof explainEn>, 'language'> & { readonly language: Scenario['language'] };

const CATALOGUES: Readonly<Partial<Record<Scenario['language'], ExplainText>>> = { en: explainEn };

/** The catalogue of a language; English where there is none yet. */
export function explainText(language: Scenario['language']): ExplainText {
  return CATALOGUES[language] ?? explainEn;
}
