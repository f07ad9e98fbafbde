import { barOf, factorOf } from './adjoint.js';
import type { Step } from './step.js';

/** A row of a block's memory: where its values start, and where the derivatives by it do; −1 where none are stored. */
export interface Row {
  readonly value: number;
  readonly bar: number;
}

/**
 * A state's rows for one call. For a gradient every call's `before` has to stand until the way back, so `after` is another
 * row then; without one they may be the same. The derivative has one row all the way, however many rows the values have.
 */
interface StateRows {
  readonly before: number;
  readonly after: number;
  readonly bar: number;
}

/** A number that the plan decides. */
interface Decision {
  /** Where it stands among the numbers. */
  readonly number: number;
  /** Where its derivative by one of the plan's variables stands among the numbers: a period's share of a budget, say. */
  readonly factor: number;
  /** The variable's row of the gradient; −1 where none is stored. */
  readonly bar: number;
}

/** Where a call's slots stand, by their names. */
export interface Bindings {
  /** Inputs, reads, and all outputs but states. */
  readonly rows?: { readonly [name: string]: Row };
  readonly states?: { readonly [name: string]: StateRows };
  readonly decisions?: { readonly [name: string]: Decision };
  /** Indices. */
  readonly numbers?: { readonly [name: string]: number };
}

/** Finds a slot's place in a call's bindings. */
export type Finder = (bindings: Bindings) => number;

function missing(step: Step, name: string): never {
  throw new Error(`step "${step.name}": "${name}" isn't bound`);
}

/** Of a slot that a step loads. */
export function loadFinder(step: Step, name: string): Finder {
  switch (step.slots[name]) {
    case 'states':
      return ({ states }) => states?.[name]?.before ?? missing(step, name);
    case 'decisions':
      return ({ decisions }) => decisions?.[name]?.number ?? missing(step, name);
    case 'numbers':
      return ({ numbers }) => numbers?.[name] ?? missing(step, name);
    default:
      return ({ rows }) => rows?.[name]?.value ?? missing(step, name);
  }
}

/** Of an output of a step. */
export function storeFinder(step: Step, name: string): Finder {
  if (step.slots[name] === 'states') return ({ states }) => states?.[name]?.after ?? missing(step, name);
  return ({ rows }) => rows?.[name]?.value ?? missing(step, name);
}

const BAR = barOf('');

/** Whether a slot of a step turned round is a derivative. */
export const isBar = (name: string): boolean => name.startsWith(BAR);

/** Of a slot or output of the step turned round. */
export function adjointFinder(step: Step, name: string): Finder {
  const own = Object.keys(step.slots).find((slot) => name === factorOf(slot));
  if (own !== undefined) return ({ decisions }) => decisions?.[own]?.factor ?? missing(step, own);
  if (!isBar(name)) return loadFinder(step, name);
  const of = name.slice(BAR.length);
  const kind = step.slots[of];
  return ({ rows, states, decisions }) => {
    const found = kind === 'states' ? states?.[of] : kind === 'decisions' ? decisions?.[of] : rows?.[of];
    return found === undefined || found.bar < 0 ? missing(step, name) : found.bar;
  };
}
