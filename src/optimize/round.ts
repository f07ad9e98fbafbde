import type { Scenario } from '../scenario/types.js';
import { apportion } from '../units/apportion.js';
import { fromMinorUnits, toMinorUnits } from '../units/money.js';
import { type LinearRow, type LinearRules, ruleNames } from './linear-rules.js';
import type { ProgramRow, ProgramSolver, VariableKind } from './program.js';
import type { Decision } from './types.js';

export interface RoundedPlan {
  readonly decision: Decision;
  /** Rules that whole units of the currency can't meet exactly, and by how many units each is missed. */
  readonly missed: readonly { readonly rule: string; readonly units: number }[];
}

/** Smallest units by which a line may move away from its exact amount. */
const REACH = 2;
/** Missing a rule by one unit weighs more than moving every line; switching a line on weighs more than moving it. */
const MISSED = 1e4;
const SWITCHED_ON = 10;
const CREATIVE_STEPS = 10_000;

/**
 * The plan in whole smallest units of the currency that sums exactly to the budget (or, where less may be spent, to what it spends), keeps every linear rule that whole
 * units can keep, and moves the lines least: a small whole-number program over the corrections. `rules` are those with
 * on-or-off lines decided. Creative shares come back in hundredths of a point where the rules leave them free.
 */
export function roundPlan(solve: ProgramSolver, scenario: Scenario, rules: LinearRules, v: Float64Array): RoundedPlan {
  const budget = toMinorUnits(scenario.budget, scenario.currency);
  const exact = Array.from(v.subarray(0, rules.lines), (share) => share * budget);
  // Where less may be spent, the whole amount nearest to what the plan spends.
  const most = budget - Math.round(rules.paid * budget);
  const total = rules.open ? Math.min(most, Math.round(exact.reduce((sum, amount) => sum + amount, 0))) : most;
  const units =
    corrected(solve, rules, exact, budget, total) ?? (total > 0 ? apportion(total, exact) : exact.map(() => 0));
  const budgets = Float64Array.from(units, (amount) => fromMinorUnits(amount, scenario.currency));
  return {
    decision: { budgets, creative: roundedCreative(rules, v.slice(rules.lines)) },
    missed: missedRules(rules, units, budget),
  };
}

/** Whole amounts by a program in which every line goes up by a first or second unit, or down, from its floor. */
function corrected(
  solve: ProgramSolver,
  rules: LinearRules,
  exact: readonly number[],
  budget: number,
  total: number,
): number[] | null {
  const lines = rules.lines;
  const soft = rules.rows.filter((row) => row.unit !== 'creative');
  const columns = 3 * lines + soft.length;
  const cost = new Float64Array(columns).fill(MISSED);
  const lower = new Float64Array(columns);
  const upper = new Float64Array(columns).fill(Number.POSITIVE_INFINITY);
  // 1e-7: an amount a rounding error below a whole unit is that unit.
  const floors = exact.map((amount) => Math.max(0, Math.floor(amount + 1e-7)));
  for (let l = 0; l < lines; l++) {
    const fraction = Math.max(0, exact[l] - floors[l]);
    const asleep = exact[l] < 0.5 ? SWITCHED_ON : 0;
    cost[l] = 1 - 2 * fraction + asleep;
    cost[lines + l] = 1 + asleep;
    cost[2 * lines + l] = 1;
    const least = Math.ceil(rules.lower[l] * budget - 1e-6) - floors[l];
    const most = Math.floor(rules.upper[l] * budget + 1e-6) - floors[l];
    upper[l] = most >= 1 ? 1 : 0;
    upper[lines + l] = most >= REACH ? REACH - 1 : 0;
    upper[2 * lines + l] = Math.min(REACH, floors[l], Math.max(0, -least));
    if (least > 0) lower[l] = 1;
  }
  const rows = soft.flatMap((row, r) => correctionRows(row, r, lines, columns, floors, budget, total));
  const program = { cost, lower, upper, rows };
  // Sums of lines make whole corners, so the linear program mostly answers, at a tenth of the time.
  let answer = solve(program);
  if (answer.status !== 'optimal' || !answer.x.subarray(0, 3 * lines).every(isWhole)) {
    const kinds: VariableKind[] = Array.from(cost, (_, j) => (j < 3 * lines ? 'integer' : 'continuous'));
    answer = solve({ ...program, kinds });
  }
  if (answer.status !== 'optimal') return null;
  const { x } = answer;
  const units = floors.map(
    (floor, l) => floor + Math.round(x[l]) + Math.round(x[lines + l]) - Math.round(x[2 * lines + l]),
  );
  return units.reduce((sum, amount) => sum + amount, 0) === total ? units : null;
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-9;
}

