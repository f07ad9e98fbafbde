import { quantile } from '../../distributions/index.js';
import type { Quantity } from '../../scenario/types.js';
import type { Ground } from '../../scenario/warnings.js';
import type { QuantityView } from '../protocol.js';
import type { FileComments } from './comments.js';

/** Probabilities of the points that a small density is drawn from. */
const PROBABILITIES = Array.from({ length: 33 }, (_, k) => 0.01 + (0.98 * k) / 32);

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

/** An uncertain figure as the page shows it. @param path where its text stands in the file, or would */
export function quantityView(
  { distribution, origin }: Quantity,
  path: QuantityView['path'],
  name: string,
  { grounds, comments }: FigureSources,
): QuantityView {
  const at = (p: number): number => quantile(distribution, p);
  const beside = origin.kind === 'given' ? comments.beside(path) : null;
  return {
    path,
    kind: RATES.has(name) ? 'rate' : 'amount',
    p5: at(0.05),
    p50: at(0.5),
    p95: at(0.95),
    fixed: distribution.family === 'fixed',
    quantiles: distribution.family === 'fixed' ? [] : PROBABILITIES.map(at),
    // Of a file made from exports, what has its rows and period beside it was fitted.
    origin: beside !== null && comments.calibrated ? 'measured' : ORIGINS[origin.kind],
    source: beside ?? ('grounds' in origin ? grounds(origin.grounds) : null),
  };
}

const ORIGINS = { given: 'yours', default: 'default', benchmark: 'benchmark', assumed: 'assumed' } as const;
