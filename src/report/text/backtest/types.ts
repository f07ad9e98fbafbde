import type { Widen } from '../catalogue.js';
import type { backtestEn } from './en.js';

/** A catalogue: what is said of plans held against what came in every language. */
export type BacktestText = Widen<typeof backtestEn>;
