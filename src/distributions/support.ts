import type { Support } from './types.js';

/** Bounds of a quantity by its kind. */
export const SUPPORT_BOUNDS: Readonly<Record<Support, readonly [number, number]>> = {
  amount: [0, Infinity],
  rate: [0, 1],
  any: [-Infinity, Infinity],
};

/** A price may reach 0 or less with this probability at most; its draws stop at the quantile of this probability. */
export const RAREST_PRICE = 1e-6;
