import { required } from '../required.js';
import {
  above,
  add,
  divide,
  type Expression,
  equal,
  isNumber,
  lift,
  logarithm,
  multiply,
  negate,
  number,
  power,
  quotient,
  select,
  slot,
  subtract,
} from './expression.js';
import { meanFade, remaining } from './functions.js';
import { type Node, NodeList } from './nodes.js';
import type { SlotKind, Step } from './step.js';

/** The slot of the derivative with respect to a slot or an output. */
export const barOf = (name: string): string => `∂${name}`;
/** The slot of what one more unit of the plan's variable is worth in units of a decision. */
export const factorOf = (name: string): string => `${name} by its variable`;

/**
 * A step turned round (reverse mode): from the derivatives of some function with respect to the step's outputs, those with
 * respect to what it read. The step's own values are computed again from the rows it read, which have to stand yet.
 *
 * Its slots: the step's, under their names, for values; and under `barOf(name)` the derivative by what is called so. The
 * derivative by a row that was written is used up (the row had another value before), by a state it becomes the one by the
 * state before; by what was added to it stays.
 *
 * @param inputs whether derivatives by inputs are wanted too
 */
export function adjointOf(step: Step, { inputs = false }: { readonly inputs?: boolean } = {}): Step {
  const { outputs } = step;
  const list = new NodeList(true);
  const slots: Record<string, SlotKind> = {};
  for (const [name, kind] of Object.entries(step.slots)) {
    slots[name] = kind === 'decisions' || kind === 'numbers' ? 'numbers' : 'inputs';
  }
  const bars: Expression[] = [];
  const contribute = (node: number, bar: Expression): void => {
    bars[node] = bars[node] === undefined ? bar : add(bars[node], bar);
  };
  const newStates: Record<string, Expression> = {};
  const seed = (name: string, kind: 'inputs' | 'states'): Expression => {
    slots[barOf(name)] = kind;
    return slot(barOf(name));
  };
  for (const [name, value] of Object.entries(outputs.states ?? {})) {
    contribute(list.place(lift(value)), seed(name, 'states'));
  }
  for (const [name, value] of Object.entries(outputs.writes ?? {})) {
    contribute(list.place(lift(value)), seed(name, 'states'));
    newStates[barOf(name)] = number(0);
  }
  for (const [name, value] of Object.entries(outputs.adds ?? {})) {
    contribute(list.place(lift(value)), seed(name, 'inputs'));
  }
  for (const [name, value] of Object.entries(outputs.raises ?? {})) {
    const bar = seed(name, 'states');
    slots[name] = 'inputs';
    const isIt = equal(lift(value), slot(name));
    contribute(list.place(lift(value)), select(isIt, bar, 0));
    newStates[barOf(name)] = select(isIt, 0, bar);
  }

  const active = activeNodes(step, list.nodes, inputs);
  for (let k = list.nodes.length - 1; k >= 0; k--) {
    const bar = bars[k];
    if (bar === undefined || isNumber(bar, 0) || !active[k]) continue;
    for (const [operand, contribution] of propagate(list.nodes, k, bar)) {
      if (active[operand]) contribute(operand, contribution);
    }
  }

  const adds: Record<string, Expression> = {};
  list.nodes.forEach(({ operation, name }, k) => {
    if (operation !== 'slot' || !active[k]) return;
    const kind = step.slots[name];
    const bar = bars[k] ?? number(0);
    if (kind === 'states') newStates[barOf(name)] = bar;
    else if (kind === 'decisions') {
      slots[factorOf(name)] = 'numbers';
      adds[barOf(name)] = multiply(bar, slot(factorOf(name)));
    } else adds[barOf(name)] = bar;
  });
  for (const name of Object.keys(outputs.states ?? {})) newStates[barOf(name)] ??= number(0);
  return { name: `${step.name}, turned round`, slots, outputs: { states: newStates, adds } };
}

