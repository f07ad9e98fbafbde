import type { Quantity } from '../../scenario/types.js';
import type { Ground } from '../../scenario/warnings.js';
import type { BehindView, QuantityView } from '../protocol.js';
import type { FileComments } from './comments.js';
import { measuredBehind, shapeOf } from './figures-behind.js';

const RATES = new Set([
  'ctr',
  'view_rate',
  'cvr',
  'match',
  'incrementality',
  'margin',
  'close_rate',
  'fee',
  'tax',
  'repeat_rate',
  'referral_rate',
  'authentic',
  'reach_rate',
]);

/** Where figures come from: the reader's own grounds in words, and what the file says beside them. */
export interface FigureSources {
  readonly grounds: (of: readonly Ground[]) => string;
  readonly comments: FileComments;
}

/**
 * An uncertain figure as the page shows it.
 *
 * @param path where its text stands in the file, or would
 * @param published what stands behind it, by what is published
 */
export function quantityView(
  { distribution, origin }: Quantity,
  path: QuantityView['path'],
  name: string,
  { grounds, comments }: FigureSources,
  published: BehindView | null = null,
): QuantityView {
  const beside = origin.kind === 'given' ? comments.beside(path) : null;
  const shape = shapeOf(distribution);
  const kept = measuredBehind(beside);
  // Of a file made from exports, what has its rows and period beside it was fitted.
  const isMeasured = kept === null && beside !== null && comments.calibrated;
  const measured: BehindView | null = isMeasured ? { kind: 'measured', ...shape, source: beside } : kept;
  return {
    path,
    kind: RATES.has(name) ? 'rate' : 'amount',
    ...shape,
    fixed: distribution.family === 'fixed',
    origin: isMeasured ? 'measured' : ORIGINS[origin.kind],
    source: kept === null ? (beside ?? ('grounds' in origin ? grounds(origin.grounds) : null)) : null,
    behind: [measured, published].filter((one) => one !== null),
  };
}

const ORIGINS = { given: 'yours', default: 'default', benchmark: 'benchmark', assumed: 'assumed' } as const;
