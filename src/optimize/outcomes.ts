import { powerOfTen } from '../distributions/elementary.js';
import { withPosts } from '../scenario/pay.js';
import { CREATIVE_TIERS, type Scenario, type Stage } from '../scenario/types.js';
import { fromMinorUnits } from '../units/money.js';
import { isDelivered, mayUndeliver, UNDELIVERED_FIGURE } from './delivery.js';
import { byPeriods, splitPlan } from './flighting.js';
import { activityOf, type LinearRow, type LinearRules, ruleNames, totalOf, wholeOf } from './linear-rules.js';
import { paidAtStage } from './posts/paid.js';
import { ruleValues, toShares } from './problem.js';
import type { RuleOutcome } from './report.js';
import { mean } from './risk.js';
import { constraintsOf, dailyOfOne } from './rules.js';
import {
  exactMeasure,
  excessOf,
  ratioOf,
  type SampledRule,
  sampledRules,
  satisfiedChances,
  spendOf,
} from './sampled-rules.js';
import { smallMoveOutcome } from './small-moves.js';
import type { Decision, Evaluation } from './types.js';

/**
 * Every rule's figure for a plan, and whether it holds. Budgets on the currency's grid can miss an exact share by a
 * rounding, so half a smallest unit for each line the rule speaks of is let pass.
 *
 * | rule | value |
 * | --- | --- |
 * | `budget` | what the lines sum to, in currency; where more than 0.5 % of the budget is expected to find nobody (with `evidence`), what finds somebody, and broken; `min` is then what the lines sum to, of a budget that may be spent in part, too |
 * | `prospecting`, `stages.*` | share of the budget |
 * | `platforms.*`, `lines.*` | share of the budget; in currency where a bound of the rule is an amount |
 * | `lines.*.min_daily` | currency a day on the line's thinnest live day; `min` is asked only of a line (with free flighting: of a period) that spends |
 * | `retargeting` | consideration over conversion; `null` where nothing goes to conversion |
 * | `creative` | the tier furthest from its share, in shares (0.1: 10 points) |
 * | `cpa`, `cpm`, and those of a line, platform or stage | expected spend over expected conversions (1,000 impressions); with a probability, the share of draws at or below the ceiling |
 * | `roas` | expected revenue over expected spend; with a probability, the share of draws at or above the minimum |
 * | `cvar` | mean profit of the worst share of draws, in currency |
 *
 * Posts paid out of the budget count at their creator's stage and platform.
 * Shares are of the budget, or, where less than the budget may be spent, of what is spent. The last three kinds of rules need
 * `evidence`: the draws of `ruleFunctions(scenario)` for this plan. They are left out without, and held to one part in a
 * million of spend, a share of draws exactly.
 */
export function ruleOutcomes(asked: Scenario, decision: Decision, evidence?: Evaluation): RuleOutcome[] {
  const given = withPosts(asked, decision.posts);
  const scenario = byPeriods(given);
  const rules = constraintsOf(scenario);
  const v = toShares(splitPlan(given, decision), scenario.budget);
  const smallMove = smallMoveOutcome(scenario, v);
  const outcomes = ruleNames(rules).map((name) => linearOutcome(scenario, rules, v, name));
  if (smallMove !== null) outcomes.push(smallMove);
  if (evidence === undefined) return outcomes;
  const undelivered = mayUndeliver(scenario) ? ruleValues(scenario, evidence)(UNDELIVERED_FIGURE) : null;
  const delivered = undelivered === null || isDelivered(undelivered, scenario.budget);
  const sampled = sampledRules(scenario).filter(({ kind }) => kind !== 'delivery');
  return [
    ...outcomes.map((outcome) =>
      outcome.rule === 'budget' && undelivered !== null && !delivered
        ? undeliveredOutcome(outcome, mean(undelivered))
        : outcome,
    ),
    ...sampled.map((rule) => sampledOutcome(scenario, rule, evidence)),
  ];
}

/** The budget's rule where money finds nobody: what finds somebody, against what the lines sum to where less than the budget may be planned. */
function undeliveredOutcome(outcome: RuleOutcome, undelivered: number): RuleOutcome {
  const planned = outcome.value ?? 0;
  return { ...outcome, value: planned - undelivered, min: outcome.min ?? planned, holds: false };
}

