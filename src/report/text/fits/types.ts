import type { Widen } from '../catalogue.js';
import type { fitsEn } from './en.js';

/** A catalogue: what is said of fits from exports in every language. */
export type FitsText = Widen<typeof fitsEn>;
