import type { Widen } from '../catalogue.js';
import type { verdictEn } from './en.js';

/** A catalogue: what every language has to say of a verdict. */
export type VerdictText = Widen<typeof verdictEn>;
