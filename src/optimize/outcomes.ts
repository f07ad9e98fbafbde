import type { RuleOutcome } from '../forecast/result.js';
import { CREATIVE_TIERS, type Scenario } from '../scenario/types.js';
import { toShares } from './problem.js';
import { mean, standardDeviation } from './risk.js';
import { activityOf, constraintsOf, dailyOfOne, type LinearRow, type LinearRules, ruleNames } from './rules.js';
import type { Decision, Evaluation } from './types.js';

/**
 * Every rule's figure for a plan, and whether it holds. Budgets on the currency's grid can miss an exact share by a
 * rounding, so half a smallest unit for each line the rule speaks of is let pass.
 *
 * | rule | value |
 * | --- | --- |
 * | `budget` | what the lines sum to, in currency |
 * | `prospecting`, `stages.*` | share of the budget |
 * | `platforms.*`, `lines.*` | share of the budget; in currency where a bound of the rule is an amount |
 * | `lines.*.min_daily` | currency a day on the line's thinnest live day; `min` is asked only of a line that spends |
 * | `retargeting` | consideration over conversion; `null` where nothing goes to conversion |
 * | `creative` | the tier furthest from its share, in shares (0.1: 10 points) |
 * | `cpa` | expected spend over expected conversions; with a probability, the share of draws at or below the ceiling |
 *
 * `cpa` needs `evidence`: the draws of `ruleFunctions(scenario)` for this plan. It is left out without, and holds within
 * one Monte Carlo standard error.
 */
export function ruleOutcomes(scenario: Scenario, decision: Decision, evidence?: Evaluation): RuleOutcome[] {
  const rules = constraintsOf(scenario);
  const v = toShares(decision, scenario.budget);
  const outcomes = ruleNames(rules).map((name) => linearOutcome(scenario, rules, v, name));
  const cpa = evidence === undefined ? null : cpaOutcome(scenario, evidence);
  return cpa === null ? outcomes : [...outcomes, cpa];
}

function linearOutcome(scenario: Scenario, rules: LinearRules, v: Float64Array, name: string): RuleOutcome {
  const minimum = rules.onOff.find((entry) => entry.rule === name);
  if (minimum !== undefined) {
    const daily = rules.budget * dailyOfOne(scenario.lines[minimum.line]!, scenario);
    const value = v[minimum.line]!;
    const holds = value === 0 || value >= minimum.threshold - tolerance(scenario, 1);
    return { rule: name, value: value * daily, min: minimum.threshold * daily, max: null, holds };
  }
  const rows = rules.rows.filter((row) => row.rule === name);
  const holds = rows.every((row) => rowHolds(scenario, row, v));
  const first = rows[0]!;
  if (first.unit === 'ratio') return { rule: name, ...retargetingFigures(scenario, v), holds };
  if (first.unit === 'creative') {
    const asked = scenario.rules.creative;
    const off = CREATIVE_TIERS.map((tier, k) => Math.abs(v[rules.lines + k]! - (asked?.split[tier] ?? 0)));
    return { rule: name, value: Math.max(...off), min: null, max: asked?.tolerance ?? null, holds };
  }
  const scale = rows.some((row) => row.unit === 'money') ? rules.budget : 1;
  const bound = (value: number): number | null => (Number.isFinite(value) ? value * scale : null);
  return {
    rule: name,
    value: activityOf(first.coefficients, v) * scale,
    min: bound(Math.max(...rows.map((row) => row.lower))),
    max: bound(Math.min(...rows.map((row) => row.upper))),
    holds,
  };
}

function retargetingFigures(scenario: Scenario, v: Float64Array): Pick<RuleOutcome, 'value' | 'min' | 'max'> {
  const rule = scenario.rules.retargeting;
  if (rule === null) return { value: null, min: null, max: null };
  const total = (stage: string): number =>
    scenario.lines.reduce((sum, line, index) => sum + (line.stage === stage ? v[index]! : 0), 0);
  const conversion = total('conversion');
  const ratio = rule.consideration / rule.conversion;
  return {
    value: conversion > 0 ? total('consideration') / conversion : null,
    min: ratio * (1 - rule.tolerance),
    max: ratio * (1 + rule.tolerance),
  };
}

function rowHolds(scenario: Scenario, row: LinearRow, v: Float64Array): boolean {
  const activity = activityOf(row.coefficients, v);
  const lines = row.coefficients.reduce((count, coefficient) => count + (coefficient === 0 ? 0 : 1), 0);
  const slack = row.unit === 'creative' ? 1e-9 : tolerance(scenario, lines);
  return activity >= row.lower - slack && activity <= row.upper + slack;
}

/** Half a smallest unit for each of so many lines, in shares of the budget. */
function tolerance(scenario: Scenario, lines: number): number {
  return (0.5 * lines * 10 ** -scenario.currencyDigits) / scenario.budget + 1e-12;
}

function cpaOutcome(scenario: Scenario, evidence: Evaluation): RuleOutcome | null {
  const { cpa } = scenario.rules;
  const [spend, conversions] = evidence.values;
  if (cpa === null || spend === undefined || conversions === undefined) return null;
  const count = spend.length;
  const excess = spend.map((amount, d) => amount - cpa.max * conversions[d]!);
  if (cpa.probability === null) {
    const expected = mean(conversions);
    const error = standardDeviation(excess) / Math.sqrt(count);
    const holds = mean(excess) <= error + 1e-9 * Math.abs(mean(spend));
    return { rule: 'cpa', value: expected > 0 ? mean(spend) / expected : null, min: null, max: cpa.max, holds };
  }
  const kept = excess.reduce((total, value) => total + (value <= 0 ? 1 : 0), 0) / count;
  const error = Math.sqrt((cpa.probability * (1 - cpa.probability)) / count);
  return { rule: 'cpa', value: kept, min: cpa.probability, max: null, holds: kept >= cpa.probability - error };
}
