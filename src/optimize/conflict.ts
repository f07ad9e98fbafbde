import type { Scenario } from '../scenario/types.js';
import { formatRatio } from '../units/count.js';
import { formatMoney } from '../units/money.js';
import { formatShare } from '../units/share.js';
import { isFeasible, semicontinuous } from './feasible.js';
import type { ProgramRow, ProgramSolver } from './highs.js';
import { dailyOfOne, type LinearRow, type LinearRules, ruleNames, totalOf, withoutRule } from './rules.js';

/** Rules that can't hold together, and what would let them. */
export interface Conflict {
  /** No smaller set of these contradicts itself: leaving out any one of them, the rest can be kept. */
  readonly rules: readonly string[];
  /** Sentences, one for each rule whose loosening alone (all other rules kept) makes room for a plan. */
  readonly relaxations: readonly string[];
}

/**
 * A minimal contradiction among the linear rules by the deletion filter (Chinneck, "Feasibility and Infeasibility in
 * Optimization", section 6.2): each rule in turn is left out for good where the rest still contradicts itself. `null`
 * where the rules can be kept.
 */
export function findConflict(solve: ProgramSolver, scenario: Scenario, rules: LinearRules): Conflict | null {
  if (isFeasible(solve, rules)) return null;
  let remaining = rules;
  for (const name of ruleNames(rules).reverse()) {
    const fewer = withoutRule(remaining, name);
    if (!isFeasible(solve, fewer)) remaining = fewer;
  }
  const names = ruleNames(remaining);
  const relaxations: string[] = [];
  for (const name of names) {
    const sentence = relaxation(solve, scenario, rules, name);
    if (sentence !== null) relaxations.push(sentence);
  }
  if (relaxations.length === 0) {
    relaxations.push(`Loosening one rule is not enough: drop one of ${names.join(', ')}, then look again.`);
  }
  return { rules: names, relaxations };
}

function relaxation(solve: ProgramSolver, scenario: Scenario, rules: LinearRules, name: string): string | null {
  if (name === 'budget') return budgetRelaxation(solve, scenario, rules);
  const minimum = rules.onOff.find((entry) => entry.rule === name);
  if (minimum !== undefined) {
    const most = extreme(solve, withoutRule(rules, name), minimum.line);
    const line = scenario.lines[minimum.line];
    if (most === null || line === undefined) return null;
    const daily = most * rules.budget * dailyOfOne(line, scenario);
    return `Lower ${name} to ${money(daily, scenario, 'down')} a day.`;
  }
  const loosened = loosen(solve, rules, name);
  if (loosened === null) return null;
  const { row, slack, x } = loosened;
  switch (row.unit) {
    case 'ratio': {
      const consideration = stageTotal(scenario, x, 'consideration');
      const conversion = stageTotal(scenario, x, 'conversion');
      const ratio = `1 : ${formatRatio(conversion / consideration, { currency: scenario.currency })}`;
      return consideration > 0
        ? `Let retargeting (consideration : conversion) be ${ratio}.`
        : `Let retargeting be 0 : 1, or leave the rule out.`;
    }
    case 'creative': {
      const tolerance = (scenario.rules.creative?.tolerance ?? 0) + slack;
      return `Widen the tolerance of creative to ± ${share(tolerance, 'up', scenario)}.`;
    }
    default:
      return boundSentence(scenario, rules, row, slack, x);
  }
}

