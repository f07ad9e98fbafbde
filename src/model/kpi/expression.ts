import {
  above,
  absolute,
  add,
  divide,
  type Expression,
  equal,
  exponential,
  logarithm,
  maximum,
  minimum,
  multiply,
  negate,
  number,
  power,
  root,
  select,
  subtract,
} from '../../kernel/index.js';
import type { BaseFigure, Formula, OwnFigure } from './definitions.js';

/** Powers up to this are products. */
const LARGEST_PRODUCT = 8;

/** A formula as an expression of the kernel, figure by figure. */
export function expressionOf(
  formula: Formula,
  figure: (name: BaseFigure) => Expression,
  own: (figure: OwnFigure) => Expression,
): Expression {
  const visit = (of: Formula): Expression => {
    switch (of.kind) {
      case 'figure':
        return figure(of.name);
      case 'group':
      case 'metric figure':
        return own(of);
      case 'number':
        return number(of.value);
      case 'negate':
        return negate(visit(of.of));
      case 'binary':
        return binary(of.operator, visit(of.left), visit(of.right));
      case 'call': {
        const operands = of.arguments.map(visit);
        const [first] = operands as [Expression];
        switch (of.name) {
          case 'min':
            return operands.reduce(minimum);
          case 'max':
            return operands.reduce(maximum);
          case 'abs':
            return absolute(first);
          case 'sqrt':
            return root(first);
          case 'exp':
            return exponential(first);
          case 'log':
            return log(first);
        }
      }
    }
  };
  return visit(formula);
}

function binary(operator: '+' | '-' | '*' | '/' | '^', left: Expression, right: Expression): Expression {
  switch (operator) {
    case '+':
      return add(left, right);
    case '-':
      return subtract(left, right);
    case '*':
      return multiply(left, right);
    case '/':
      return ratio(left, right);
    case '^':
      return raised(left, right);
  }
}

/** A division by 0 has no value, and no derivative to spoil others. */
function ratio(left: Expression, right: Expression): Expression {
  const isZero = equal(right, 0);
  return select(isZero, Number.NaN, divide(left, select(isZero, 1, right)));
}

function log(of: Expression): Expression {
  const isPositive = above(of, 0);
  const value = logarithm(select(isPositive, of, 1));
  return select(isPositive, value, select(equal(of, 0), Number.NEGATIVE_INFINITY, Number.NaN));
}

/** Whole powers as products, for any base; others for a base above 0, and 0 for one of 0 if the power is above 0. */
function raised(base: Expression, exponent: Expression): Expression {
  if (exponent.kind === 'number' && Number.isInteger(exponent.value) && Math.abs(exponent.value) <= LARGEST_PRODUCT) {
    const product = multiply(...new Array<Expression>(Math.abs(exponent.value)).fill(base));
    return exponent.value < 0 ? ratio(number(1), product) : product;
  }
  const isPositive = above(base, 0);
  const value = power(select(isPositive, base, 1), exponent);
  const ofZero = select(above(exponent, 0), 0, select(equal(exponent, 0), 1, Number.POSITIVE_INFINITY));
  return select(isPositive, value, select(equal(base, 0), ofZero, Number.NaN));
}
