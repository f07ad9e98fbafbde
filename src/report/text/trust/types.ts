import type { Widen } from '../catalogue.js';
import type { trustEn } from './en.js';

/** A catalogue: what every language has to say about how far an optimum can be trusted. */
export type TrustText = Widen<typeof trustEn>;