function boundSentence(scenario: Scenario, rules: LinearRules, row: LinearRow, slack: number, x: Float64Array): string {
  let activity = 0;
  for (let j = 0; j < x.length; j++) activity += row.coefficients[j]! * x[j]!;
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

/** The smallest slack on one rule's rows that lets all other rules hold, and the plan and the row where it's needed. */
function loosen(
  solve: ProgramSolver,
  rules: LinearRules,
  name: string,
): { readonly row: LinearRow; readonly slack: number; readonly x: Float64Array } | null {
  const size = rules.lower.length;
  const bounds = semicontinuous(rules);
  const rows: ProgramRow[] = [];
  for (const row of rules.rows) {
    if (row.rule !== name) {
      rows.push(row);
      continue;
    }
    rows.push({ coefficients: extended(row.coefficients, 1), lower: row.lower, upper: Number.POSITIVE_INFINITY });
    rows.push({ coefficients: extended(row.coefficients, -1), lower: Number.NEGATIVE_INFINITY, upper: row.upper });
  }
  const cost = new Float64Array(size + 1);
  cost[size] = 1;
  const answer = solve({
    cost,
    lower: extended(bounds.lower, 0),
    upper: extended(bounds.upper, Number.POSITIVE_INFINITY),
    rows,
    ...(rules.onOff.length > 0 ? { kinds: [...bounds.kinds, 'continuous' as const] } : {}),
  });
  if (answer.status !== 'optimal') return null;
  const x = answer.x.slice(0, size);
  const broken = rules.rows
    .filter((row) => row.rule === name)
    .map((row) => {
      let activity = 0;
      for (let j = 0; j < size; j++) activity += row.coefficients[j]! * x[j]!;
      return { row, by: Math.max(row.lower - activity, activity - row.upper) };
    })
    .sort((a, b) => b.by - a.by)[0];
  return broken === undefined ? null : { row: broken.row, slack: answer.x[size]!, x };
}

/** The budget nearest to the one given at which all other rules can be kept; shares of the budget move with it. */
function budgetRelaxation(solve: ProgramSolver, scenario: Scenario, rules: LinearRules): string | null {
  const size = rules.lower.length;
  const { lower, upper, kinds } = semicontinuous(rules);
  // Variables: v in shares of the budget given, its factor, and by how much that is above and below 1.
  const rows: ProgramRow[] = [];
  for (const row of rules.rows) {
    if (!row.scales) {
      rows.push(row);
      continue;
    }
    if (Number.isFinite(row.lower)) {
      rows.push({ coefficients: extended(row.coefficients, -row.lower), lower: 0, upper: Number.POSITIVE_INFINITY });
    }
    if (Number.isFinite(row.upper)) {
      rows.push({ coefficients: extended(row.coefficients, -row.upper), lower: Number.NEGATIVE_INFINITY, upper: 0 });
    }
  }
  const factor = new Float64Array(size + 3);
  factor.set([1, -1, 1], size);
  rows.push({ coefficients: factor, lower: 1, upper: 1 });
  const cost = new Float64Array(size + 3);
  cost.set([0, 1, 1], size);
  const largest = 1e6;
  for (const { line } of rules.onOff) upper[line] = largest;
  const answer = solve({
    cost,
    lower: Float64Array.from([...lower, 0, 0, 0]),
    upper: Float64Array.from([...upper, largest, largest, 1]),
    rows,
    ...(rules.onOff.length > 0
      ? { kinds: [...kinds, 'continuous' as const, 'continuous' as const, 'continuous' as const] }
      : {}),
  });
  if (answer.status !== 'optimal') return null;
  const beta = answer.x[size]!;
  if (!(beta > 0)) return null;
  const up = beta > 1;
  return `${up ? 'Raise' : 'Lower'} the budget to ${money(beta * rules.budget, scenario, up ? 'up' : 'down')}.`;
}

/** The largest share a line can have under the rules. */
function extreme(solve: ProgramSolver, rules: LinearRules, line: number): number | null {
  const { lower, upper, kinds } = semicontinuous(rules);
  const cost = new Float64Array(lower.length);
  cost[line] = -1;
  const answer = solve({ cost, lower, upper, rows: rules.rows, ...(rules.onOff.length > 0 ? { kinds } : {}) });
  return answer.status === 'optimal' ? answer.x[line]! : null;
}

function stageTotal(scenario: Scenario, x: Float64Array, stage: string): number {
  return scenario.lines.reduce((sum, line, index) => sum + (line.stage === stage ? x[index]! : 0), 0);
}

function extended(values: Float64Array, last: number): Float64Array {
  const longer = new Float64Array(values.length + 1);
  longer.set(values);
  longer[values.length] = last;
  return longer;
}

// Figures are rounded so that the rule as quoted still lets a plan through.

function money(amount: number, scenario: Scenario, direction: 'up' | 'down'): string {
  const digits = scenario.currencyDigits;
  const rounded = direction === 'up' ? roundUp(amount, digits) : roundDown(amount, digits);
  return formatMoney(rounded, scenario.currency, { precision: 'exact' });
}

function share(value: number, direction: 'up' | 'down', scenario: Scenario): string {
  const rounded = direction === 'up' ? roundUp(value, 3) : roundDown(value, 3);
  return formatShare(rounded, { currency: scenario.currency, precision: 'exact' });
}

function roundUp(value: number, digits: number): number {
  const unit = 10 ** digits;
  return Math.ceil(value * unit - 1e-6) / unit;
}

function roundDown(value: number, digits: number): number {
  const unit = 10 ** digits;
  return Math.floor(value * unit + 1e-6) / unit;
}
