export { adjointOf, barOf, factorOf } from './adjoint.js';
export type { Bindings, Decision, Row, StateRows } from './bindings.js';
export type { Memory } from './evaluate.js';
export {
  above,
  absolute,
  add,
  type Condition,
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
  slot,
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
export { defineStep, type Outputs, type SlotKind, type Step } from './step.js';
export { clearRows, createTape, type Pass, runCalls, runPass, type Tape } from './tape.js';
