import type { Scenario } from '../../../scenario/types.js';
import type { Widen } from '../catalogue.js';
import type { checkEn } from './en.js';

/** A catalogue: what every language has to say about what a plan is held to. */
export type CheckText = Omit<Widen<typeof checkEn>, 'language'> & { readonly language: Scenario['language'] };
