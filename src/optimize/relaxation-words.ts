import type { Scenario } from '../scenario/types.js';
import { formatRatio } from '../units/count.js';
import { formatMoney } from '../units/money.js';
import { formatShare } from '../units/share.js';
import { activityOf, dailyOfOne, type LinearRow, type LinearRules, totalOf } from './rules.js';

// Figures are rounded so that the rule as quoted still lets a plan through.

/** Slack, in shares, that is a rounding error. */
const EXACT = 1e-9;

/** What would let a linear rule hold, by the plan that breaks it least. `null` where it isn't broken there. */
export function relaxedRule(scenario: Scenario, rules: LinearRules, name: string, x: Float64Array): string | null {
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
    return `Widen the tolerance of creative to ± ${share(tolerance, 'up', scenario)}.`;
  }
  return row.unit === 'ratio' ? retargetingSentence(scenario, x) : boundSentence(scenario, rules, row, slack, x);
}

function retargetingSentence(scenario: Scenario, x: Float64Array): string {
  const consideration = stageTotal(scenario, x, 'consideration');
  const conversion = stageTotal(scenario, x, 'conversion');
  if (!(consideration > 0)) return 'Let retargeting be 0 : 1, or leave the rule out.';
  const { retargeting } = scenario.rules;
  if (retargeting === null || retargeting.tolerance === 0) {
    const reached = conversion / consideration;
    const before = retargeting === null ? reached : retargeting.conversion / retargeting.consideration;
    // Away from the ratio asked for, so that the one quoted is one that can be had.
    const quoted = reached < before ? roundDown(reached, 2) : roundUp(reached, 2);
    const ratio = `1 : ${formatRatio(quoted, { currency: scenario.currency })}`;
    return `Let retargeting (consideration : conversion) be ${ratio}.`;
  }
  const asked = retargeting.consideration / retargeting.conversion;
  const off = Math.abs(consideration / conversion / asked - 1);
  return `Widen the tolerance of retargeting to ${share(off, 'up', scenario)}.`;
}

function boundSentence(scenario: Scenario, rules: LinearRules, row: LinearRow, slack: number, x: Float64Array): string {
  const activity = activityOf(row.coefficients, x);
  const tooMuchAsked = activity < row.lower;
  const { lower, upper } = row.share ?? row;
  // A share of what is spent misses by more than one of the budget.
  const missed = row.share === undefined ? slack : slack / Math.max(totalOf(rules, x), 1e-9);
  const bound = tooMuchAsked ? lower - missed : upper + missed;
  const direction = tooMuchAsked ? 'down' : 'up';
  const amount =
    row.unit === 'money' ? money(bound * rules.budget, scenario, direction) : share(bound, direction, scenario);
  const what = lower === upper ? 'fixed amount' : tooMuchAsked ? 'minimum' : 'maximum';
  return `${tooMuchAsked ? 'Lower' : 'Raise'} ${row.rule}'s ${what} to ${amount}.`;
}

/** What a daily minimum would have to come down to, where its line can spend at most this share of the budget. */
export function relaxedMinimum(
  scenario: Scenario,
  rules: LinearRules,
  entry: { readonly rule: string; readonly line: number },
  most: number,
): string {
  const daily = most * rules.budget * dailyOfOne(scenario.lines[entry.line]!, scenario);
  return `Lower ${entry.rule} to ${money(daily, scenario, 'down')} a day.`;
}

/** The budget by which a multiple of the one given is meant. */
export function relaxedBudget(scenario: Scenario, rules: LinearRules, factor: number): string {
  const up = factor > 1;
  return `${up ? 'Raise' : 'Lower'} the budget to ${money(factor * rules.budget, scenario, up ? 'up' : 'down')}.`;
}

function stageTotal(scenario: Scenario, x: Float64Array, stage: string): number {
  return scenario.lines.reduce((sum, line, index) => sum + (line.stage === stage ? x[index]! : 0), 0);
}

/** An amount of the currency, rounded to its smallest unit. */
export function money(amount: number, scenario: Scenario, direction: 'up' | 'down'): string {
  const digits = scenario.currencyDigits;
  const rounded = direction === 'up' ? roundUp(amount, digits) : roundDown(amount, digits);
  return formatMoney(rounded, scenario.currency, { precision: 'exact' });
}

/** A share, rounded to a tenth of a point. */
export function share(value: number, direction: 'up' | 'down', scenario: Scenario): string {
  const rounded = direction === 'up' ? roundUp(value, 3) : roundDown(value, 3);
  return formatShare(rounded, { currency: scenario.currency, precision: 'exact' });
}

export function roundUp(value: number, digits: number): number {
  const unit = 10 ** digits;
  return Math.ceil(value * unit - 1e-6) / unit;
}

export function roundDown(value: number, digits: number): number {
  const unit = 10 ** digits;
  return Math.floor(value * unit + 1e-6) / unit;
}

/** Relaxations that have to come together, in one sentence. */
export function atOnce(sentences: readonly string[]): string {
  return `${sentences.map((sentence) => sentence.replace(/\.$/, '')).join('; and at once: ')}.`;
}