/** Nodes that depend on something that derivatives are wanted by. */
function activeNodes(step: Step, nodes: readonly Node[], inputs: boolean): boolean[] {
  const active: boolean[] = [];
  for (const { operation, operands, name } of nodes) {
    if (operation === 'slot') {
      const kind = step.slots[name];
      active.push(kind === 'reads' || kind === 'states' || kind === 'decisions' || (inputs && kind === 'inputs'));
    } else if (operation === 'withDerivatives') {
      active.push(operands.some((operand, k) => k % 2 === 1 && active[operand]));
    } else if (operation === 'select') {
      active.push(active[operands[1]] || active[operands[2]]);
    } else active.push(operands.some((operand) => active[operand]));
  }
  return active;
}

type Contribution = readonly [operand: number, bar: Expression];

/** What a node's derivative means for its operands. */
function propagate(nodes: readonly Node[], k: number, bar: Expression): Contribution[] {
  const { operation, operands } = nodes[k];
  const y = required(nodes[k].expression);
  const [a, b] = operands as [number, number];
  const at = (node: number): Expression => required(nodes[node].expression);
  switch (operation) {
    case 'number':
    case 'slot':
    case 'above':
    case 'equal':
      return [];
    case 'negate':
      return [[a, negate(bar)]];
    case 'absolute':
      return [[a, multiply(bar, select(above(at(a), 0), 1, select(above(0, at(a)), -1, 0)))]];
    case 'root':
      return [[a, divide(multiply(bar, 0.5), y)]];
    case 'logarithm':
      return [[a, divide(bar, at(a))]];
    case 'exponential':
      return [[a, multiply(bar, y)]];
    case 'saturate':
      return [[a, multiply(bar, remaining(at(a)))]];
    case 'freshness':
      return [[a, negate(multiply(bar, meanFade(at(a))))]];
    case 'fade':
      // d/du (1 − (1 + u) e^−u)/u² = (e^−u − 2 fade)/u; for small u by its series −1/3 + u/4 − u²/10 + u³/36 − …
      return [[a, multiply(bar, fadeSlope(at(a), y))]];
    case 'add':
      return [
        [a, bar],
        [b, bar],
      ];
    case 'subtract':
      return [
        [a, bar],
        [b, negate(bar)],
      ];
    case 'multiply':
      return [
        [a, multiply(bar, at(b))],
        [b, multiply(bar, at(a))],
      ];
    case 'divide':
      return [
        [a, divide(bar, at(b))],
        [b, negate(divide(multiply(bar, y), at(b)))],
      ];
    case 'quotient':
      return [
        [a, quotient(bar, at(b))],
        [b, negate(quotient(multiply(bar, y), at(b)))],
      ];
    case 'minimum':
      return either(a, b, above(at(a), at(b)), bar, true);
    case 'maximum':
      return either(a, b, above(at(a), at(b)), bar, false);
    case 'power':
      return [
        [a, multiply(bar, at(b), power(at(a), subtract(at(b), 1)))],
        [b, multiply(bar, y, logarithm(at(a)))],
      ];
    case 'select': {
      const when = (y as Expression & { readonly kind: 'select' }).when;
      return [
        [operands[1], select(when, bar, 0)],
        [operands[2], select(when, 0, bar)],
      ];
    }
    case 'withDerivatives': {
      const pairs: Contribution[] = [];
      for (let i = 1; i < operands.length; i += 2) {
        pairs.push([operands[i], multiply(bar, at(operands[i + 1]))]);
      }
      return pairs;
    }
  }
}

/** Of two equal operands the first has the derivative of a minimum, the second that of a maximum. */
function either(
  a: number,
  b: number,
  when: ReturnType<typeof above>,
  bar: Expression,
  isMinimum: boolean,
): Contribution[] {
  const first = isMinimum ? select(when, 0, bar) : select(when, bar, 0);
  const second = isMinimum ? select(when, bar, 0) : select(when, 0, bar);
  return [
    [a, first],
    [b, second],
  ];
}

/** The derivative of `fade`, which is −1/3 at 0. */
function fadeSlope(u: Expression, fade: Expression): Expression {
  const series = [-1 / 3, 1 / 4, -1 / 10, 1 / 36, -1 / 168, 1 / 960, -1 / 6480, 1 / 50400, -1 / 443520];
  const small = series.reduceRight<Expression>((sum, coefficient) => add(coefficient, multiply(sum, u)), number(0));
  return select(above(u, 0.25), quotient(subtract(remaining(u), multiply(2, fade)), u), small);
}
