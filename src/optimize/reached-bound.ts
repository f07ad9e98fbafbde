import { orderOfMagnitude, pow } from '../distributions/elementary.js';
import type { Scenario } from '../scenario/types.js';
import { ruleValues } from './problem.js';
import { type Relaxation, roundDown, roundUp } from './relaxations.js';
import { mean } from './risk.js';
import {
  exactMeasure,
  excessOf,
  type FigureDraws,
  isRatio,
  ratioOf,
  type SampledRule,
  satisfiedChances,
} from './sampled-rules.js';
import type { Evaluation } from './types.js';

/** Share by which bounds that are moved at once go beyond what one plan comes to. */
const AT_ONCE = 1e-3;
/** Steps outwards, each twice as long, after which no bound on a count is looked for further out. */
const DOUBLINGS = 40;
/** Halvings between a bound that is satisfied and one that isn't: as far as doubles tell. */
const HALVINGS = 60;

/** The bound that a plan keeps on every set of draws. */
export function reachedOn(rule: SampledRule, scenario: Scenario, evidence: readonly Evaluation[]): number {
  const figures = evidence.map((drawn) => reachedBound(rule, scenario, drawn));
  return rule.floor ? Math.min(...figures) : Math.max(...figures);
}

/** The bound that a plan just keeps on some draws. */
export function reachedBound(rule: SampledRule, scenario: Scenario, evidence: Evaluation): number {
  const values = ruleValues(scenario, evidence);
  if (rule.counted !== undefined) return countedBound(rule, values);
  if (!isRatio(rule)) {
    // The excess is so many times what the figure is off by.
    const off = exactMeasure(rule.measure, excessOf(rule, values)) / rule.relaxation.weight;
    return rule.floor ? rule.bound - off : rule.bound + off;
  }
  const { over, under } = ratioOf(rule, values);
  if (rule.measure.kind !== 'probability') return total(over) / total(under);
  const none = rule.floor ? 0 : Number.POSITIVE_INFINITY;
  const ratios = over.map((amount, d) => (under[d] > 0 ? amount / under[d] : none)).sort();
  const rank = Math.ceil(rule.measure.probability * ratios.length);
  return ratios[rule.floor ? ratios.length - rank : rank - 1];
}

/** The bound on a count that just so many futures keep: by halving, from one that is satisfied to one that isn't. */
function countedBound(rule: SampledRule, values: FigureDraws): number {
  const { measure, bound, floor } = rule;
  const probability = measure.kind === 'probability' ? measure.probability : 1;
  const satisfied = (at: number): boolean => mean(satisfiedChances(rule, values, at)) >= probability;
  const step = Math.abs(bound) || 1;
  const side = floor ? 1 : -1;
  let [inside, outside] = [bound, bound];
  for (let k = 0; k < DOUBLINGS && !satisfied(inside); k++) inside -= side * step * pow(2, k);
  for (let k = 0; k < DOUBLINGS && satisfied(outside); k++) outside += side * step * pow(2, k);
  if (!satisfied(inside) || satisfied(outside)) return side * Number.NEGATIVE_INFINITY;
  for (let k = 0; k < HALVINGS; k++) {
    const middle = (inside + outside) / 2;
    if (satisfied(middle)) inside = middle;
    else outside = middle;
  }
  return inside;
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Whether a bound asks for less than the rule does. */
export function relaxes(rule: SampledRule, bound: number): boolean {
  return rule.floor ? bound < rule.bound : bound > rule.bound;
}

/** Three decimals, or four digits where a figure is small: a rate of 0.0098 isn't 0.009. */
function digitsOf(figure: number): number {
  return figure === 0 ? 3 : Math.max(3, 3 - orderOfMagnitude(Math.abs(figure)));
}

/** What a rule's bound would have to be. */
export function relaxedBound(
  scenario: Scenario,
  { kind, rule, bound, floor }: SampledRule,
  reached: number,
): Relaxation {
  const plain = kind === 'roas' || kind === 'hold';
  const digits = plain ? digitsOf(reached) : scenario.currencyDigits;
  const to = floor ? roundDown(reached, digits) : roundUp(reached, digits);
  return {
    code: 'bound',
    rule,
    bound: floor ? 'min' : 'max',
    way: floor ? 'lower' : 'raise',
    unit: plain ? 'ratio' : 'money',
    to,
    by: roundUp(Math.abs(bound - to), digits),
  };
}

/** The same of bounds that are moved at once: a little beyond what one plan comes to, which alone would keep them all. */
export function relaxedWithOthers(scenario: Scenario, rule: SampledRule, reached: number): Relaxation {
  return relaxedBound(scenario, rule, reached + (rule.floor ? -1 : 1) * AT_ONCE * Math.abs(reached));
}
