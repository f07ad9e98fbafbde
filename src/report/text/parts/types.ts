import type { Widen } from '../catalogue.js';
import type { partsEn } from './en.js';

/** A catalogue: what every language calls the parts of a plan beside its lines, and their quantities. */
export type PartsText = Widen<typeof partsEn>;
