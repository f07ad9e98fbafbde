/**
 * A distribution as data. Every family is a monotone map of a standard normal (see `normal-map.ts`), so any of them
 * works with any sampler and any correlation.
 */
export type Distribution =
  | { readonly family: 'fixed'; readonly value: number }
  | { readonly family: 'normal'; readonly mean: number; readonly sd: number }
  | {
      readonly family: 'truncnormal';
      readonly mean: number;
      readonly sd: number;
      readonly min: number;
      readonly max: number;
    }
  | { readonly family: 'lognormal'; readonly mu: number; readonly sigma: number }
  | { readonly family: 'beta'; readonly alpha: number; readonly beta: number }
  | { readonly family: 'gamma'; readonly shape: number; readonly scale: number }
  | { readonly family: 'uniform'; readonly min: number; readonly max: number }
  | { readonly family: 'triangular'; readonly min: number; readonly mode: number; readonly max: number }
  | { readonly family: 'pert'; readonly min: number; readonly mode: number; readonly max: number }
  | { readonly family: 'quantiles'; readonly p: readonly number[]; readonly x: readonly number[] }
  | { readonly family: 'empirical'; readonly sorted: readonly number[] }
  | {
      /** Cut to [min, max], either of which may be infinite. */
      readonly family: 'truncated';
      readonly of: Distribution;
      readonly min: number;
      readonly max: number;
    }
  | { readonly family: 'mixture'; readonly of: readonly Distribution[]; readonly weights: readonly number[] };

/** The families' names, as they are written after `dist:` in a scenario. */
export type Family = Distribution['family'];

/** Where a quantity may lie: a positive amount (money, people, days), a rate in [0, 1], or any number. */
export type Support = 'amount' | 'rate' | 'any';
