import { powerOfTen } from '../distributions/elementary.js';
import type { RuleUnit } from '../plan/rules.js';
import type { Scenario, Stage } from '../scenario/types.js';
import { activityOf, type LinearRow, type LinearRules, totalOf, wholeOf } from './linear-rules.js';
import { paidAtStage } from './posts/paid.js';
import { dailyOfOne } from './rules.js';

// Figures are rounded so that the rule as quoted still lets a plan through.

/** The unit of a rule's bound: what it is written in. */
export type BoundUnit = 'money' | 'share' | 'ratio';
export type BoundKind = 'min' | 'max' | 'fixed';

/** What would let rules that contradict each other hold: one change of one rule, or several at once. */
export type Relaxation =
  /** The bound that moves: a minimum (or a fixed amount) down, a maximum (or a fixed amount) up. */
  | {
      readonly code: 'bound';
      readonly rule: string;
      readonly bound: BoundKind;
      readonly way: 'lower' | 'raise';
      readonly unit: BoundUnit;
      readonly to: number;
      /** How far from the one asked for, where that is reported: of rules on figures of the draws. */
      readonly by: number | null;
    }
  | { readonly code: 'tolerance'; readonly rule: 'creative' | 'retargeting'; readonly to: number }
  /** Conversion for 1 of consideration; `null`: conversion alone. */
  | { readonly code: 'ratio'; readonly to: number | null }
  /** A line's least spend a day while on. */
  | { readonly code: 'daily'; readonly rule: string; readonly to: number }
  | { readonly code: 'budget'; readonly way: 'lower' | 'raise'; readonly to: number }
  /** The share of futures in which a rule is asked for. */
  | { readonly code: 'chance'; readonly rule: string; readonly to: number }
  | { readonly code: 'together'; readonly changes: readonly Relaxation[] }
  /** No change is known to be enough: one of these has to go. */
  | { readonly code: 'drop'; readonly rules: readonly string[] };

/** What has to change at once, as relaxations: a single change is one by itself. */
export function atOnce(changes: readonly Relaxation[]): readonly Relaxation[] {
  return changes.length > 1 ? [{ code: 'together', changes }] : changes;
}

/** Slack, in shares, that is a rounding error. */
const EXACT = 1e-9;

/** What would let a linear rule hold, by the plan that breaks it least. `null` where it isn't broken there. */
export function relaxedRule(scenario: Scenario, rules: LinearRules, name: string, x: Float64Array): Relaxation | null {
  const broken = rules.rows
    .filter((row) => row.rule === name)
    .map((row) => {
      const activity = activityOf(row.coefficients, x);
      return { row, slack: Math.max(row.lower - activity, activity - row.upper) };
    })
    .sort((a, b) => b.slack - a.slack)[0];
  if (broken === undefined || !(broken.slack > EXACT)) return null;
  const { row, slack } = broken;
  if (row.unit === 'creative') {
    const tolerance = (scenario.rules.creative?.tolerance ?? 0) + slack;
    return { code: 'tolerance', rule: 'creative', to: roundUp(tolerance, SHARE_DIGITS) };
  }
  if (row.unit === 'week') {
    const to = roundUp(weekChangeAt(row, x), SHARE_DIGITS);
    return { code: 'bound', rule: name, bound: 'max', way: 'raise', unit: 'share', to, by: null };
  }
  return row.unit === 'ratio' ? relaxedRatio(scenario, x) : relaxedBound(scenario, rules, row, slack, x);
}

/** The change from one period to the next that a plan has there, as a share. */
function weekChangeAt({ coefficients }: LinearRow, x: Float64Array): number {
  const before = x[coefficients.findIndex((value) => value < 0)] ?? 0;
  const after = x[coefficients.indexOf(1)] ?? 0;
  return before > 0 ? Math.abs(after / before - 1) : 1;
}

function relaxedRatio(scenario: Scenario, x: Float64Array): Relaxation {
  const consideration = stageTotal(scenario, x, 'consideration');
  const conversion = stageTotal(scenario, x, 'conversion');
  if (!(consideration > 0)) return { code: 'ratio', to: null };
  const { retargeting } = scenario.rules;
  if (retargeting === null || retargeting.tolerance === 0) {
    const reached = conversion / consideration;
    const before = retargeting === null ? reached : retargeting.conversion / retargeting.consideration;
    // Away from the ratio asked for, so that the one quoted is one that can be had.
    return { code: 'ratio', to: reached < before ? roundDown(reached, 2) : roundUp(reached, 2) };
  }
  const asked = retargeting.consideration / retargeting.conversion;
  const off = Math.abs(consideration / conversion / asked - 1);
  return { code: 'tolerance', rule: 'retargeting', to: roundUp(off, SHARE_DIGITS) };
}

function relaxedBound(
  scenario: Scenario,
  rules: LinearRules,
  row: LinearRow & { readonly unit: RuleUnit },
  slack: number,
  x: Float64Array,
): Relaxation {
  const activity = activityOf(row.coefficients, x);
  const tooMuchAsked = activity < row.lower;
  const bounds = row.share ?? row;
  // As the file has them: what posts count for stands among the bounds of a row.
  const [lower, upper] =
    row.share === undefined ? [wholeOf(row, row.lower), wholeOf(row, row.upper)] : [bounds.lower, bounds.upper];
  // A share of what is spent misses by more than one of the budget.
  const missed = row.share === undefined ? slack : slack / Math.max(rules.paid + totalOf(rules, x), 1e-9);
  const reached = tooMuchAsked ? lower - missed : upper + missed;
  const money = row.unit === 'money';
  const round = tooMuchAsked ? roundDown : roundUp;
  return {
    code: 'bound',
    rule: row.rule ?? '',
    bound: lower === upper ? 'fixed' : tooMuchAsked ? 'min' : 'max',
    way: tooMuchAsked ? 'lower' : 'raise',
    unit: money ? 'money' : 'share',
    to: money ? round(reached * rules.budget, scenario.currencyDigits) : round(reached, SHARE_DIGITS),
    by: null,
  };
}

/** What a daily minimum would have to come down to, where its line can spend at most this share of the budget. */
export function relaxedMinimum(
  scenario: Scenario,
  rules: LinearRules,
  entry: { readonly rule: string; readonly line: number },
  most: number,
): Relaxation {
  const daily = most * rules.budget * dailyOfOne(scenario.lines[entry.line], scenario);
  return { code: 'daily', rule: entry.rule, to: roundDown(daily, scenario.currencyDigits) };
}

/** The budget by which a multiple of the one given is meant. */
export function relaxedBudget(scenario: Scenario, rules: LinearRules, factor: number): Relaxation {
  const round = factor > 1 ? roundUp : roundDown;
  const to = round(factor * rules.budget, scenario.currencyDigits);
  return { code: 'budget', way: factor > 1 ? 'raise' : 'lower', to };
}

function stageTotal(scenario: Scenario, x: Float64Array, stage: Stage): number {
  return scenario.lines.reduce(
    (sum, line, index) => sum + (line.stage === stage ? x[index] : 0),
    paidAtStage(scenario, stage),
  );
}

/** Shares are quoted to a tenth of a point. */
export const SHARE_DIGITS = 3;

export function roundUp(value: number, digits: number): number {
  const unit = powerOfTen(digits);
  return Math.ceil(value * unit - 1e-6) / unit;
}

export function roundDown(value: number, digits: number): number {
  const unit = powerOfTen(digits);
  return Math.floor(value * unit + 1e-6) / unit;
}
