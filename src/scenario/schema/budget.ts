import * as z from 'zod/mini';
import { choice, isMap, isScalar } from './leaf.js';
import { AMOUNT, plainNumber } from './number.js';

/** The media budget of the whole horizon. */
export interface BudgetInput {
  readonly amount: number;
  /** `maximum`: less may be spent. */
  readonly kind: 'exact' | 'maximum';
}

const money = plainNumber({ ...AMOUNT, above: true });

/** `budget: 18200` is spent wholly; of `budget: { max: 18200 }` what doesn't pay may stay unspent. */
export const budgetSchema = choice<BudgetInput>('an amount such as 18200, or { max: 18200 } where less may be spent', [
  {
    looksLike: isScalar,
    schema: z.pipe(
      money,
      z.transform((amount): BudgetInput => ({ amount, kind: 'exact' })),
    ),
  },
  {
    looksLike: isMap,
    schema: z.pipe(
      z.strictObject({ max: money }),
      z.transform(({ max }): BudgetInput => ({ amount: max, kind: 'maximum' })),
    ),
  },
]);
