import {
  above,
  add,
  divide,
  type Expression,
  exponential,
  logarithm,
  meanFade,
  meanFreshness,
  multiply,
  negate,
  quotient,
  remaining,
  select,
  withDerivatives,
} from '../../kernel/index.js';

/**
 * Section 11: `((1 + x / (D · at)) / 2)^ε`, what one's own money does to the price.
 *
 * @param spend x, currency in the period
 * @param usual D · at, currency in a period at which the price was seen
 */
export function pricePressure(spend: Expression, usual: Expression, pressure: Expression): Expression {
  const relative = divide(add(1, divide(spend, usual)), 2);
  return exponential(multiply(pressure, logarithm(relative)));
}

/** What money is worth in people and impressions before anybody else is thought of. */
interface Approach {
  /** A, people. */
  readonly audience: Expression;
  /** Currency that finds an audience. */
  readonly spent: Expression;
  /** i. */
  readonly impressions: Expression;
  /** λ M of the line, impressions noticed and still remembered. */
  readonly remembered: Expression;
  /** ẽ: effective impressions if the line were alone with its audience. */
  readonly alone: Expression;
}

/** Section 3 up to `e`, for a line alone. */
export function approach(
  audience: Expression,
  spent: Expression,
  impressions: Expression,
  remembered: Expression,
  fatigue: Expression,
): Approach {
  return {
    audience,
    spent,
    impressions,
    remembered,
    alone: effectiveAlone(impressions, audience, remembered, fatigue),
  };
}

/**
 * `A exp(−κ f0) (1 − exp(−κ i / A)) / κ` as `i · exp(−κ f0) · (1 − exp(−u)) / u` with u = κ i / A, so that neither a small κ
 * nor a small spend loses digits; its derivatives likewise.
 */
function effectiveAlone(
  impressions: Expression,
  audience: Expression,
  remembered: Expression,
  fatigue: Expression,
): Expression {
  const before = multiply(fatigue, quotient(remembered, audience));
  const steps = multiply(fatigue, quotient(impressions, audience));
  const first = multiply(impressions, remaining(before));
  const alone = multiply(first, meanFreshness(steps));
  const fading = multiply(first, meanFade(steps));
  return withDerivatives(alone, [
    [impressions, multiply(remaining(before), remaining(steps))],
    [remembered, negate(multiply(alone, quotient(fatigue, audience)))],
    [audience, quotient(add(multiply(alone, before), multiply(fading, steps)), audience)],
    [
      fatigue,
      negate(add(multiply(alone, quotient(remembered, audience)), multiply(fading, quotient(impressions, audience)))),
    ],
  ]);
}

/** Money that finds an audience; none does where there is nobody, or where the line isn't on air. */
export function spentOn(audience: Expression, spend: Expression, active: Expression | null): Expression {
  const wanted = active === null ? spend : multiply(active, spend);
  return select(above(audience, 0), wanted, 0);
}

/** `1000 · x / c`. */
export function impressionsFor(spent: Expression, price: Expression): Expression {
  return divide(multiply(1000, spent), price);
}
