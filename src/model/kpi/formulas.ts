import { defineStep, type Expression, multiply, type Operand, type Step } from '../../kernel/index.js';
import type { BaseFigure, Formula } from './definitions.js';
import { expressionOf } from './expression.js';

/** Figures that no plan changes: they are the draw's. */
const OF_THE_DRAW: ReadonlySet<string> = new Set<BaseFigure>([
  'order_value',
  'margin',
  'fee',
  'tax',
  'close_rate',
  'fixed_cost',
  'ltv',
  'future_orders_per_buyer',
  'messages_per_view',
  'hours_per_view',
  'cost_per_view',
]);

/** What is paid for content and formats is a number of the plan, of which a period bears its share. */
const NUMBERS: readonly string[] = ['production', 'production share'];

const steps = new Map<string, Step>();

/** Some formulas as a step: `value 0`, `value 1` … of figures under their names, own figures under their descriptions. */
export function formulasStep(formulas: readonly Formula[]): Step {
  const key = JSON.stringify(formulas);
  const step = steps.get(key) ?? define(formulas);
  steps.set(key, step);
  return step;
}

function define(formulas: readonly Formula[]): Step {
  const names = new Set<string>();
  const slot = (name: string): Expression => {
    names.add(name);
    return { kind: 'slot', name };
  };
  const figure = (name: BaseFigure): Expression =>
    name === 'production' ? multiply(slot('production'), slot('production share')) : slot(name);
  const values: { [name: string]: Operand } = {};
  formulas.forEach((formula, k) => {
    values[`value ${k}`] = expressionOf(formula, figure, (own) => slot(JSON.stringify(own)));
  });
  const all: readonly string[] = [...names];
  return defineStep(
    {
      name: formulas.length === 1 ? 'a figure' : `${formulas.length} figures`,
      inputs: all.filter((name) => OF_THE_DRAW.has(name)),
      numbers: all.filter((name) => NUMBERS.includes(name)),
      reads: all.filter((name) => !OF_THE_DRAW.has(name) && !NUMBERS.includes(name)),
    },
    () => ({ writes: values }),
  );
}
