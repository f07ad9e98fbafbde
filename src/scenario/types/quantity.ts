import type { Distribution } from '../../distributions/types.js';
import type { Ground } from '../warnings.js';

/** Where a number came from; the report lists every one that the planner did not give. */
export type Origin =
  | { readonly kind: 'given' }
  | { readonly kind: 'default' }
  | { readonly kind: 'benchmark'; readonly grounds: readonly Ground[]; readonly page: string }
  | { readonly kind: 'assumed'; readonly grounds: readonly Ground[] };

/** A number of the model: a distribution (maybe `fixed`) and where it came from. */
export interface Quantity {
  readonly distribution: Distribution;
  readonly origin: Origin;
}
