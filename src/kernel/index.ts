export type { Row } from './bindings.js';
export {
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
  type Operand,
  power,
  quotient,
  root,
  select,
  subtract,
  withDerivatives,
} from './expression.js';
export {
  halved,
  meanFade,
  meanFreshness,
  missedShare,
  poissonReach,
  powerOfTwo,
  remaining,
  saturate,
  withoutDerivative,
} from './functions.js';
export { createRowTable, type RowTable } from './rows.js';
export { shareRows } from './share-rows.js';
export { defineStep, type Step } from './step.js';
export { clearRows, createTape, type Pass, runCalls, runPass, type Tape } from './tape.js';
