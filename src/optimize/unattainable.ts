import type { Scenario } from '../scenario/types.js';
import { formatMoney } from '../units/money.js';
import { formatShare } from '../units/share.js';
import type { Conflict } from './conflict.js';
import type { ProgramSolver } from './highs.js';
import { ruleValues } from './problem.js';
import { stepSpace } from './quadratic.js';
import { mean } from './risk.js';
import type { LinearRules } from './rules.js';
import { exactMeasure, excessOf, ratioOf, type SampledRule, sampledRules } from './sampled-rules.js';
import type { Optimum } from './search.js';
import type { Evaluation } from './types.js';

/** A multiplier below this share of the largest is a rounding error. */
const NONE = 1e-6;

/**
 * Sampled rules that no plan found keeps: these and the linear rules that stand in their way, and how far each would have
 * to give way by itself.
 *
 * @param optimum the plan found that breaks them least
 * @param evidence its draws of `ruleFunctions(scenario)`, which the figures named are of
 */
export function unattainable(
  solve: ProgramSolver,
  scenario: Scenario,
  rules: LinearRules,
  optimum: Optimum,
  evidence: Evaluation,
): Conflict {
  const values = ruleValues(scenario, evidence);
  const broken = sampledRules(scenario).filter((rule) => exactMeasure(rule.measure, excessOf(rule, values)) > 0);
  const names = broken.map(({ rule }) => rule);
  return {
    rules: [...names, ...inTheWay(solve, rules, optimum, names)],
    relaxations: together(broken.map((rule) => relaxations(scenario, rule, evidence))),
  };
}

/** Where several rules are out of reach, loosening one of them is not enough: the first way of each, in one sentence. */
function together(ways: readonly (readonly string[])[]): string[] {
  if (ways.length <= 1) return [...(ways[0] ?? [])];
  return [`${ways.map(([first = '']) => first.replace(/\.$/, '')).join('; and at once: ')}.`];
}

/** Linear rules with a multiplier where the broken rules' sum is least: without them it would fall further. */
function inTheWay(solve: ProgramSolver, rules: LinearRules, { point }: Optimum, names: readonly string[]): string[] {
  const cost = new Float64Array(point.v.length);
  for (const { rule, gradient } of point.rules) {
    if (names.includes(rule)) for (let j = 0; j < cost.length; j++) cost[j] = cost[j]! + gradient[j]!;
  }
  // A short step, so that only the rules at which the plan stands can bind.
  const space = stepSpace(rules, point.v, 1e-4);
  const answer = solve({ cost, lower: space.lower, upper: space.upper, rows: space.rows });
  if (answer.status !== 'optimal') return [];
  const largest = answer.rowDual.reduce((most, dual) => Math.max(most, Math.abs(dual)), 0);
  const binding = rules.rows.filter(
    (row, r) => row.rule !== null && Math.abs(answer.rowDual[r]!) > NONE * largest && largest > 0,
  );
  return [...new Set(binding.map((row) => row.rule!))];
}

function relaxations(scenario: Scenario, rule: SampledRule, evidence: Evaluation): string[] {
  const values = ruleValues(scenario, evidence);
  const { currency } = scenario;
  const { bound } = rule;
  if (rule.kind === 'cvar') {
    const reached = bound - exactMeasure(rule.measure, excessOf(rule, values));
    const lower = formatMoney(downTo(reached, scenario), currency, { precision: 'exact' });
    return [`Lower ${rule.rule}'s minimum to ${lower}: ${money(bound - reached, scenario)} below the one asked for.`];
  }
  const isFloor = rule.kind === 'roas';
  const { over, under } = ratioOf(rule, values);
  const write = (reached: number): string => {
    if (!isFloor) {
      const most = money(upTo(reached, scenario), scenario);
      return `Raise ${rule.rule}'s maximum to ${most}: ${money(reached - bound, scenario)} above the one asked for.`;
    }
    const least = Math.floor(reached * 1000) / 1000;
    return `Lower ${rule.rule}'s minimum to ${least}: ${(bound - least).toFixed(3)} below the one asked for.`;
  };
  if (rule.measure.kind !== 'probability') return [write(mean(over) / mean(under))];
  const { probability } = rule.measure;
  const worst = isFloor ? 0 : Number.POSITIVE_INFINITY;
  const ratios = over.map((amount, d) => (under[d]! > 0 ? amount / under[d]! : worst)).sort();
  const count = ratios.length;
  const rank = isFloor ? count - Math.ceil(probability * count) : Math.ceil(probability * count) - 1;
  const reached = ratios[Math.min(count - 1, Math.max(0, rank))]!;
  const kept = ratios.filter((ratio) => (isFloor ? ratio >= bound : ratio <= bound)).length / count;
  const share = formatShare(Math.floor(kept * 1000) / 1000, { currency, precision: 'exact' });
  return [...(Number.isFinite(reached) ? [write(reached)] : []), `Ask for ${rule.rule} with ${share} at most.`];
}

function money(amount: number, { currency, currencyDigits }: Scenario): string {
  const unit = 10 ** currencyDigits;
  return formatMoney(Math.ceil(amount * unit - 1e-9) / unit, currency, { precision: 'exact' });
}

function upTo(amount: number, { currencyDigits }: Scenario): number {
  return Math.ceil(amount * 10 ** currencyDigits) / 10 ** currencyDigits;
}

function downTo(amount: number, { currencyDigits }: Scenario): number {
  return Math.floor(amount * 10 ** currencyDigits) / 10 ** currencyDigits;
}
