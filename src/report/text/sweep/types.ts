import type { Widen } from '../catalogue.js';
import type { sweepEn } from './en.js';

/** A catalogue: what is said of a sweep in every language. */
export type SweepText = Widen<typeof sweepEn>;
