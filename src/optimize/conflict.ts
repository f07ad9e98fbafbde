import type { Scenario } from '../scenario/types.js';
import { isFeasible, semicontinuous } from './feasible.js';
import { type LinearRules, ruleNames, wholeOf, withoutRule } from './linear-rules.js';
import type { ProgramRow, ProgramSolver } from './program.js';
import { atOnce, type Relaxation, relaxedBudget, relaxedMinimum, relaxedRule } from './relaxations.js';

/** Rules that can't hold together, and what would let them. */
export interface Conflict {
  /** No smaller set of these contradicts itself: leaving out any one of them, the rest can be satisfied. */
  readonly rules: readonly string[];
  /** One for each rule whose relaxing alone (all other rules satisfied) makes room for a plan; else one of several rules. */
  readonly relaxations: readonly Relaxation[];
}

/**
 * A minimal contradiction among the linear rules by the deletion filter (Chinneck, "Feasibility and Infeasibility in
 * Optimization", section 6.2): each rule in turn is left out for good where the rest still contradicts itself. `null`
 * where the rules can be satisfied.
 */
export function findConflict(solve: ProgramSolver, scenario: Scenario, rules: LinearRules): Conflict | null {
  if (isFeasible(solve, rules)) return null;
  let remaining = rules;
  for (const name of ruleNames(rules).reverse()) {
    const fewer = withoutRule(remaining, name);
    if (!isFeasible(solve, fewer)) remaining = fewer;
  }
  const names = ruleNames(remaining);
  const relaxations: Relaxation[] = [];
  for (const name of names) {
    const change = relaxation(solve, scenario, rules, name);
    if (change !== null) relaxations.push(change);
  }
  if (relaxations.length === 0) relaxations.push(...jointRelaxation(solve, scenario, rules));
  if (relaxations.length === 0) relaxations.push({ code: 'drop', rules: names });
  return { rules: names, relaxations };
}

function relaxation(solve: ProgramSolver, scenario: Scenario, rules: LinearRules, name: string): Relaxation | null {
  if (name === 'budget') return budgetRelaxation(solve, scenario, rules);
  const minimum = rules.onOff.find((entry) => entry.rule === name);
  if (minimum !== undefined) {
    const most = extreme(solve, withoutRule(rules, name), minimum.line);
    return most === null ? null : relaxedMinimum(scenario, rules, minimum, most);
  }
  const x = relax(solve, rules, [name]);
  return x === null ? null : relaxedRule(scenario, rules, name, x);
}

/**
 * Where no single rule makes room: what all rules that give way at once would have to be, by the plan that breaks them
 * least in sum. Daily minimums and the budget stay as they are; none where these alone contradict the rest.
 */
function jointRelaxation(solve: ProgramSolver, scenario: Scenario, rules: LinearRules): readonly Relaxation[] {
  const names = [...new Set(rules.rows.flatMap(({ rule }) => (rule === null || rule === 'budget' ? [] : [rule])))];
  const x = relax(solve, rules, names);
  const changes = x === null ? [] : names.flatMap((name) => relaxedRule(scenario, rules, name, x) ?? []);
  return atOnce(changes);
}

/** The plan that breaks some rules least, in sum of what each is broken by, and keeps all others. */
function relax(solve: ProgramSolver, rules: LinearRules, names: readonly string[]): Float64Array | null {
  const size = rules.lower.length;
  const count = names.length;
  const bounds = semicontinuous(rules);
  const rows: ProgramRow[] = [];
  for (const row of rules.rows) {
    const slack = row.rule === null ? -1 : names.indexOf(row.rule);
    if (slack < 0) {
      rows.push({ ...row, coefficients: lengthened(row.coefficients, count) });
      continue;
    }
    const above = lengthened(row.coefficients, count);
    above[size + slack] = 1;
    const below = lengthened(row.coefficients, count);
    below[size + slack] = -1;
    rows.push({ coefficients: above, lower: row.lower, upper: Number.POSITIVE_INFINITY });
    rows.push({ coefficients: below, lower: Number.NEGATIVE_INFINITY, upper: row.upper });
  }
  const answer = solve({
    cost: new Float64Array(size + count).fill(1, size),
    lower: lengthened(bounds.lower, count),
    upper: lengthened(bounds.upper, count, Number.POSITIVE_INFINITY),
    rows,
    ...(rules.onOff.length > 0 ? { kinds: [...bounds.kinds, ...names.map(() => 'continuous' as const)] } : {}),
  });
  return answer.status === 'optimal' ? answer.x.slice(0, size) : null;
}

/** Columns of a budget's factor: itself, and by how much it is above and below 1; together they are 1. */
const FACTOR = [1, -1, 1];

/** The budget nearest to the one given at which all other rules can be satisfied; shares of the budget move with it. */
function budgetRelaxation(solve: ProgramSolver, scenario: Scenario, rules: LinearRules): Relaxation | null {
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
      rows.push({
        coefficients: lengthened(row.coefficients, 1, -wholeOf(row, row.lower)),
        lower: row.lower - wholeOf(row, row.lower),
        upper: Number.POSITIVE_INFINITY,
      });
    }
    if (Number.isFinite(row.upper)) {
      rows.push({
        coefficients: lengthened(row.coefficients, 1, -wholeOf(row, row.upper)),
        lower: Number.NEGATIVE_INFINITY,
        upper: row.upper - wholeOf(row, row.upper),
      });
    }
  }
  const factor = new Float64Array(size + FACTOR.length);
  factor.set(FACTOR, size);
  rows.push({ coefficients: factor, lower: 1, upper: 1 });
  const cost = new Float64Array(size + FACTOR.length);
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
  const beta = answer.x[size];
  if (!(beta > 0)) return null;
  return relaxedBudget(scenario, rules, beta);
}

/** The largest share a line can have under the rules. */
function extreme(solve: ProgramSolver, rules: LinearRules, line: number): number | null {
  const { lower, upper, kinds } = semicontinuous(rules);
  const cost = new Float64Array(lower.length);
  cost[line] = -1;
  const answer = solve({ cost, lower, upper, rows: rules.rows, ...(rules.onOff.length > 0 ? { kinds } : {}) });
  return answer.status === 'optimal' ? answer.x[line] : null;
}

function lengthened(values: Float64Array, by: number, last = 0): Float64Array {
  const longer = new Float64Array(values.length + by).fill(last);
  longer.set(values);
  return longer;
}
