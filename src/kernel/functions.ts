import {
  above,
  divide,
  type Expression,
  exponential,
  lift,
  minimum,
  multiply,
  negate,
  type Operand,
  quotient,
  select,
  subtract,
  unary,
  withDerivatives,
} from './expression.js';

/** e^−u for u ≥ 0. */
export const remaining = (u: Operand): Expression => exponential(negate(u));

/** 1 − e^−u for u ≥ 0, all digits preserved where u is small. */
export const saturate = (u: Operand): Expression => unary('saturate', u);

/** (1 − e^−u)/u for u ≥ 0, 1 at 0: the mean worth of impressions whose worth falls from 1 to e^−u. */
export const meanFreshness = (u: Operand): Expression => unary('freshness', u);

/** (1 − (1 + u) e^−u)/u² for u ≥ 0, ½ at 0: how `meanFreshness` falls with u. */
export const meanFade = (u: Operand): Expression => unary('fade', u);

/** `2^x`. */
export const powerOfTwo = (x: Operand): Expression => exponential(multiply(x, Math.LN2));

/** `2^(−time / halfLife)`; a half-life of 0 forgets at once. */
export function halved(time: Operand, halfLife: Operand): Expression {
  return select(above(halfLife, 0), powerOfTwo(negate(quotient(time, halfLife))), 0);
}

/**
 * `A (1 − e^(−i / A))`: people among `audience` whom `impressions` reach that fall on them at random, and those among
 * the reached who do any of so many actions; 0 for an empty audience.
 */
export function poissonReach(impressions: Operand, audience: Operand): Expression {
  const frequency = quotient(impressions, audience);
  return withDerivatives(multiply(audience, saturate(frequency)), [
    [lift(impressions), select(above(audience, 0), remaining(frequency), 0)],
    // 1 − (1 + f) e^−f, without the difference.
    [lift(audience), multiply(frequency, frequency, meanFade(frequency))],
  ]);
}

/** Those whom `reach` of `people` leaves out, as a share: a factor of Sainsbury's joint reach `people (1 − Π (1 − R / people))`. */
export function missedShare(reach: Operand, people: Operand): Expression {
  return subtract(1, minimum(1, divide(reach, people)));
}

/** The same value, taken for a number that nothing moves. */
export const withoutDerivative = (of: Expression): Expression => withDerivatives(of, []);