function linearOutcome(scenario: Scenario, rules: LinearRules, v: Float64Array, name: string): RuleOutcome {
  const minimums = rules.onOff.filter((entry) => entry.rule === name);
  const [minimum] = minimums;
  if (minimum !== undefined) {
    const daily = rules.budget * dailyOfOne(scenario.lines[minimum.line], scenario);
    const spends = minimums.map(({ line }) => v[line]).filter((value) => value > 0);
    const value = spends.length === 0 ? 0 : Math.min(...spends);
    const holds = value === 0 || value >= minimum.threshold - tolerance(scenario, 1);
    return { rule: name, value: value * daily, min: minimum.threshold * daily, max: null, holds };
  }
  const rows = rules.rows.filter((row) => row.rule === name);
  const holds = rows.every((row) => rowHolds(scenario, row, v));
  const first = rows[0];
  if (first.unit === 'week')
    return { rule: name, ...weekFigures(rows, v), min: null, max: scenario.rules.weekChange ?? null, holds };
  if (name.endsWith('.lock')) return { rule: name, ...lockFigures(scenario, rows, v), holds };
  if (first.unit === 'ratio') return { rule: name, ...retargetingFigures(scenario, v), holds };
  if (first.unit === 'creative') {
    const asked = scenario.rules.creative;
    const off = CREATIVE_TIERS.map((tier, k) => Math.abs(v[rules.lines + k] - (asked?.split[tier] ?? 0)));
    return { rule: name, value: Math.max(...off), min: null, max: asked?.tolerance ?? null, holds };
  }
  const scale = rows.some((row) => row.unit === 'money') ? rules.budget : 1;
  // Shares times the budget come out a few last digits off; money is reported in whole smallest units.
  const money = (value: number): number =>
    scale === 1
      ? value
      : fromMinorUnits(Math.round(value * scale * powerOfTen(scenario.currencyDigits)), scenario.currency);
  const bound = (value: number): number | null => (Number.isFinite(value) ? money(value) : null);
  const spent = rules.open ? rules.paid + totalOf(rules, v) : 1;
  const bounds = rows.map((row) => row.share ?? row);
  // A bound that is a share of what is spent, beside one that is an amount.
  const amounts = bounds.map(({ lower, upper }, k) => {
    const row = rows[k];
    if (row.share === undefined) return { lower: wholeOf(row, lower), upper: wholeOf(row, upper) };
    const part = scale !== 1 ? spent : 1;
    return { lower: lower * part, upper: upper * part };
  });
  const bounded = first.share ?? first;
  const activity = wholeOf(bounded, activityOf(bounded.coefficients, v));
  return {
    rule: name,
    value: first.share !== undefined && scale === 1 ? (spent > 0 ? activity / spent : null) : money(activity),
    min: name === 'budget' && rules.open ? null : bound(Math.max(...amounts.map((row) => row.lower))),
    max: bound(Math.min(...amounts.map((row) => row.upper))),
    holds,
  };
}

/** The largest change from one period to the next, as a share of what went before. */
function weekFigures(rows: readonly LinearRow[], v: Float64Array): Pick<RuleOutcome, 'value'> {
  let worst = 0;
  for (const { coefficients } of rows) {
    const before = coefficients.findIndex((value) => value < 0);
    const index = coefficients.indexOf(1);
    const [from, to] = [before < 0 ? 0 : v[before], v[index]];
    if (from > 0) worst = Math.max(worst, Math.abs(to / from - 1));
  }
  return { value: worst };
}

/** What stays as it is, in currency. */
function lockFigures(
  scenario: Scenario,
  rows: readonly LinearRow[],
  v: Float64Array,
): Pick<RuleOutcome, 'value' | 'min' | 'max'> {
  const money = (share: number): number =>
    fromMinorUnits(Math.round(share * scenario.budget * powerOfTen(scenario.currencyDigits)), scenario.currency);
  const asked = money(rows.reduce((sum, { lower }) => sum + lower, 0));
  return { value: money(rows.reduce((sum, row) => sum + activityOf(row.coefficients, v), 0)), min: asked, max: asked };
}

function retargetingFigures(scenario: Scenario, v: Float64Array): Pick<RuleOutcome, 'value' | 'min' | 'max'> {
  const rule = scenario.rules.retargeting;
  if (rule === null) return { value: null, min: null, max: null };
  const total = (stage: Stage): number =>
    scenario.lines.reduce(
      (sum, line, index) => sum + (line.stage === stage ? v[index] : 0),
      paidAtStage(scenario, stage),
    );
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
  return (0.5 * lines * powerOfTen(-scenario.currencyDigits)) / scenario.budget + 1e-12;
}

/** Share by which a sampled rule's figure may miss its bound: rounding to whole currency units. */
const HIT = 1e-6;

function sampledOutcome(scenario: Scenario, rule: SampledRule, evidence: Evaluation): RuleOutcome {
  const values = ruleValues(scenario, evidence);
  const excess = excessOf(rule, values);
  if (rule.measure.kind === 'probability') {
    const satisfied = mean(satisfiedChances(rule, values));
    const { probability } = rule.measure;
    const spend = rule.kind === 'hold' ? spendOf(rule) : null;
    if (spend !== null && mean(values(spend)) === 0) {
      return { rule: rule.rule, value: null, min: probability, max: null, holds: true };
    }
    return { rule: rule.rule, value: satisfied, min: probability, max: null, holds: satisfied >= probability };
  }
  const figure = exactMeasure(rule.measure, excess);
  const { bound } = rule;
  if (rule.kind === 'hold') {
    const off = figure / rule.relaxation.weight;
    const spend = spendOf(rule);
    const idle = spend !== null && mean(values(spend)) === 0;
    const value = idle || Number.isNaN(off) ? null : rule.floor ? bound - off : bound + off;
    const [min, max] = rule.floor ? [bound, null] : [null, bound];
    return { rule: rule.rule, value, min, max, holds: idle || figure <= HIT * scenario.budget };
  }
  if (rule.kind === 'cvar') {
    return { rule: rule.rule, value: bound - figure, min: bound, max: null, holds: figure <= HIT * scenario.budget };
  }
  const { over, under } = ratioOf(rule, values);
  const spend = mean(rule.kind === 'roas' ? under : over);
  const holds = figure <= HIT * spend;
  const value = mean(under) > 0 ? mean(over) / mean(under) : null;
  if (rule.kind === 'roas') return { rule: rule.rule, value, min: bound, max: null, holds: holds || spend === 0 };
  return { rule: rule.rule, value, min: null, max: bound, holds };
}
