import type { Scenario } from '../../../scenario/types.js';
import type { Widen } from '../catalogue.js';
import type { explainEn } from './en.js';

/** A catalogue: what every language has to say about what drives a plan. */
export type ExplainText = Omit<Widen<typeof explainEn>, 'language'> & { readonly language: Scenario['language'] };
