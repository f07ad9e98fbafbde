import type { Scenario } from '../../../scenario/types.js';
import type { Widen } from '../catalogue.js';
import type { compareEn } from './en.js';

/** A catalogue: what every language has to say about scenarios side by side. */
export type CompareText = Omit<Widen<typeof compareEn>, 'language'> & { readonly language: Scenario['language'] };
