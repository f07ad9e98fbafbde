import type { Scenario } from '../../../scenario/types.js';
import type { Widen } from '../catalogue.js';
import type { trackEn } from './en.js';

/** A catalogue: what every language has to say about a plan that is under way. */
export type TrackText = Omit<Widen<typeof trackEn>, 'language'> & { readonly language: Scenario['language'] };