function correctionRows(
  row: LinearRow,
  index: number,
  lines: number,
  columns: number,
  floors: readonly number[],
  budget: number,
  total: number,
): ProgramRow[] {
  let base = 0;
  const coefficients = new Float64Array(columns);
  for (let l = 0; l < lines; l++) {
    const a = row.coefficients[l];
    base += a * floors[l];
    coefficients[l] = a;
    coefficients[lines + l] = a;
    coefficients[2 * lines + l] = -a;
  }
  if (row.rule === 'budget') return [{ coefficients, lower: total - base, upper: total - base }];
  const { lower, upper } = wholeBounds(row, budget);
  const slack = 3 * lines + index;
  const above = coefficients.slice();
  above[slack] = 1;
  const below = coefficients.slice();
  below[slack] = -1;
  return [
    { coefficients: above, lower: lower - base, upper: Number.POSITIVE_INFINITY },
    { coefficients: below, lower: Number.NEGATIVE_INFINITY, upper: upper - base },
  ].filter((entry) => Number.isFinite(entry.lower) || Number.isFinite(entry.upper));
}

/** A row's bounds in units; for sums of lines, the whole amounts within them. An exact share of no whole amount stays. */
function wholeBounds(row: LinearRow, budget: number): { readonly lower: number; readonly upper: number } {
  const lower = row.lower * budget;
  const upper = row.upper * budget;
  if (row.unit === 'ratio' || row.unit === 'week' || row.share !== undefined) return { lower, upper };
  const least = Math.ceil(lower - 1e-6);
  const most = Math.floor(upper + 1e-6);
  return least <= most ? { lower: least, upper: most } : { lower, upper };
}

function missedRules(rules: LinearRules, units: readonly number[], budget: number): RoundedPlan['missed'] {
  const missed: { rule: string; units: number }[] = [];
  for (const rule of ruleNames(rules)) {
    let worst = 0;
    for (const row of rules.rows) {
      if (row.rule !== rule || row.unit === 'creative') continue;
      let activity = 0;
      units.forEach((amount, l) => {
        activity += row.coefficients[l] * amount;
      });
      worst = Math.max(worst, row.lower * budget - activity, activity - row.upper * budget);
    }
    if (worst > 1e-6) missed.push({ rule, units: worst });
  }
  return missed;
}

function roundedCreative(rules: LinearRules, creative: Float64Array): Float64Array {
  if (!creative.every((share) => share >= 0) || !creative.some((share) => share > 0)) return creative;
  const total = creative.reduce((sum, share) => sum + share, 0);
  if (Math.abs(total - 1) > 1e-9) return creative;
  const rounded = Float64Array.from(apportion(CREATIVE_STEPS, [...creative]), (steps) => steps / CREATIVE_STEPS);
  const allowed = rules.rows.every((row) => {
    if (row.unit !== 'creative') return true;
    let activity = 0;
    for (let k = 0; k < rounded.length; k++) activity += row.coefficients[rules.lines + k] * rounded[k];
    return activity >= row.lower - 1e-12 && activity <= row.upper + 1e-12;
  });
  const fixed = rounded.some(
    (share, k) => share < rules.lower[rules.lines + k] || share > rules.upper[rules.lines + k],
  );
  return allowed && !fixed ? rounded : creative;
}
