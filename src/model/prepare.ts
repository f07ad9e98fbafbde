import { expm1, pow } from '../distributions/elementary.js';
import { type Layout, rowAt } from './layout.js';
import { prepareDrawByDraw } from './prepare-draws.js';
import { preparationOf } from './prepare-rows.js';
import type { Program } from './program.js';
import { prepareResponses } from './response/prepare.js';
import { operateOnRows, type RowOperation } from './row-operations.js';

const known = new WeakMap<Layout, readonly RowOperation[]>();

/** A layout is of one program. */
function operationsOf(program: Program, layout: Layout): readonly RowOperation[] {
  const operations = known.get(layout) ?? preparationOf(program, layout);
  known.set(layout, operations);
  return operations;
}

/**
 * What the passes need once a block, from its sampled inputs: decay of each stock over a period `2^(−D / half-life)`, the
 * share θ of orders still unrecorded a period later, the fixed costs, and what a customer is worth over time (section 6).
 */
export function prepareBlock(program: Program, layout: Layout, data: Float64Array, lanes: number): void {
  const { globals, periodDays } = program;
  const halfLives = [globals.memory_days, globals.warm_days, globals.hot_days, globals.buyers_days, globals.wear_days];
  halfLives.forEach((row, k) => {
    halve(data, rowAt(layout.decay, k), rowAt(layout.inputs, row), periodDays, lanes);
  });
  halve(data, rowAt(layout.derived, 0), rowAt(layout.inputs, globals.delay_days), periodDays, lanes);
  const fixedCost = rowAt(layout.derived, 1);
  data.fill(0, fixedCost, fixedCost + lanes);
  for (const row of program.fixedCosts) {
    const amount = rowAt(layout.inputs, row);
    for (let d = 0; d < lanes; d++) data[fixedCost + d] = data[fixedCost + d] + data[amount + d];
  }
  customerValue(program, layout, data, lanes);
  prepareResponses(program, layout, data, lanes);
  operateOnRows(operationsOf(program, layout), data, lanes);
  prepareDrawByDraw(program, layout, data, lanes);
}

/**
 * `ltv = margin · order_value · (1 + repeat_rate/30 · buyers_days/ln 2 · (1 − 2^(−ltv_days/buyers_days)))`, and a buyer's
 * repeat orders over `value_days` after the horizon, by the same decay.
 */
function customerValue(program: Program, layout: Layout, data: Float64Array, lanes: number): void {
  const { globals } = program;
  const input = (row: number): number => rowAt(layout.inputs, row);
  const margin = input(globals.margin);
  const orderValue = input(globals.order_value);
  const repeatRate = input(globals.repeat_rate);
  const halfLife = input(globals.buyers_days);
  const ltvDays = input(globals.ltv_days);
  const valueDays = input(globals.value_days);
  const ltv = rowAt(layout.derived, 2);
  const future = rowAt(layout.derived, 3);
  const goneByLtv = remembering(gone);
  const goneByValue = remembering(gone);
  for (let d = 0; d < lanes; d++) {
    const life = data[halfLife + d];
    const perBuyer = ((data[repeatRate + d] / 30) * life) / Math.LN2;
    data[ltv + d] = data[margin + d] * data[orderValue + d] * (1 + perBuyer * goneByLtv(data[ltvDays + d], life));
    data[future + d] = perBuyer * goneByValue(data[valueDays + d], life);
  }
}

/** What of a stock of a half-life is gone after some days: `1 − 2^(−days / life)`; a half-life of 0 forgets at once. */
function gone(days: number, life: number): number {
  return life > 0 ? -expm1((-days / life) * Math.LN2) : 1;
}

/** What is left of it: `2^(−days / life)`. */
function left(days: number, life: number): number {
  return life > 0 ? pow(2, -days / life) : 0;
}

/** A function that knows what it said last: most half-lives are constants, the same in every draw. */
function remembering(of: (days: number, life: number) => number): (days: number, life: number) => number {
  let [lastDays, lastLife, last] = [Number.NaN, Number.NaN, Number.NaN];
  return (days, life) => {
    if (days !== lastDays || life !== lastLife) {
      last = of(days, life);
      lastDays = days;
      lastLife = life;
    }
    return last;
  };
}

/** What is left in each draw, by its own half-life. */
function halve(data: Float64Array, to: number, halfLife: number, days: number, lanes: number): void {
  const known = remembering(left);
  for (let d = 0; d < lanes; d++) data[to + d] = known(days, data[halfLife + d]);
}
