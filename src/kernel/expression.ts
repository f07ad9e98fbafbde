/**
 * The language of the model's equations: an expression has one value a draw. Expressions are plain trees; what stands in
 * them twice is computed once (see `nodes.ts`), so an equation may be taken apart into as many names as it reads best with.
 */

/** Operations on one value a draw. */
export type UnaryOperation = 'negate' | 'absolute' | 'root' | 'logarithm' | ExponentialOperation;

/**
 * The exponential and its relatives for u ≥ 0, each with all its digits where u is small:
 * `saturate` is 1 − e^−u, `freshness` (1 − e^−u)/u, `fade` (1 − (1 + u) e^−u)/u².
 */
type ExponentialOperation = 'exponential' | 'saturate' | 'freshness' | 'fade';

/** `quotient` is a division that gives 0 where its divisor isn't positive; `divide` has to be guarded against that. */
export type BinaryOperation = 'add' | 'subtract' | 'multiply' | 'divide' | 'quotient' | 'minimum' | 'maximum' | 'power';

export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'slot'; readonly name: string }
  | { readonly kind: 'unary'; readonly operation: UnaryOperation; readonly of: Expression }
  | {
      readonly kind: 'binary';
      readonly operation: BinaryOperation;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'select';
      readonly when: Condition;
      readonly chosen: Expression;
      readonly otherwise: Expression;
    }
  | {
      /** A value whose derivatives are supplied, where the rules of calculus would lose digits. */
      readonly kind: 'withDerivatives';
      readonly value: Expression;
      readonly derivatives: readonly (readonly [by: Expression, derivative: Expression])[];
    };

/** Whether `left` is above `right` (or equal to it), draw by draw. Nothing is differentiated through a condition. */
export interface Condition {
  readonly relation: 'above' | 'equal';
  readonly left: Expression;
  readonly right: Expression;
}

/** Where an expression is wanted, a number will do. */
export type Operand = Expression | number;

export const number = (value: number): Expression => ({ kind: 'number', value });
export const slot = (name: string): Expression => ({ kind: 'slot', name });

/** @internal */
export const lift = (operand: Operand): Expression => (typeof operand === 'number' ? number(operand) : operand);

/** Whether an expression is this number. */
export function isNumber(expression: Expression, value: number): boolean {
  return expression.kind === 'number' && expression.value === value;
}

export function unary(operation: UnaryOperation, of: Operand): Expression {
  return { kind: 'unary', operation, of: lift(of) };
}

function binary(operation: BinaryOperation, left: Operand, right: Operand): Expression {
  return { kind: 'binary', operation, left: lift(left), right: lift(right) };
}

/** The sum of all terms, added up from the left; numbers that change nothing are left out. */
export function add(...terms: readonly Operand[]): Expression {
  const remaining = terms.map(lift).filter((term) => !isNumber(term, 0));
  if (remaining.length === 0) return number(0);
  return remaining.reduce((left, right) => binary('add', left, right));
}

export function subtract(left: Operand, right: Operand): Expression {
  if (isNumber(lift(right), 0)) return lift(left);
  return isNumber(lift(left), 0) ? negate(right) : binary('subtract', left, right);
}

/** The product of all factors, multiplied from the left; numbers that change nothing are left out, a 0 leaves nothing else. */
export function multiply(...factors: readonly Operand[]): Expression {
  const remaining = factors.map(lift).filter((factor) => !isNumber(factor, 1));
  if (remaining.length === 0) return number(1);
  if (remaining.some((factor) => isNumber(factor, 0))) return number(0);
  return remaining.reduce((left, right) => binary('multiply', left, right));
}

/** A division whose divisor is never 0. */
export function divide(left: Operand, right: Operand): Expression {
  if (isNumber(lift(right), 1)) return lift(left);
  return isNumber(lift(left), 0) ? number(0) : binary('divide', left, right);
}

/** `left / right` where `right` is above 0, and 0 elsewhere; so are its derivatives. */
export function quotient(left: Operand, right: Operand): Expression {
  return isNumber(lift(left), 0) ? number(0) : binary('quotient', left, right);
}

export function negate(of: Operand): Expression {
  const inner = lift(of);
  if (inner.kind === 'number') return number(0 - inner.value);
  return inner.kind === 'unary' && inner.operation === 'negate' ? inner.of : unary('negate', inner);
}

export const minimum = (left: Operand, right: Operand): Expression => binary('minimum', left, right);
export const maximum = (left: Operand, right: Operand): Expression => binary('maximum', left, right);
export const absolute = (of: Operand): Expression => unary('absolute', of);
export const root = (of: Operand): Expression => unary('root', of);
export const logarithm = (of: Operand): Expression => unary('logarithm', of);
export const exponential = (of: Operand): Expression => unary('exponential', of);
/** `base ^ exponent`, for a base above 0. */
export const power = (base: Operand, exponent: Operand): Expression => binary('power', base, exponent);

export const above = (left: Operand, right: Operand): Condition => ({
  relation: 'above',
  left: lift(left),
  right: lift(right),
});
export const equal = (left: Operand, right: Operand): Condition => ({
  relation: 'equal',
  left: lift(left),
  right: lift(right),
});

/**
 * One of two values, draw by draw. Both are computed: a value that isn't finite does no harm where it isn't chosen, but its
 * derivatives would, so divide by `quotient` in there.
 */
export function select(when: Condition, chosen: Operand, otherwise: Operand): Expression {
  const [a, b] = [lift(chosen), lift(otherwise)];
  if (a.kind === 'number' && b.kind === 'number' && a.value === b.value) return a;
  return { kind: 'select', when, chosen: a, otherwise: b };
}

/** A value whose derivatives with respect to `by` are given beside it; with respect to anything else it has none. */
export function withDerivatives(
  value: Expression,
  derivatives: readonly (readonly [by: Expression, derivative: Expression])[],
): Expression {
  return { kind: 'withDerivatives', value, derivatives };
}
