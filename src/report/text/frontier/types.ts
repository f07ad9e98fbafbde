import type { Widen } from '../catalogue.js';
import type { frontierEn } from './en.js';

/** A catalogue: what every language has to say about what profit costs in the worst futures, and what another budget would bring. */
export type FrontierText = Widen<typeof frontierEn>;
